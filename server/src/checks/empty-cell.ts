import { t } from '@vscode/l10n';
import { emptyCells, mostEmptyCells } from './empty-cells';
import type { Check } from './finding';
import { tablesOf } from './tables';
import { fieldName, writeCell } from './wording';

export const emptyCell: Check = {
  code: 'empty-cell',
  severity: 'warning',
  find(context) {
    return tablesOf(context.report).flatMap((table) => {
      const empty = emptyCells(context, table);
      if (empty.length > mostEmptyCells) return [];
      return empty.map((cell) => ({
        start: cell.start,
        end: cell.end,
        field: cell.field.id,
        message: t('{0} is empty; it is read as 0.', fieldName(table.table, cell.field)),
        fixes: [{ title: t('Fill in 0'), edits: [writeCell(cell, 0)] }],
      }));
    });
  },
};
