import { t } from '@vscode/l10n';
import type { Check } from './finding';
import { tablesOf } from './tables';
import { rowName } from './wording';

export const extraCell: Check = {
  code: 'extra-cell',
  severity: 'error',
  find({ report }) {
    return tablesOf(report).flatMap(({ rows }) =>
      rows.flatMap(({ form, extra }) => {
        if (!form || extra.length === 0) return [];
        const need = form.fields.length;
        const name = rowName(form);
        return [
          {
            start: extra[0].start,
            end: extra[extra.length - 1].end,
            field: form.fields[need - 1].id,
            message: name
              ? t('The row “{0}” has {1} figures; the form has {2}.', name, need + extra.length, need)
              : t('The row has {0} figures; the form has {1}.', need + extra.length, need),
          },
        ];
      }),
    );
  },
};
