import { t } from '@vscode/l10n';
import type { Field } from '../form';
import { writeCell } from '../writing/cells';
import { comparedWithLast, nameIn } from './support/against-last';
import type { Check } from './support/finding';

/** What last year's report carries out, this year's carries in, in every column. */
export const carryOver: Check = {
  code: 'carry-over',
  severity: 'warning',
  find(context) {
    const counterpart = ({ table, row, id }: Field) => {
      const { carryOver: over } = context.report.edition.tables[table].form;
      return over?.to === row.id ? id.replace(`.${over.to}.`, `.${over.from}.`) : undefined;
    };
    return comparedWithLast(context, counterpart)
      .filter(({ repaired, before }) => repaired !== before)
      .map(({ cell, field, now, before, related }) => ({
        start: cell.start,
        end: cell.end,
        field: field.id,
        message: t('{0} is {1}; last year’s report carries out {2}.', nameIn(context.report, field), now, before),
        related: [related],
        fixes: [{ title: t('Take over last year’s {0}', before), edits: [writeCell(cell, before)] }],
      }));
  },
};
