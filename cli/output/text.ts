import { t } from '@vscode/l10n';
import pc from 'picocolors';
import stringWidth from 'string-width';
import { rangeInFile } from '../../core/analysis/analyse';
import { checkNameAndCode } from '../../core/checks/names';
import type { CheckedFinding, Severity } from '../../core/checks/support/finding';
import { lineAt } from '../../core/text/document';
import type { CheckedFile, Counts, Summary } from './result';

/** How many characters of the line are shown around a finding. */
const shownCharacters = 60;

type Colors = ReturnType<typeof pc.createColors>;

/** A report in `check --format text`: each finding with its line and a caret under it. */
export function checkedText(file: CheckedFile, colored: boolean): string[] {
  const colors = pc.createColors(colored);
  return file.findings.flatMap((finding) => findingLines(file, finding, colors));
}

/** A report in the overview of many. */
export interface OverviewRow {
  path: string;
  organ: string | null;
  year: number | null;
  counts: Counts;
}

/** The last lines of `check`: if there are several reports, an overview with the worst first; then the counts. */
export function textFoot(reports: readonly OverviewRow[], summary: Summary, colored: boolean): string[] {
  return [...(reports.length > 1 ? overview(reports, pc.createColors(colored)) : []), summaryLine(summary)];
}

/** One line for each report, coloured by its worst severity: errors, warnings, year, organ, path. */
function overview(reports: readonly OverviewRow[], colors: Colors): string[] {
  const rows = reports.map(({ path, organ, year, counts: { error, warning } }) => ({
    error,
    warning,
    cells: [String(error), String(warning), String(year ?? '?'), organ ?? '?', path],
  }));
  rows.sort((a, b) => b.error - a.error || b.warning - a.warning);
  const head = [t('Errors'), t('Warnings'), t('Year'), t('Organ'), t('File')];
  const widths = head.map((title, column) =>
    rows.reduce((most, { cells }) => Math.max(most, stringWidth(cells[column])), stringWidth(title)),
  );
  const padded = (cells: readonly string[]) =>
    cells.map((cell, column) => (column === cells.length - 1 ? cell : cell + ' '.repeat(widths[column] - stringWidth(cell)))).join('  ');
  return [
    '',
    colors.bold(padded(head)),
    ...rows.map(({ error, warning, cells }) => (error > 0 ? colors.red : warning > 0 ? colors.yellow : colors.green)(padded(cells))),
    '',
  ];
}

export function severityName(severity: Severity): string {
  switch (severity) {
    case 'error':
      return t('error');
    case 'warning':
      return t('warning');
    case 'information':
      return t('information');
    case 'hint':
      return t('hint');
  }
}

function colorOf(severity: Severity, colors: Colors): (text: string) => string {
  switch (severity) {
    case 'error':
      return colors.red;
    case 'warning':
      return colors.yellow;
    default:
      return colors.cyan;
  }
}

function findingLines(file: CheckedFile, finding: CheckedFinding, colors: Colors): string[] {
  const { path, analysis } = file;
  const { document } = analysis;
  const { start, end } = rangeInFile(file, finding);
  const paint = colorOf(finding.severity, colors);
  const head = `${colors.bold(`${path}:${start.line + 1}:${start.character + 1}`)} ${paint(severityName(finding.severity))} ${finding.message} ${colors.dim(checkNameAndCode(finding.code))}`;
  const line = document.lines[lineAt(document, finding.start)];
  const source = document.text.slice(line.start, line.end);
  const from = Math.max(0, start.character - shownCharacters / 2);
  const shown = printable(source.slice(from, from + shownCharacters));
  const before = printable(source.slice(from, start.character));
  const stop = end.line === start.line ? end.character : source.length;
  const marked = printable(source.slice(start.character, Math.min(stop, from + shownCharacters)));
  const caret = ' '.repeat(stringWidth(before)) + paint('^'.repeat(Math.max(1, stringWidth(marked))));
  return [head, `    ${shown}`, `    ${caret}`];
}

/** The text with tabs as one space and control characters as dots, so that the caret is under the right character. */
function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is replaced
  return text.replace(/\t/g, ' ').replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028\u2029\ufeff]/g, '·');
}

function summaryLine({ files, skipped, errors, warnings, information, hints }: Summary): string {
  const counts = t('Reports: {0}. Errors: {1}, warnings: {2}, information: {3}, hints: {4}.', files, errors, warnings, information, hints);
  return skipped > 0 ? `${counts} ${t('Files that are no reports: {0}.', skipped)}` : counts;
}
