import { t } from '@vscode/l10n';
import pc from 'picocolors';
import stringWidth from 'string-width';
import { checkNameAndCode } from '../../core/checks/names';
import type { CheckedFinding, Severity } from '../../core/checks/support/finding';
import { lineAt } from '../../core/text/document';
import { rangeOf } from '../../core/text/positions';
import type { CheckedFile, Counts, Summary } from './result';

/** Columns of source shown around a finding. */
const mostShown = 60;

type Colors = ReturnType<typeof pc.createColors>;

/** What `check` prints for people of a report: each finding with its line and a caret under it. */
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

/** The last lines of `check`: of many reports each by its state, the worst first; then the count. */
export function textFoot(reports: readonly OverviewRow[], summary: Summary, colored: boolean): string[] {
  return [...(reports.length > 1 ? overview(reports, pc.createColors(colored)) : []), summaryLine(summary)];
}

/** One line a report, by its state: how many errors and warnings, whose, on which year, where. */
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

function findingLines({ path, report }: CheckedFile, finding: CheckedFinding, colors: Colors): string[] {
  const { document } = report;
  const { start, end } = rangeOf(document, finding);
  const paint = colorOf(finding.severity, colors);
  const head = `${colors.bold(`${path}:${start.line + 1}:${start.character + 1}`)} ${paint(severityName(finding.severity))} ${finding.message} ${colors.dim(checkNameAndCode(finding.code))}`;
  const line = document.lines[lineAt(document, finding.start)];
  const source = document.text.slice(line.start, line.end);
  const from = Math.max(0, start.character - mostShown / 2);
  const shown = printable(source.slice(from, from + mostShown));
  const before = printable(source.slice(from, start.character));
  const stop = end.line === start.line ? end.character : source.length;
  const marked = printable(source.slice(start.character, Math.min(stop, from + mostShown)));
  const caret = ' '.repeat(stringWidth(before)) + paint('^'.repeat(Math.max(1, stringWidth(marked))));
  return [head, `    ${shown}`, `    ${caret}`];
}

/** Tabs as one space, control characters as dots, so that the caret stands where it should. */
function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is to be replaced
  return text.replace(/\t/g, ' ').replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028\u2029\ufeff]/g, '·');
}

function summaryLine({ files, skipped, errors, warnings, information, hints }: Summary): string {
  const counts = t('Reports: {0}. Errors: {1}, warnings: {2}, information: {3}, hints: {4}.', files, errors, warnings, information, hints);
  return skipped > 0 ? `${counts} ${t('Files that are no reports: {0}.', skipped)}` : counts;
}
