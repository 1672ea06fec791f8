import { t } from '@vscode/l10n';
import type { RowForm } from '../form';
import { rowsWhere } from '../report/cells';
import { rowName } from '../report/wording';
import type { Check } from './support/finding';

export const extraCell: Check = {
  code: 'extra-cell',
  severity: 'error',
  find({ report }) {
    return rowsWhere(report, (row) => row.form !== undefined && row.extra.length > 0).map(({ form, extra }) => {
      const { fields } = form as RowForm;
      const name = rowName(form as RowForm);
      const there = fields.length + extra.length;
      return {
        start: extra[0].start,
        end: extra[extra.length - 1].end,
        field: fields[fields.length - 1].id,
        message: name
          ? t('The row “{0}” has {1} figures; the form has {2}.', name, there, fields.length)
          : t('The row has {0} figures; the form has {1}.', there, fields.length),
      };
    });
  },
};
