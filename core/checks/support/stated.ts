import type { TableBalance } from '../../analysis/balances';
import type { Statement } from '../../prose/statements';
import type { BoundCell, Report } from '../../report/report';
import type { Span } from '../../text/document';
import type { Context } from './finding';

/** The cells that a statement concerns, and their sum. */
export interface Tabled {
  value: number;
  cells: readonly BoundCell[];
}

/** The table's side of a statement; undefined where a cell is missing or unreadable, or all are empty. */
function tabledOf(report: Report, { fields }: Statement): Tabled | undefined {
  const cells = fields.flatMap((field) => cellOf(report, field.table, field.index) ?? []);
  if (cells.length < fields.length || cells.some(({ state }) => state === 'text')) return undefined;
  if (cells.every(({ state }) => state === 'empty')) return undefined;
  return { value: sum(cells.map(({ value }) => value ?? 0)), cells };
}

/** The table's side of an exact statement that contradicts it, before and after the repairs of `suspect-cell`; else undefined. */
export function contradiction({ report, balances }: Context, statement: Statement): Tabled | undefined {
  if (!statement.exact) return undefined;
  const tabled = tabledOf(report, statement);
  if (!tabled || tabled.value === statement.value) return undefined;
  const repairs = repairsOf(balances);
  const repaired = sum(tabled.cells.map((cell) => repairs.get(cell) ?? cell.value ?? 0));
  return repaired === statement.value ? undefined : tabled;
}

/** A predicate: true if a figure of the prose contradicts the table. Other checks then leave it to `prose-figure`. Computed on the first call. */
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

/** The values that the repairs of `suspect-cell` give to cells. */
export function repairsOf(balances: readonly TableBalance[]): Map<BoundCell, number> {
  return new Map(balances.flatMap(({ repairs }) => repairs.flatMap(({ changes }) => changes.map(({ cell, to }) => [cell, to] as const))));
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}
