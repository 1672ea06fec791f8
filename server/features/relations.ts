import type { Relation } from '../../core/form';
import type { BoundCell, BoundTable } from '../../core/report/report';

/** The relations that a cell enters, its own sum first. */
export function relationsOf(table: BoundTable, cell: BoundCell): Relation[] {
  const { index } = cell.field;
  const entered = table.table.relations.filter(({ parts, wholes }) => parts.includes(index) || wholes.includes(index));
  return entered.sort((a, b) => Number(b.total === index) - Number(a.total === index));
}

/** The report's cells for some fields, by index. */
function cellsOfFields(table: BoundTable, indices: readonly number[]): BoundCell[] {
  const wanted = new Set(indices);
  return table.rows.flatMap((row) => row.cells.filter((cell) => wanted.has(cell.field.index)));
}

/** The cells that a total sums: the parts of the relations in which it is the only whole. */
export function partCells(table: BoundTable, cell: BoundCell): BoundCell[] {
  const sums = relationsOf(table, cell).filter(({ wholes }) => wholes.length === 1 && wholes[0] === cell.field.index);
  return cellsOfFields(
    table,
    sums.flatMap(({ parts }) => parts),
  );
}

/** The totals that a figure enters. */
export function totalCells(table: BoundTable, cell: BoundCell): BoundCell[] {
  const { index } = cell.field;
  const entered = relationsOf(table, cell).filter(({ parts }) => parts.includes(index));
  return cellsOfFields(
    table,
    entered.flatMap(({ wholes }) => wholes),
  );
}
