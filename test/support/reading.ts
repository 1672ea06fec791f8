import type { TextDocument } from 'vscode-languageserver-textdocument';
import { analyse, analysisOf, type PlacedAnalysis } from '../../core/analysis/analyse';
import { check, type Severities } from '../../core/checks/check';
import type { CheckedFinding } from '../../core/checks/support/finding';
import type { Reading } from '../../core/editing/reading';
import type { Report } from '../../core/report/report';

/** The value of every field that a report has, by its identifier. */
export function valuesOf(report: Report): Map<string, number | null> {
  const cells = Object.values(report.tables).flatMap(({ rows }) => rows.flatMap((row) => row.cells));
  return new Map(cells.map((cell) => [cell.field.id, cell.value]));
}

export function findingsIn(text: string): CheckedFinding[] {
  return check(analyse(text));
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

/** A report that is all of its file. */
export function alone(report: Report): PlacedAnalysis {
  return { analysis: analysisOf(report), firstLine: 0 };
}

/** Reads and checks a document as one report. */
export function read(document: TextDocument, severities: Severities): Reading {
  const analysis = analyse(document.getText());
  return { document, analysis, report: analysis.report, firstLine: 0, findings: check(analysis, { severities }) };
}
