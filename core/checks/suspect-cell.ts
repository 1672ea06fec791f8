import { t } from '@vscode/l10n';
import type { TableBalance } from '../analysis/balances';
import type { CellChange } from '../analysis/cell-change';
import { fieldName } from '../report/wording';
import type { Check, Finding, Related } from './support/finding';
import { changeFix, relationMessage } from './support/wording';

/**
 * The cells of the smallest repair, one finding a cell. Cells that must be changed together (they meet in a relation)
 * share one fix, which repairs all.
 */
export const suspectCell: Check = {
  code: 'suspect-cell',
  severity: 'error',
  find({ balances }) {
    return balances.flatMap((balance) =>
      balance.repairs.flatMap(({ changes, relations, decidedBy }) => {
        const related = relations.flatMap((relation): Related[] => {
          const field = balance.table.edition.fields[relation.total];
          const cell = balance.cellOf(field);
          return cell ? [{ start: cell.start, end: cell.end, field: field.id, message: relationMessage(balance, relation) }] : [];
        });
        const fix = changeFix(balance.table.table, changes);
        return changes.map((change): Finding => {
          const { cell } = change;
          return {
            start: cell.start,
            end: cell.end,
            field: cell.field.id,
            message: messageOf(balance, change, changes) + (decidedBy === 'prose' ? t(' The text says so too.') : ''),
            related: [...related, ...partners(balance, change, changes)],
            fixes: [fix],
          };
        });
      }),
    );
  },
};

function messageOf(balance: TableBalance, { cell, to }: CellChange, changes: readonly CellChange[]): string {
  const name = fieldName(balance.table.table, cell.field);
  if (cell.state === 'empty') return t('{0} is empty; the sums ask for {1}.', name, to);
  const from = cell.value ?? 0;
  const other = changes.find((change) => change.cell !== cell && change.to === from && (change.cell.value ?? 0) === to);
  if (changes.length === 2 && other)
    return t(
      '{0} is {1} and should be {2}: it seems exchanged with {3}.',
      name,
      from,
      to,
      fieldName(balance.table.table, other.cell.field),
    );
  if (changes.length > 1)
    return t('{0} is {1} and should be {2}, together with {3} more, for the sums to hold.', name, from, to, changes.length - 1);
  return t('{0} is {1} and should be {2}: then all sums hold that it enters.', name, from, to);
}

function partners(balance: TableBalance, change: CellChange, changes: readonly CellChange[]): Related[] {
  return changes
    .filter((other) => other !== change)
    .map(({ cell, to }) => ({
      start: cell.start,
      end: cell.end,
      field: cell.field.id,
      message: t('To be changed with it: {0} to {1}', fieldName(balance.table.table, cell.field), to),
    }));
}
