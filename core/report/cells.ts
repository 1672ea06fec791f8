import type { Span } from '../text/document';
import type { BoundCell, BoundRow, BoundTable, Report } from './report';

/** The tables that a report has, in the form's order. */
export function tablesOf(report: Report): BoundTable[] {
  return Object.values(report.tables);
}

/** Those of a table's cells that hold no plain count and that `holds` accepts, in the report's order. */
export function oddCells<Odd extends BoundCell>(table: BoundTable, holds: (cell: BoundCell) => cell is Odd): Odd[];
export function oddCells(table: BoundTable, holds: (cell: BoundCell) => boolean): BoundCell[];
export function oddCells(table: BoundTable, holds: (cell: BoundCell) => boolean): BoundCell[] {
  return table.odd.length === 0 ? [] : table.odd.filter(holds);
}

/** The rows of all tables of which something holds. */
export function rowsWhere(report: Report, holds: (row: BoundRow) => boolean): BoundRow[] {
  const found: BoundRow[] = [];
  for (const table of tablesOf(report)) for (const row of table.rows) if (holds(row)) found.push(row);
  return found;
}

/** All cells of a report that its form has. */
export function cellsOf(report: Report): BoundCell[] {
  return tablesOf(report).flatMap(({ rows }) => rows.flatMap(({ cells }) => cells));
}

/** What a figure takes up in its cell, without its unit; the whole cell where there is none. */
export function figureSpan(cell: BoundCell): Span {
  const { start, end } = cell.state === 'number' ? cell.number : cell;
  return { start, end };
}
