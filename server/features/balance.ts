import type { TableBalance } from '../../core/analysis/balances';
import type { Reading } from '../../core/editing/reading';
import type { BoundTable } from '../../core/report/report';

/** The arithmetic of a table, judged with the report's prose as the checks do. undefined for a table without relations. */
export function balanceIn({ analysis }: Reading, table: BoundTable): TableBalance | undefined {
  return analysis.balances.find((balance) => balance.table === table);
}
