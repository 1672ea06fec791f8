import { rangeInFile } from '../../core/analysis/analyse';
import type { CheckedFinding } from '../../core/checks/support/finding';
import { fieldsOf } from '../../core/report/fields';
import type { FileReport } from '../../files/file-reports';
import { type CheckedFile, jsonHead, type Summary } from './result';

/** The version of what `check` and `extract` print as JSON. */
const jsonVersion = 1;

/** A report in `check --format json`, and a line of `--format ndjson`. Positions as in LSP: zero-based lines, UTF-16 columns. */
export function checkedJson(file: CheckedFile): string {
  return JSON.stringify({
    ...jsonHead(file.path, file.analysis.report),
    diagnostics: file.findings.map((finding) => diagnostic(file, finding)),
  });
}

/** The text before and after the reports in `check --format json`. */
export const jsonFrame = {
  head: `{"version":${jsonVersion},"files":[`,
  foot: (summary: Summary) => `],"summary":${JSON.stringify(summary)}}`,
} as const;

function diagnostic(file: CheckedFile, { code, severity, message, field, related, fixes, ...span }: CheckedFinding) {
  return {
    code,
    severity,
    message,
    field: field ?? null,
    range: rangeInFile(file, span),
    related: (related ?? []).map(({ message: about, field: other, elsewhere, ...place }) => ({
      message: about,
      field: other ?? null,
      range: elsewhere?.range ?? rangeInFile(file, place),
      ...(elsewhere && { path: elsewhere.file }),
    })),
    fixes: (fixes ?? []).map(({ title, edits }) => ({
      title,
      edits: edits.map((edit) => ({ range: rangeInFile(file, edit), newText: edit.newText })),
    })),
  };
}

/** A report in `extract --format json`, and a line of `--format ndjson`: every field that it has, in the form's order. */
export function extractedJson(found: FileReport): string {
  const { report } = found.analysis;
  return JSON.stringify({
    ...jsonHead(found.path, report),
    fields: Object.fromEntries(
      fieldsOf(report).map(({ field, value, text, ...span }) => [field.id, { value, text, range: rangeInFile(found, span) }]),
    ),
  });
}
