import type { CheckedFinding } from '../checks/finding';
import type { Document } from '../format/document';
import { rangeOf } from '../format/positions';
import { fieldsOf } from '../report/fields';
import type { Report } from '../report/report';
import { type CheckedFile, headOf, type Summary } from './result';

/** The version of what `check` and `extract` print as JSON. */
const version = 1;

/** `check --format json`. Positions as in LSP: zero-based lines, UTF-16 columns. */
export function checkJson(files: readonly CheckedFile[], summary: Summary): string {
  return JSON.stringify({
    version,
    files: files.map(({ path, report, findings }) => ({
      ...headOf(path, report),
      diagnostics: findings.map((finding) => diagnostic(report.document, finding)),
    })),
    summary,
  });
}

function diagnostic(document: Document, { code, severity, message, field, related, fixes, ...span }: CheckedFinding) {
  return {
    code,
    severity,
    message,
    field: field ?? null,
    range: rangeOf(document, span),
    related: (related ?? []).map(({ message: about, field: other, elsewhere, ...place }) => ({
      message: about,
      field: other ?? null,
      range: elsewhere?.range ?? rangeOf(document, place),
      ...(elsewhere && { path: elsewhere.file }),
    })),
    fixes: (fixes ?? []).map(({ title, edits }) => ({
      title,
      edits: edits.map((edit) => ({ range: rangeOf(document, edit), newText: edit.newText })),
    })),
  };
}

/** `extract --format json`: every field that the report has, by its public identifier, in the form's order. */
export function extractJson(files: readonly { path: string; report: Report }[]): string {
  return JSON.stringify({
    version,
    files: files.map(({ path, report }) => ({
      ...headOf(path, report),
      fields: Object.fromEntries(
        fieldsOf(report).map(({ field, value, text, ...span }) => [field.id, { value, text, range: rangeOf(report.document, span) }]),
      ),
    })),
  });
}
