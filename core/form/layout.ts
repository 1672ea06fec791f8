import { type CompiledTable, depthOf, type Field, leaves, type RowForm } from './compile';
import type { Block, Entry } from './model';

export type GridKind = 'title' | 'corner' | 'column' | 'row' | 'figure' | 'empty';

/** A cell of the printed table, merged over `width` columns and `height` lines. */
export interface GridCell {
  kind: GridKind;
  text: string;
  column: number;
  width: number;
  height: number;
  /** For a figure: its field. */
  field?: Field;
}

/** A line of the printed table: the cells that begin on it, from left to right. */
export interface GridLine {
  cells: GridCell[];
  /** The row of figures on this line, if it is one. */
  row?: RowForm;
}

const layouts = new WeakMap<CompiledTable, readonly GridLine[]>();

/** The table as the form prints it, with its merged cells: for drawing, inserting and exporting. The same value each time. */
export function layoutOf(table: CompiledTable): readonly GridLine[] {
  const known = layouts.get(table);
  if (known) return known;
  const made = table.form.blocks.flatMap((block) => layoutOfBlock(table, block));
  layouts.set(table, made);
  return made;
}

function layoutOfBlock(table: CompiledTable, block: Block): GridLine[] {
  const { width, labelColumns } = table;
  const lines: GridLine[] = [];
  if (block.title) lines.push({ cells: [{ kind: 'title', text: block.title, column: 0, width, height: 1 }] });

  const columns: readonly Entry[] = block.over ? [{ label: block.over, children: block.columns }] : block.columns;
  const depth = depthOf(columns);
  const header: GridLine[] = Array.from({ length: depth }, () => ({ cells: [] }));
  if (labelColumns > 0) header[0].cells.push({ kind: 'corner', text: block.corner ?? '', column: 0, width: labelColumns, height: depth });
  placeColumns(columns, header, 0, labelColumns, width);
  lines.push(...header);

  const body: GridLine[] = [];
  const rows = table.rows.filter((row) => row.block === block);
  if (labelColumns > 0) placeRows(block.rows, body, 0, labelColumns);
  else body.push(...rows.map(() => ({ cells: [] })));
  rows.forEach((row, index) => {
    body[index].row = row;
    row.fields.forEach((field, place) => {
      const last = place === row.fields.length - 1;
      const column = labelColumns + place;
      body[index].cells.push({ kind: 'figure', text: '', column, width: last ? width - column : 1, height: 1, field });
    });
  });
  lines.push(...body);
  return lines;
}

/** Places column labels from `level` down, the last one stretched to `end`; returns the column after them. */
function placeColumns(entries: readonly Entry[], header: GridLine[], level: number, start: number, end: number): number {
  let column = start;
  entries.forEach((entry, index) => {
    const last = index === entries.length - 1;
    const own = entry.children ? leaves(entry.children).length : 1;
    const width = last ? end - column : own;
    const height = entry.children ? 1 : header.length - level;
    header[level].cells.push({ kind: 'column', text: entry.label, column, width, height });
    if (entry.children) placeColumns(entry.children, header, level + 1, column, column + width);
    column += width;
  });
  for (const line of header) line.cells.sort((a, b) => a.column - b.column);
  return column;
}

function placeRows(entries: readonly Entry[], body: GridLine[], level: number, labelColumns: number): void {
  for (const entry of entries) {
    const at = body.length;
    const cell: GridCell = { kind: 'row', text: entry.label, column: level, width: labelColumns - level, height: 1 };
    if (!entry.children) {
      body.push({ cells: [cell] });
      continue;
    }
    placeRows(entry.children, body, level + 1, labelColumns);
    cell.width = 1;
    cell.height = body.length - at;
    body[at].cells.unshift(cell);
  }
}
