import { t } from '@vscode/l10n';
import { oddCells, tablesOf } from '../report/cells';
import type { NumberCell } from '../report/report';
import { writeFigure } from '../text/figure';
import type { Check } from './support/finding';

/** Full-width digits and thousands separators: read without trouble, but not as the form has them. */
export const digitForm: Check = {
  code: 'digit-form',
  severity: 'hint',
  find({ report }) {
    return tablesOf(report).flatMap((table) =>
      oddCells(table, (cell): cell is NumberCell => cell.state === 'number' && cell.isUnusual).map(
        ({ field, value, number: { start, end } }) => {
          const plain = writeFigure(value);
          return {
            start,
            end,
            field: field.id,
            message: t('The form has figures in plain digits: {0}', plain),
            fixes: [{ title: t('Change to {0}', plain), edits: [{ start, end, newText: plain }], restoresForm: true }],
          };
        },
      ),
    );
  },
};
