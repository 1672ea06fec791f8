import { t } from '@vscode/l10n';
import { tablesOf } from '../report/cells';
import { rowName } from '../report/wording';
import type { Check } from './support/finding';

/** A row that stands in its table already. Of rows repeated one after the other, the first is reported. */
export const duplicateRow: Check = {
  code: 'duplicate-row',
  severity: 'error',
  find({ report }) {
    return tablesOf(report).flatMap(({ duplicateRows }) =>
      duplicateRows.map(({ row, of }) => {
        const name = row.form ? rowName(row.form) : '';
        return {
          ...{ start: row.label.start, end: row.label.end },
          field: row.form?.fields[0].id,
          message: name
            ? t('The row “{0}” stands in the table already. Only its first occurrence is read.', name)
            : t('The table’s figures stand here a second time. Only the first are read.'),
          related: [{ start: of.label.start, end: of.label.end, message: t('The first occurrence') }],
        };
      }),
    );
  },
};
