import { t } from '@vscode/l10n';
import { writeFigure } from '../format/figure';
import type { Check } from './finding';
import { tablesOf } from './tables';

/** Full-width digits and thousands separators: read without trouble, but not as the form has them. */
export const digitForm: Check = {
  code: 'digit-form',
  severity: 'hint',
  find({ report }) {
    return tablesOf(report).flatMap((table) =>
      table.rows.flatMap((row) =>
        row.cells.flatMap((cell) => {
          if (cell.value === null || !cell.figure.unusual) return [];
          const plain = writeFigure(cell.value);
          return [
            {
              start: cell.figure.start,
              end: cell.figure.end,
              field: cell.field.id,
              message: t('The form has figures in plain digits: {0}', plain),
              fixes: [{ title: t('Change to {0}', plain), edits: [{ start: cell.figure.start, end: cell.figure.end, newText: plain }] }],
            },
          ];
        }),
      ),
    );
  },
};
