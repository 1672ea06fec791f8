import type { TableBalance } from '../../analysis/balances';
import type { Statement } from '../../prose/statements';
import type { BoundCell, Report } from '../../report/report';
import type { Span } from '../../text/document';
import type { Context } from './finding';

/** What the tables have for what a statement is about. */
export interface Tabled {
  value: number;
  cells: readonly BoundCell[];
}

/** The table's side of a statement; undefined where a cell is missing, unreadable, or nothing is filled in yet. */
function tabledOf(report: Report, { fields }: Statement): Tabled | undefined {
  const cells = fields.flatMap((field) => cellOf(report, field.table, field.index) ?? []);
  if (cells.length < fields.length || cells.some(({ state }) => state === 'text')) return undefined;
  if (cells.every(({ state }) => state === 'empty')) return undefined;
  return { value: sum(cells.map(({ value }) => value ?? 0)), cells };
}

/** Whether the prose and the tables differ in what is stated for certain, the repairs of `suspect-cell` being made. */
export function contradiction({ report, balances }: Context, statement: Statement): Tabled | undefined {
  if (!statement.exact) return undefined;
  const tabled = tabledOf(report, statement);
  if (!tabled || tabled.value === statement.value) return undefined;
  const repairs = repairsOf(balances);
  const repaired = sum(tabled.cells.map((cell) => repairs.get(cell) ?? cell.value ?? 0));
  return repaired === statement.value ? undefined : tabled;
}

/** Tells of a figure whether it differs from the table's: that is one mistake, whatever else it breaks. Looked up when asked. */
export function contradictions(context: Context): (figure: Span) => boolean {
  let wrong: Set<number> | undefined;
  return ({ start }) => {
    wrong ??= new Set(context.statements.filter((each) => contradiction(context, each)).map((each) => each.start));
    return wrong.has(start);
  };
}

function cellOf(report: Report, table: keyof Report['tables'], index: number): BoundCell | undefined {
  for (const row of report.tables[table]?.rows ?? []) for (const cell of row.cells) if (cell.field.index === index) return cell;
  return undefined;
}

/** What cells become by the repairs of `suspect-cell`. */
export function repairsOf(balances: readonly TableBalance[]): Map<BoundCell, number> {
  return new Map(balances.flatMap(({ repairs }) => repairs.flatMap(({ changes }) => changes.map(({ cell, to }) => [cell, to] as const))));
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}
