import { t } from '@vscode/l10n';
import { tablesOf } from '../report/cells';
import { fieldName } from '../report/wording';
import { writeCell } from '../writing/cells';
import { emptyCells, mostEmptyCells } from './support/empty-cells';
import type { Check } from './support/finding';

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
