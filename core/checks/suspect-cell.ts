import { t } from '@vscode/l10n';
import type { TableBalance } from '../analysis/balances';
import type { CellChange } from '../analysis/cell-change';
import { inOneLine } from '../language';
import { fieldName, fieldNames } from '../report/wording';
import { chapter, excerpt, passages } from './support/examples';
import type { Check, Context, Finding, Related } from './support/finding';
import { changeFix, relationMessage } from './support/wording';

/** The four rows of which two make up the other two; one cell has the given figure. */
const suspects = (received: number) =>
  excerpt('requests', [
    ['new', received, 0, 0, 0, 0, 0, 12],
    ['carriedIn', 0, 0, 0, 0, 0, 0, 0],
    ['handled', 12, 0, 0, 0, 0, 0, 12],
    ['carriedOut', 0, 0, 0, 0, 0, 0, 0],
  ]);

/** One finding a cell. Cells that must be changed together (they meet in a relation) share one fix, which repairs all. */
export const suspectCell: Check = {
  code: 'suspect-cell',
  severity: 'error',
  category: 'sums',
  title: { en: 'Wrong cell', zh: '填错的格' },
  description: {
    en: 'Where several sums fail at once, the smallest change that satisfies all of them says which cell is wrong, and what it should be. It changes the fewest cells; among equals it is the likeliest slip (digits transposed, dropped, doubled or changed, an empty cell, two neighbours exchanged). Fix: corrects the cell, and those that must be changed with it.',
    zh: '几个合计同时不平时，能使它们全部成立的最小改动指出填错的是哪一格、应为多少。改动的格数最少；格数相同时，取最像笔误的（相邻数字颠倒、漏一位、多一位、错一位、空着、相邻两格填反）。修复：改正该格；须一并修改的几格一次改完。',
  },
  why: {
    en: 'One wrong digit breaks two sums and more; the cell is what has to be corrected, not the totals.',
    zh: '一个数字填错，会使两处以上的合计不平；要改的是这一格，而不是各处合计。',
  },
  examples: { wrong: passages(chapter('requests'), suspects(21)), right: passages(chapter('requests'), suspects(12)) },
  find(context) {
    return context.balances.flatMap((balance) =>
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
            message: inOneLine([
              messageOf(balance, change, changes),
              ...(decidedBy === 'prose' ? evidenceOf(context, balance, changes) : []),
            ]),
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
  const others = changes.filter((change) => change.cell !== cell);
  const [partner] = others;
  const nameOf = (change: CellChange) => fieldName(balance.table.table, change.cell.field);
  if (others.length === 1)
    return t(
      '{0} is {1} and should be {2}; for the sums to hold, {3} must also be changed, to {4}.',
      name,
      from,
      to,
      nameOf(partner),
      partner.to,
    );
  if (others.length > 1)
    return t(
      '{0} is {1} and should be {2}; for the sums to hold, these must also be changed: {3}.',
      name,
      from,
      to,
      others.map(nameOf).join(t(', ')),
    );
  return t('{0} is {1} and should be {2}: then every sum that it is part of holds.', name, from, to);
}

/** A sentence on what the prose states of the changed cells, if the repair makes it true. */
function evidenceOf({ report, statements }: Context, { cellOf }: TableBalance, changes: readonly CellChange[]): string[] {
  const changed = new Map(changes.map(({ cell, to }) => [cell.field, to]));
  const evidence = statements.find(
    ({ exact, value, fields }) =>
      exact &&
      fields.some((field) => changed.has(field)) &&
      fields.reduce((sum, field) => sum + (changed.get(field) ?? cellOf(field)?.value ?? 0), 0) === value,
  );
  return evidence ? [t('The text says {0} for {1} too.', evidence.value, fieldNames(report.edition, evidence.fields))] : [];
}

function partners(balance: TableBalance, change: CellChange, changes: readonly CellChange[]): Related[] {
  return changes
    .filter((other) => other !== change)
    .map(({ cell, to }) => ({
      start: cell.start,
      end: cell.end,
      field: cell.field.id,
      message: t('{0} must be changed with it, to {1}.', fieldName(balance.table.table, cell.field), to),
    }));
}
