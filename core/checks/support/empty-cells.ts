import { oddCells } from '../../report/cells';
import type { BoundCell, BoundTable } from '../../report/report';
import type { Context } from './finding';

/** Empty cells of a table that have a finding each, at most; more are one finding for the table. */
export const mostEmptyCells = 3;

/** The empty cells of a table, without those that a repair fills. */
export function emptyCells({ balances }: Context, table: BoundTable): BoundCell[] {
  const empty = oddCells(table, (cell) => cell.state === 'empty');
  const balance = balances.find((candidate) => candidate.table === table);
  return empty.filter((cell) => !balance?.repairs.some(({ changes }) => changes.some((change) => change.cell === cell)));
}
