import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { CheckedFinding } from '../checks/finding';
import type { Report } from '../report/report';

/** What a feature needs to know of a document: how the report's offsets stand in the file. */
export type DocumentView = Pick<TextDocument, 'uri' | 'version' | 'getText' | 'positionAt' | 'offsetAt'>;

/** A report as the features see it: read and checked once a version of its text. */
export interface Reading {
  document: DocumentView;
  report: Report;
  findings: readonly CheckedFinding[];
}
