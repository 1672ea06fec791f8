import { balancesOf, type TableBalance } from '../../core/analysis/balances';
import type { Reading } from '../../core/editing/reading';
import { statementsOf } from '../../core/prose/statements';
import { paragraphsOf } from '../../core/report/paragraphs';
import type { BoundTable, Report } from '../../core/report/report';

const balances = new WeakMap<Report, TableBalance[]>();

/** The arithmetic of a table, judged with the report's prose as the checks do. undefined for a table without relations. */
export function balanceIn({ report }: Reading, table: BoundTable): TableBalance | undefined {
  let known = balances.get(report);
  if (!known) {
    known = balancesOf(report, statementsOf(report, paragraphsOf(report)));
    balances.set(report, known);
  }
  return known.find((balance) => balance.table === table);
}
