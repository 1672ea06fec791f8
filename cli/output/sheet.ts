import { t } from '@vscode/l10n';
import { rangeInFile } from '../../core/analysis/analyse';
import { csv } from '../../exchange/open-data';
import type { CheckedFile } from './result';
import { severityName } from './text';

export type ListRow = readonly (string | number)[];

/** A report in a reviewer's list: one row for each finding, or one row without a finding. */
export function checkedRows(file: CheckedFile): ListRow[] {
  const { path, analysis, findings } = file;
  const { organ, year } = analysis.report.identity;
  const whose = [path, organ ?? '', year ?? ''];
  if (findings.length === 0) return [[...whose, '', '', '', '', t('nothing found')]];
  return findings.map((finding) => {
    const { start } = rangeInFile(file, finding);
    return [...whose, start.line + 1, start.character + 1, severityName(finding.severity), finding.code, finding.message];
  });
}

function head(): string[] {
  return [t('File'), t('Organ'), t('Year'), t('Line'), t('Column'), t('Severity'), t('Check'), t('Finding')];
}

/** The list as comma-separated values, with a header row. */
export function rowsAsCsv(rows: readonly ListRow[]): string {
  return csv([head(), ...rows]);
}

/** The list as a workbook, with a header row. */
export async function rowsAsWorkbook(rows: readonly ListRow[]): Promise<Uint8Array> {
  const { default: writeWorkbook } = await import('write-excel-file/node');
  const cell = (value: string | number) => (typeof value === 'number' ? { value, type: Number } : { value, type: String, wrap: true });
  const titles = head().map((value) => ({ value, type: String, fontWeight: 'bold' as const }));
  const columns = [50, 24, 8, 8, 8, 8, 18, 80].map((width) => ({ width }));
  return await writeWorkbook([titles, ...rows.map((row) => row.map(cell))], { columns, stickyRowsCount: 1 }).toBuffer();
}
