import { t } from '@vscode/l10n';
import { isAllowed } from './balances';
import type { Check } from './finding';
import { impliedValue } from './not-a-number';
import { tablesOf } from './tables';
import { fieldName, writeCell } from './wording';

export const notACount: Check = {
  code: 'not-a-count',
  severity: 'error',
  find(context) {
    return tablesOf(context.report).flatMap((table) =>
      table.rows.flatMap((row) =>
        row.cells.flatMap((cell) => {
          const { value, field } = cell;
          if (value === null || isAllowed(field, value)) return [];
          const right = impliedValue(context, cell);
          const edit = right === undefined ? undefined : { ...writeCell(cell, right), start: cell.start };
          return [
            {
              start: cell.start,
              end: cell.end,
              field: field.id,
              message:
                value < 0
                  ? t('{0} is {1}: a count can’t be negative.', fieldName(table.table, field), value)
                  : t('{0} is {1}: a count is a whole number.', fieldName(table.table, field), value),
              fixes: edit ? [{ title: t('Change to {0}', right as number), edits: [edit] }] : [],
            },
          ];
        }),
      ),
    );
  },
};
