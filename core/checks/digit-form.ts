import { t } from '@vscode/l10n';
import { oddCells, tablesOf } from '../report/cells';
import { writeFigure } from '../text/figure';
import type { Check } from './support/finding';

/** Full-width digits and thousands separators: read without trouble, but not as the form has them. */
export const digitForm: Check = {
  code: 'digit-form',
  severity: 'hint',
  find({ report }) {
    return tablesOf(report).flatMap((table) =>
      oddCells(table, ({ value, figure }) => value !== null && figure.unusual).map((cell) => {
        const { field, value, figure } = cell;
        const start = cell.start + figure.from;
        const end = cell.start + figure.to;
        const plain = writeFigure(value as number);
        return {
          start,
          end,
          field: field.id,
          message: t('The form has figures in plain digits: {0}', plain),
          fixes: [{ title: t('Change to {0}', plain), edits: [{ start, end, newText: plain }], restoresForm: true }],
        };
      }),
    );
  },
};
