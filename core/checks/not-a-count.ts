import { t } from '@vscode/l10n';
import { isAllowed } from '../analysis/cell-change';
import { oddCells, tablesOf } from '../report/cells';
import { fieldName } from '../report/wording';
import { writeCell } from '../writing/cells';
import { impliedValue } from './not-a-number';
import type { Check } from './support/finding';

export const notACount: Check = {
  code: 'not-a-count',
  severity: 'error',
  find(context) {
    return tablesOf(context.report).flatMap((table) =>
      oddCells(table, ({ field, value }) => value !== null && !isAllowed(field, value)).map((cell) => {
        const value = cell.value as number;
        const right = impliedValue(context, cell);
        const name = fieldName(table.table, cell.field);
        return {
          start: cell.start,
          end: cell.end,
          field: cell.field.id,
          message:
            value < 0 ? t('{0} is {1}: a count can’t be negative.', name, value) : t('{0} is {1}: a count is a whole number.', name, value),
          fixes:
            right === undefined ? [] : [{ title: t('Change to {0}', right), edits: [{ ...writeCell(cell, right), start: cell.start }] }],
        };
      }),
    );
  },
};
