import { t } from '@vscode/l10n';
import pc from 'picocolors';
import stringWidth from 'string-width';
import type { CheckedFinding, Severity } from '../checks/finding';
import { rangeOf } from '../format/positions';
import type { CheckedFile, Summary } from './result';

/** Columns of source shown around a finding. */
const mostShown = 60;

type Colors = ReturnType<typeof pc.createColors>;

/** `check` for people: each finding with its line and a caret under it, then a count. */
export function checkText(files: readonly CheckedFile[], summary: Summary, colored: boolean): string {
  const colors = pc.createColors(colored);
  const lines = files.flatMap((file) => file.findings.flatMap((finding) => findingLines(file, finding, colors)));
  return [...lines, ...(files.length > 1 ? overview(files, colors) : []), summaryLine(summary)].join('\n');
}

/** One line a report, by its state: how many errors and warnings, whose, on which year, where. */
function overview(files: readonly CheckedFile[], colors: Colors): string[] {
  const count = ({ findings }: CheckedFile, severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  const rows = files.map((file) => {
    const [errors, warnings] = [count(file, 'error'), count(file, 'warning')];
    const { organ, year } = file.report.identity;
    return { errors, warnings, cells: [String(errors), String(warnings), String(year ?? '?'), organ ?? '?', file.path] };
  });
  rows.sort((a, b) => b.errors - a.errors || b.warnings - a.warnings);
  const head = [t('Errors'), t('Warnings'), t('Year'), t('Organ'), t('File')];
  const widths = head.map((title, column) => Math.max(stringWidth(title), ...rows.map(({ cells }) => stringWidth(cells[column]))));
  const padded = (cells: readonly string[]) =>
    cells.map((cell, column) => (column === cells.length - 1 ? cell : cell + ' '.repeat(widths[column] - stringWidth(cell)))).join('  ');
  return [
    '',
    colors.bold(padded(head)),
    ...rows.map(({ errors, warnings, cells }) => (errors > 0 ? colors.red : warnings > 0 ? colors.yellow : colors.green)(padded(cells))),
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
  const head = `${colors.bold(`${path}:${start.line + 1}:${start.character + 1}`)} ${paint(severityName(finding.severity))} ${finding.message} ${colors.dim(finding.code)}`;
  const line = document.lines[start.line];
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
