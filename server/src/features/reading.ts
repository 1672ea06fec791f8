import type { TextDocument } from 'vscode-languageserver-textdocument';
import { check, type Severities } from '../checks/check';
import type { CheckedFinding } from '../checks/finding';
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

export function read(document: TextDocument, severities: Severities): Reading {
  const report = readReport(document.getText());
  return { document, version: document.version, report, findings: check(report, severities) };
}
