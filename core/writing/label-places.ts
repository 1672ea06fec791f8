import { type GridCell, layoutOf } from '../form';
import type { BoundLabel, BoundTable } from '../report/report';

/**
 * The labels that a report has for the cells of the printed table. A row's label is the one that its figures follow; the
 * others follow from their order, since several have the same words: as many as possible in the order of the form.
 */
export function labelPlaces(table: BoundTable): ReadonlyMap<GridCell, BoundLabel> {
  const places = new Map<GridCell, BoundLabel>();
  const used = new Set<BoundLabel>();
  const byStart = new Map(table.labels.map((label) => [label.start, label]));
  const forms = new Map(table.rows.map((row) => [row.form, row]));
  const open: GridCell[] = [];
  for (const { cells, row } of layoutOf(table.table)) {
    const bound = row && forms.get(row);
    const label = bound && byStart.get(bound.label.start);
    for (const cell of cells) {
      if (cell.text === '') continue;
      if (label && cell.kind === 'row' && cell.height === 1 && cell.text === label.anchor.label && !used.has(label)) {
        places.set(cell, label);
        used.add(label);
      } else open.push(cell);
    }
  }
  const left = table.labels.filter((label) => !used.has(label)).sort((a, b) => a.start - b.start);
  for (const [cell, label] of inCommon(open, left)) places.set(cell, label);
  return places;
}

/** The longest sequence of cells and labels with the same words, both in their order. */
function inCommon(cells: readonly GridCell[], labels: readonly BoundLabel[]): [GridCell, BoundLabel][] {
  const isSame = (cell: number, label: number) => cells[cell].text === labels[label].anchor.label;
  // longest[i][j]: how many of the cells from i on and of the labels from j on can be paired.
  const longest = Array.from({ length: cells.length + 1 }, () => new Uint16Array(labels.length + 1));
  for (let cell = cells.length - 1; cell >= 0; cell--)
    for (let label = labels.length - 1; label >= 0; label--)
      longest[cell][label] = isSame(cell, label)
        ? longest[cell + 1][label + 1] + 1
        : Math.max(longest[cell + 1][label], longest[cell][label + 1]);
  const pairs: [GridCell, BoundLabel][] = [];
  for (let cell = 0, label = 0; cell < cells.length && label < labels.length; ) {
    if (isSame(cell, label)) pairs.push([cells[cell++], labels[label++]]);
    else if (longest[cell + 1][label] >= longest[cell][label + 1]) cell++;
    else label++;
  }
  return pairs;
}
