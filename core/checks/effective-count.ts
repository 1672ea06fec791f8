import { t } from '@vscode/l10n';
import type { Field } from '../form';
import { writeCell } from '../writing/cells';
import { comparedWithLast, nameIn } from './support/against-last';
import type { Check } from './support/finding';

/** What is in force = what was in force last year + issued − repealed. */
export const effectiveCount: Check = {
  code: 'effective-count',
  severity: 'information',
  find(context) {
    const { report } = context;
    const table = report.tables.proactive;
    const stock = (field: Field) => field.row.block.stock?.total === field.column.id;
    return comparedWithLast(context, (field) => (stock(field) ? field.id : undefined)).flatMap(({ cell, field, now, before, related }) => {
      const { stock: form } = field.row.block;
      const row = table?.rows.find(({ form: own }) => own === field.row);
      const [added, removed] = [form?.added, form?.removed].map((id) => row?.cells.find((each) => each.field.column.id === id)?.value ?? 0);
      const due = before + added - removed;
      if (now === due || due < 0) return [];
      return [
        {
          start: cell.start,
          end: cell.end,
          field: field.id,
          message: t('{0} is {1}; last year’s {2}, plus {3}, less {4}, are {5}.', nameIn(report, field), now, before, added, removed, due),
          related: [related],
          fixes: [{ title: t('Change to {0}', due), edits: [writeCell(cell, due)] }],
        },
      ];
    });
  },
};
