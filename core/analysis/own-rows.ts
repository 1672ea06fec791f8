import { broken, type System } from '../balance/system';
import { indexInTable } from '../form';
import type { BoundTable, UnknownRow } from '../report/report';

/**
 * A table's system of sums, with the rows that an office has added of its own among the parts of the column totals where
 * more sums hold with them than without. The system's relations are the table's in their order.
 */
export function withOwnRows<Index extends number>({ table, unknownRows }: BoundTable, system: System<Index>): System<Index> {
  const width = table.rows[0].fields.length;
  const rows = unknownRows.map(figuresOf).filter((figures) => figures.length === width);
  const relations = system.relations.map((sum, index) => {
    const { code, wholes } = table.relations[index];
    if (code !== 'column-total') return sum;
    const { place } = table.fields[indexInTable(table, wholes[0])];
    return { ...sum, offset: rows.reduce((total, figures) => total + figures[place], 0) };
  });
  const added = { ...system, relations };
  return broken(added).length < broken(system).length ? added : system;
}

/** The figures of a row that the form does not have; zero for what is no number. */
function figuresOf({ extra }: UnknownRow): number[] {
  return extra.map(({ figure }) => (figure.kind === 'number' ? figure.value : 0));
}
