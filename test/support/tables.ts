import assert from 'node:assert/strict';
import { latestEdition, type TableId } from '../../core/form';
import { readReport } from '../../core/report/bind';
import type { BoundTable } from '../../core/report/report';
import { reportIn } from './shapes';

/** What stands in the cells of a table, by the part of the field's identifier after the table's. */
export type Written = Readonly<Record<string, number | string>>;

/**
 * A table of the latest edition as a report has it, with `rest` in the cells that are not named. `edit` may change its text
 * before it is read.
 */
export function tableWith(id: TableId, written: Written, rest: number | string = 0, edit = (text: string) => text): BoundTable {
  const text = reportIn({
    edition: latestEdition,
    year: 2025,
    organ: '平安县水利局',
    shape: 'markdown',
    text: (field) => String((field.table === id ? written[field.id.slice(id.length + 1)] : undefined) ?? rest),
  });
  const table = readReport(edit(text)).tables[id];
  assert.ok(table);
  return table;
}
