import type { Statement } from '../prose/statements';
import type { BoundTable, Report } from '../report/report';
import { type Judgement, judge } from './judging';
import { repairTable, type TableRepairs } from './repairing';

/** A table judged, with its repairs. */
export interface TableBalance extends Judgement, TableRepairs {}

/** The balances of all tables of a report that have relations. */
export function balancesOf(report: Report, statements: readonly Statement[]): TableBalance[] {
  return Object.values(report.tables)
    .filter(({ table }) => table.relations.length > 0)
    .map((table) => balanceOf(table, statements));
}

/** What the relations of a table say, and how it may be repaired. What the prose states decides between equal repairs. */
export function balanceOf(table: BoundTable, statements: readonly Statement[] = []): TableBalance {
  const judgement = judge(table);
  return Object.assign(judgement, repairTable(judgement, statements));
}
