import type { BoundCell, BoundTable } from '../report/report';
import type { Context } from './finding';

/** Empty cells reported one by one, at most; more are one remark for the table. */
export const mostEmptyCells = 3;

/** The empty cells of a table, without those that a repair fills. */
export function emptyCells({ balances }: Context, table: BoundTable): BoundCell[] {
  const balance = balances.find((candidate) => candidate.table === table);
  const repaired = new Set(balance?.repairs.flatMap(({ changes }) => changes.map(({ cell }) => cell)));
  return table.rows.flatMap((row) => row.cells.filter((cell) => cell.state === 'empty' && !repaired.has(cell)));
}
