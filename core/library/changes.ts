import type { Field } from '../form';
import type { BoundCell, Report } from '../report/report';

/** A figure of a report that sums change; `from` is null where there is no number yet. */
export interface FigureChange {
  cell: BoundCell;
  from: number | null;
  to: number;
}

/** What sums would change in a report. */
export interface Changes {
  /** In the text's order. */
  changes: readonly FigureChange[];
  /** Fields that have a sum, and no cell in the report that it could be written into. */
  lacking: readonly Field[];
}

/** What writing sums into a report would change. A mark that says that there is nothing stays where the sum is zero. */
export function changesOf(report: Report, sums: ReadonlyMap<string, number>): Changes {
  const changes: FigureChange[] = [];
  const there = new Set<string>();
  for (const { rows } of Object.values(report.tables))
    for (const { cells } of rows)
      for (const cell of cells) {
        const to = sums.get(cell.field.id);
        if (to === undefined) continue;
        there.add(cell.field.id);
        const says = cell.state === 'not-applicable' ? 0 : cell.value;
        if (says !== to) changes.push({ cell, from: cell.value, to });
      }
  changes.sort((a, b) => a.cell.start - b.cell.start);
  return { changes, lacking: report.edition.fields.filter(({ id }) => sums.has(id) && !there.has(id)) };
}
