import { t } from '@vscode/l10n';
import { csv } from '../exchange/open-data';
import { rangeOf } from '../format/positions';
import type { CheckedFile } from './result';
import { severityName } from './text';

type Row = readonly (string | number)[];

/** A reviewer's list: one row a finding, and one for each report in which nothing was found. */
function rowsOf(files: readonly CheckedFile[]): { head: Row; rows: Row[] } {
  const head = [t('File'), t('Organ'), t('Year'), t('Line'), t('Column'), t('Severity'), t('Check'), t('Finding')];
  const rows = files.flatMap(({ path, report, findings }): Row[] => {
    const { organ, year } = report.identity;
    const whose = [path, organ ?? '', year ?? ''];
    if (findings.length === 0) return [[...whose, '', '', '', '', t('nothing found')]];
    return findings.map((finding) => {
      const { start } = rangeOf(report.document, finding);
      return [...whose, start.line + 1, start.character + 1, severityName(finding.severity), finding.code, finding.message];
    });
  });
  return { head, rows };
}

/** The list as comma-separated values, with the mark by which spreadsheet programs know that it is UTF-8. */
export function checkCsv(files: readonly CheckedFile[]): string {
  const { head, rows } = rowsOf(files);
  return csv([head, ...rows]);
}

/** The list as a workbook. */
export async function checkXlsx(files: readonly CheckedFile[]): Promise<Uint8Array> {
  const { default: writeWorkbook } = await import('write-excel-file/node');
  const { head, rows } = rowsOf(files);
  const cell = (value: string | number) => (typeof value === 'number' ? { value, type: Number } : { value, type: String, wrap: true });
  const titles = head.map((value) => ({ value: String(value), type: String, fontWeight: 'bold' as const }));
  const columns = [50, 24, 8, 8, 8, 8, 18, 80].map((width) => ({ width }));
  return await writeWorkbook([titles, ...rows.map((row) => row.map(cell))], { columns, stickyRowsCount: 1 }).toBuffer();
}
