import type { TextDocument } from 'vscode-languageserver-textdocument';
import { check, type Severities } from '../checks/check';
import type { CheckedFinding } from '../checks/finding';
import type { Neighbours } from '../library/library';
import { readReport } from '../report/bind';
import type { Report } from '../report/report';

/** What a feature needs to know of a document: how the report's offsets stand in the file. */
export type DocumentView = Pick<TextDocument, 'uri' | 'version' | 'getText' | 'positionAt' | 'offsetAt'>;

/** A report as the features see it: read and checked once a version of its text. */
export interface Reading {
  document: DocumentView;
  report: Report;
  findings: readonly CheckedFinding[];
}

/** Reads and checks a document as one report. `neighbours`: the reports that a report is to be compared with. */
export function read(document: TextDocument, severities: Severities, neighbours: (report: Report) => Neighbours = () => ({})): Reading {
  const report = readReport(document.getText());
  return { document, report, findings: check(report, severities, neighbours(report)) };
}
