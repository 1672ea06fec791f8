import type { Field, RowForm, TableId } from '../../form';
import { figureSpan } from '../../report/cells';
import { lookUp } from '../../report/lexicon';
import { rowOfPieces } from '../../report/pieces';
import type { BoundCell, BoundTable } from '../../report/report';
import { isPiece } from '../../report/resemblance';
import { Separator } from '../../text/document';
import type { Edit } from '../../text/edit';
import { readFigure } from '../../text/figure';
import { fold } from '../../text/fold';
import { writeText } from '../cells';
import { safeCell } from '../markdown';
import type { Grid } from './clipboard';

/** What filling a table with a block of cells comes to. */
export interface Filling {
  edits: Edit[];
  /** How many cells of the table the block covers. */
  covered: number;
  /** Figures for which the table has no cell. */
  beyond: string[];
  /** Texts that are neither figures nor labels of the table. */
  strange: string[];
  /** Cells that stay as they are: their row has no separators, so an empty cell would move the figures after it. */
  kept: BoundCell[];
}

/**
 * Fills a table from a cell on with a block of cells, row by row of the form. Labels that were copied along are no figures:
 * a row's label says which row is meant, headings say which columns; without them the cell is the block's first. An empty
 * cell of the block empties the table's. Nothing is written outside the table's cells. The block's table where its labels
 * are those of another one: then nothing is filled.
 */
export function fill(table: BoundTable, from: BoundCell, grid: Grid): Filling | TableId {
  const other = tableOfLabels(table, grid);
  if (other) return other;
  const rows = withLabelColumns(grid.map((cells) => readRow(table, cells)));
  const shift = shiftOfHeadings(table, rows);
  const filling: Filling = { edits: [], covered: 0, beyond: [], strange: [], kept: [] };
  const written = new Map<BoundCell, Edit | undefined>();
  const forms = table.table.rows;
  let next = forms.indexOf(from.field.row);
  rows.forEach((row, index) => {
    if (row.kind === 'foreign') filling.beyond.push(...row.cells.filter(isFigure));
    if (row.kind === 'foreign' || row.kind === 'heading' || (row.kind === 'blank' && rows[index + 1]?.kind === 'heading')) return;
    const form = row.kind === 'labelled' ? row.form : forms[next];
    next = form ? forms.indexOf(form) + 1 : next;
    for (const { field, text } of placeValues(row, form, from.field.place, shift)) write(table, field, text, filling, written);
  });
  return filling;
}

/** True if each row of a block says by its label which row of the table is meant: it needs no cell to begin with. */
export function isLabelled(table: BoundTable, grid: Grid): boolean {
  const rows = grid.map((cells) => readRow(table, cells));
  return rows.some(({ kind }) => kind === 'labelled') && rows.every(({ kind }) => kind !== 'values' && kind !== 'foreign');
}

/** The table that a block's labels belong to, if that is another one. */
function tableOfLabels({ table }: BoundTable, grid: Grid): TableId | undefined {
  const named = grid.flatMap((cells) => cells.filter((text) => text !== '' && !isFigure(text)).map((text) => lookUp(fold(text))));
  if (named.some((matches) => matches.some(({ anchor }) => anchor.table === table.form.id))) return undefined;
  return named.flat().find(({ anchor }) => !anchor.ambiguous)?.anchor.table;
}

/**
 * A row of the block: headings of columns alone, nothing at all, a row of another table, or values, after a row's label
 * or not. `first`: the index of the first cell that may be a value.
 */
type GridRow =
  | { kind: 'heading' | 'blank' | 'foreign'; cells: readonly string[]; first: number }
  | { kind: 'values'; cells: readonly string[]; first: number }
  | { kind: 'labelled'; form: RowForm; cells: readonly string[]; first: number };

function readRow({ table }: BoundTable, cells: readonly string[]): GridRow {
  const id = table.form.id;
  const firstFigure = cells.findIndex(isFigure);
  const leading = (firstFigure < 0 ? cells : cells.slice(0, firstFigure)).flatMap((text, index) =>
    text === '' ? [] : [{ folded: fold(text), index }],
  );
  const last = leading.at(-1);
  if (!last) return { kind: firstFigure < 0 ? 'blank' : 'values', cells, first: 0 };
  const pieces = leading.map(({ folded }) => folded);
  const first = last.index + 1;
  const isLabel = (piece: string) => lookUp(piece).some(({ anchor }) => anchor.table === id) || isPiece(piece, id);
  if (firstFigure < 0 && pieces.every(isLabel) && (first >= cells.length || isColumns(id, pieces)))
    return { kind: 'heading', cells, first };
  const anchor = rowOfPieces(pieces, id, () => false)?.match.anchor;
  const form = anchor?.kind === 'row' ? table.rowById.get(anchor.row) : undefined;
  if (!form && !pieces.some(isLabel) && pieces.some(isForeign)) return { kind: 'foreign', cells, first };
  return form ? { kind: 'labelled', form, cells, first } : { kind: 'values', cells, first: isLabel(last.folded) ? first : 0 };
}

/** True if a text is a label of exactly one table. */
function isForeign(folded: string): boolean {
  return lookUp(folded).some(({ anchor }) => !anchor.ambiguous);
}

