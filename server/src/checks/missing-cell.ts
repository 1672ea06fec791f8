import { t } from '@vscode/l10n';
import type { Check } from './finding';
import { tablesOf } from './tables';
import { rowName } from './wording';

export const missingCell: Check = {
  code: 'missing-cell',
  severity: 'error',
  find({ report }) {
    return tablesOf(report).flatMap(({ rows }) =>
      rows.flatMap(({ form, label, cells, missing }) => {
        if (!form || missing === 0) return [];
        const need = form.fields.length;
        const name = rowName(form);
        return [
          {
            start: label.start,
            end: label.end,
            field: form.fields[cells.length].id,
            message: name
              ? t('The row “{0}” has {1} of {2} figures.', name, cells.length, need)
              : t('The row has {0} of {1} figures.', cells.length, need),
          },
        ];
      }),
    );
  },
};
