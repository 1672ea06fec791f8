import type { TextDocument } from 'vscode-languageserver-textdocument';
import { check, type Severities } from '../checks/check';
import type { CheckedFinding } from '../checks/finding';
import type { Neighbours } from '../library/library';
import { readReport } from '../report/bind';
import type { Report } from '../report/report';

/** A document as the features see it: read and checked once a version. */
export interface Reading {
  document: TextDocument;
  /** The document's version when it was read; the document itself changes in place. */
  version: number;
  report: Report;
  findings: readonly CheckedFinding[];
}

/** Reads and checks a document. `neighbours`: the reports that a report is to be compared with. */
export function read(document: TextDocument, severities: Severities, neighbours: (report: Report) => Neighbours = () => ({})): Reading {
  const report = readReport(document.getText());
  return { document, version: document.version, report, findings: check(report, severities, neighbours(report)) };
}