/** True if a text may be a label that no form has: it has words, and no figures after its ordinal. */
function isWords(text: string): boolean {
  return /\p{Script=Han}/u.test(text) && !/\d/.test(fold(text).replace(/^\(?\d+[.,、)]/, ''));
}

/** Columns at the left in which all rows have words, or nothing, hold labels, known or not. */
function withLabelColumns(rows: readonly GridRow[]): GridRow[] {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const filled = rows.filter(({ kind }) => kind !== 'heading');
  const isLabels = (column: number) =>
    filled.some(({ cells }) => (cells[column] ?? '') !== '') &&
    filled.every(({ cells }) => (cells[column] ?? '') === '' || isWords(cells[column]));
  let columns = 0;
  while (columns < width && isLabels(columns)) columns++;
  return columns === width ? [...rows] : rows.map((row) => (row.kind === 'values' ? { ...row, first: Math.max(row.first, columns) } : row));
}

/** True if texts are headings of columns rather than labels of rows: more than one of them is a column's. */
function isColumns(table: string, pieces: readonly string[]): boolean {
  return pieces.filter((piece) => lookUp(piece).some(({ anchor }) => anchor.table === table && anchor.kind === 'column')).length > 1;
}

/** How far the block's columns stand from the form's, if its headings say so and agree. */
function shiftOfHeadings({ table }: BoundTable, rows: readonly GridRow[]): number | undefined {
  const shifts = new Set<number>();
  for (const row of rows)
    if (row.kind === 'heading')
      row.cells.forEach((text, index) => {
        const places = new Set(table.fields.filter(({ column }) => isNamed(column, text)).map(({ place }) => place));
        const [place] = places;
        if (places.size === 1) shifts.add(place - index);
      });
  const [shift] = shifts;
  return shifts.size === 1 ? shift : undefined;
}

function isNamed({ label, alsoPrinted = [] }: Field['column'], text: string): boolean {
  const folded = fold(text);
  return [label, ...alsoPrinted].some((each) => fold(each) === folded);
}

interface Placed {
  /** undefined where the form has none. */
  field: Field | undefined;
  text: string;
}

function placeValues({ kind, cells, first }: GridRow, form: RowForm | undefined, start: number, shift: number | undefined): Placed[] {
  const values = cells.slice(first);
  const from = (place: number) => values.map((text, index): Placed => ({ field: form?.fields[place + index], text }));
  if (kind === 'blank') return from(start);
  if (shift !== undefined && (kind !== 'labelled' || first + shift <= 0)) return from(first + shift);
  if (kind !== 'labelled' || !form) return from(start);
  // Merged cells leave empty ones after the label: as many as the row is longer than the form's.
  const slack = Math.min(Math.max(0, values.length - form.fields.length), form.slackBefore, leadingBlanks(values));
  return from(-slack).slice(slack);
}

function leadingBlanks(values: readonly string[]): number {
  const first = values.findIndex((text) => text !== '');
  return first < 0 ? values.length : first;
}

function write(
  table: BoundTable,
  field: Field | undefined,
  text: string,
  filling: Filling,
  written: Map<BoundCell, Edit | undefined>,
): void {
  if (text !== '' && !isFigure(text)) {
    filling.strange.push(text);
    return;
  }
  const cell = field && table.rows.find(({ form }) => form === field.row)?.cells.find((each) => each.field === field);
  const before = cell && written.get(cell);
  // Of two rows for one, the first figure counts; an empty cell gives way to it.
  if (!cell || (written.has(cell) && (text === '' || before?.newText !== ''))) {
    if (text !== '') filling.beyond.push(text);
    return;
  }
  const edit = fillingEdit(cell, text);
  written.set(cell, edit);
  if (!edit) filling.kept.push(cell);
  else if (before) filling.edits.splice(filling.edits.indexOf(before), 1, edit);
  else {
    filling.covered++;
    filling.edits.push(edit);
  }
}

/**
 * The edit that puts a figure, or nothing, into a cell. A bare one leaves the unit that stands there. Where white space alone
 * separates the cells of a row, a figure is written without its unit; undefined there for an empty cell, since it would move
 * the figures after it.
 */
export function fillingEdit(cell: BoundCell, text: string): Edit | undefined {
  const { separator } = cell.cell;
  const isSeparated = separator === Separator.Pipe || separator === Separator.Tab;
  if (text === '' && !isSeparated) return cell.end > cell.start ? undefined : writeText(cell, '');
  const figure = readFigure(text, 0, text.length);
  const number = figure.kind === 'number' ? text.slice(figure.from, figure.to) : undefined;
  const isBare = number !== undefined && (number.length === text.length || !isSeparated);
  const { newText } = writeText(cell, safeCell((isBare ? number : text).replace(isFigure(text) ? /\s+/g : /$^/, '')));
  return { ...(isBare ? figureSpan(cell) : { start: cell.start, end: cell.end }), newText };
}

/** True if a text is a figure, or a mark for one that does not apply. */
export function isFigure(text: string): boolean {
  return readFigure(text, 0, text.length).kind !== 'none';
}
