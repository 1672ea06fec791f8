import type { TextDocument } from 'vscode-languageserver-textdocument';
import { check, type Severities } from '../../server/src/checks/check';
import type { CheckedFinding } from '../../server/src/checks/finding';
import type { Reading } from '../../server/src/features/reading';
import { readReport } from '../../server/src/report/bind';
import type { Report } from '../../server/src/report/report';

/** The value of every field that a report has, by its identifier. */
export function valuesOf(report: Report): Map<string, number | null> {
  const cells = Object.values(report.tables).flatMap(({ rows }) => rows.flatMap((row) => row.cells));
  return new Map(cells.map((cell) => [cell.field.id, cell.value]));
}

export function findingsIn(text: string): CheckedFinding[] {
  return check(readReport(text));
}

/** Findings as `code` or `code@field`, in the text's order. */
export function codesIn(text: string): string[] {
  return findingsIn(text).map(({ code, field }) => (field ? `${code}@${field}` : code));
}

/** Errors and warnings only. */
export function seriousIn(text: string): string[] {
  return findingsIn(text)
    .filter(({ severity }) => severity === 'error' || severity === 'warning')
    .map(({ code, field }) => (field ? `${code}@${field}` : code));
}

/** Reads and checks a document as one report. */
export function read(document: TextDocument, severities: Severities): Reading {
  const report = readReport(document.getText());
  return { document, report, findings: check(report, severities) };
}
