import { t } from '@vscode/l10n';
import type { RowForm } from '../form';
import { rowsWhere } from '../report/cells';
import { rowName } from '../report/wording';
import type { Check } from './support/finding';

export const missingCell: Check = {
  code: 'missing-cell',
  severity: 'error',
  find({ report }) {
    return rowsWhere(report, (row) => row.missing > 0).map((row) => {
      const { fields } = row.form as RowForm;
      const name = rowName(row.form as RowForm);
      const there = row.cells.length;
      return {
        start: row.label.start,
        end: row.label.end,
        field: fields[there].id,
        message: name
          ? t('The row “{0}” has {1} of {2} figures.', name, there, fields.length)
          : t('The row has {0} of {1} figures.', there, fields.length),
      };
    });
  },
};
