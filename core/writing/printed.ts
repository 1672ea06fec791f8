import { type Block, type GridCell, type GridLine, layoutOf } from '../form';
import { type KeptLine, keptLines, type Lines, rowAbove } from '../report/lines';
import type { BoundRow, BoundTable, Report, UnknownRow } from '../report/report';
import { type Cell, type Document, joinedText, type Span } from '../text/document';
import { fold } from '../text/fold';
import { labelPlaces } from './label-places';

/** A row of a table as it is printed. */
export interface PrintedRow {
  /** The text of each column, '' where a merged cell continues. As long as the row, which may have too few or too many cells. */
  texts: string[];
  /** The cells that begin on this row, from left to right, with their text. */
  cells: GridCell[];
}

/** What a table is printed as: rows, and the lines that stand among them. */
export type PrintedPiece = { rows: PrintedRow[] } | { kept: KeptLine };

/**
 * A table of any shape as the form prints it: labels as in the form, figures as they stand, the rows that the report has.
 * undefined where a line holds a label or a figure and something else besides.
 */
export function printedTable(report: Report, table: BoundTable, place: Lines): PrintedPiece[] | undefined {
  const kept = keptLines(report, table, place);
  return kept && piecesWithKept(printedRows(report.document, table), kept);
}

/** A row, and what it belongs to. */
interface RowOfTable extends PrintedRow {
  of: Block | BoundRow | UnknownRow;
}

/** The table's rows; the office's own come after the rows that they follow in the text. */
function printedRows(document: Document, bound: BoundTable): RowOfTable[] {
  const { table, rows, unknownRows } = bound;
  const { width, labelColumns } = table;
  const textOf = (span: Span) => joinedText(document, span);
  const present = new Map(rows.map((row) => [row.form, row]));
  const own = new Map<BoundRow | undefined, UnknownRow[]>();
  for (const row of unknownRows) {
    const above = rowAbove(bound, row);
    own.set(above, [...(own.get(above) ?? []), row]);
  }
  const additions = additionsOf(document, bound);
  const printed: RowOfTable[] = [];
  const unknown = (above: BoundRow | undefined) => {
    for (const row of own.get(above) ?? []) {
      const values = valuesBehind(document, row).map(textOf);
      const label = textOf(row.label).replace(/\s+/g, '');
      const texts = [...Array.from({ length: Math.max(0, labelColumns - 1) }, () => ''), label, ...values];
      while (texts.length < width) texts.push('');
      printed.push({ texts, cells: ownCells(texts, labelColumns), of: row });
    }
  };
  let open: { cell: GridCell; last: number }[] = [];
  const grid = layoutOf(table);
  grid.forEach((line, index) => {
    const { block, form } = blockOf(grid, index);
    if (!rows.some((row) => row.form.block === block)) return;
    const cells = line.cells.map((cell) => ({ ...cell, text: cell.field ? '' : cell.text + (additions.get(cell) ?? '') }));
    if (!form) {
      printed.push({ texts: textsOf(cells, width), cells, of: block });
      return;
    }
    // A group's label is printed on the first of its rows that the report has.
    for (const cell of cells) if (cell.kind === 'row' && cell.height > 1) open.push({ cell, last: index + cell.height - 1 });
    const row = present.get(form);
    if (!row) return;
    const groups = open.flatMap(({ cell, last }) => (index <= last && !cells.includes(cell) ? [cell] : []));
    open = [];
    if (form === rows[0].form) unknown(undefined);
    printed.push({ ...withFigures([...groups, ...cells], row, table.width, labelColumns, textOf), of: row });
    unknown(row);
  });
  return printed;
}

function textsOf(cells: readonly GridCell[], width: number): string[] {
  const texts = Array.from({ length: width }, () => '');
  for (const cell of cells) texts[cell.column] = cell.text;
  return texts;
}

/** The cells of a row of the office's own: its label across the label columns, then what it has. */
function ownCells(texts: readonly string[], labelColumns: number): GridCell[] {
  const first = Math.max(0, labelColumns - 1);
  const label: GridCell = { kind: 'row', text: texts[first], column: 0, width: Math.max(1, labelColumns), height: 1 };
  return [label, ...texts.slice(first + 1).map((text, index) => figureCell(text, first + 1 + index))];
}

/** A row of cells of which nothing is known but their text. */
export function plainRow(texts: string[]): PrintedRow {
  return { texts, cells: texts.map(figureCell) };
}

function figureCell(text: string, column: number): GridCell {
  return { kind: 'figure', text, column, width: 1, height: 1 };
}

function blockOf(grid: readonly GridLine[], index: number) {
  const { row } = grid.slice(index).find((line) => line.row) as { row: NonNullable<GridLine['row']> };
  return { block: row.block, form: grid[index].row };
}

/** A row with its figures. One with too few cells stays short; what it has too many follows the last. */
function withFigures(
  cells: readonly GridCell[],
  row: BoundRow,
  width: number,
  labelColumns: number,
  textOf: (span: Span) => string,
): PrintedRow {
  const texts = textsOf(cells, width);
  for (const cell of row.cells) texts[labelColumns + cell.field.place] = textOf(cell);
  const end = row.missing > 0 ? labelColumns + row.cells.length : texts.length;
  const firstExtra = labelColumns + row.form.fields.length;
  const extra = row.missing > 0 ? [] : row.extra.map((cell, index) => figureCell(textOf(cell), firstExtra + index));
  for (const { column, text } of extra) texts[column] = text;
  const own = cells
    .filter(({ column, field }) => !field || column < end)
    .map((cell) => (cell.field ? { ...cell, text: texts[cell.column], width: extra.length > 0 ? 1 : cell.width } : cell));
  return { texts: row.missing > 0 ? texts.slice(0, end) : texts, cells: [...own, ...extra] };
}

/** The cells after the label of an office's own row, empty ones between them included. */
function valuesBehind({ cells }: Document, { label, end }: UnknownRow): Cell[] {
  const after = cells.filter((cell) => cell.start >= label.end && cell.end <= end && cell.end > label.start);
  const first = after.findIndex((cell) => cell.end > cell.start);
  return first < 0 ? [] : after.slice(first);
}

/** What an office has added in parentheses to the labels of the form. */
function additionsOf({ text }: Document, table: BoundTable): Map<GridCell, string> {
  const found = new Map<GridCell, string>();
  for (const [cell, { anchor, start, end }] of labelPlaces(table)) {
    const written = text.slice(start, end).replace(/[\s|｜]+/g, '');
    const [addition = ''] = /[（(][^（()）]*[)）]$/.exec(written) ?? [];
    const isOwnRow = addition !== '' && addition !== written && !fold(anchor.label).includes(fold(addition));
    if (isOwnRow) found.set(cell, addition);
  }
  return found;
}

/** The rows with the lines kept among them where these belong; what belongs nowhere comes last. */
function piecesWithKept(rows: readonly RowOfTable[], kept: readonly KeptLine[]): PrintedPiece[] {
  const pieces: PrintedPiece[] = [];
  const left = new Set(kept);
  rows.forEach(({ of, texts, cells }, index) => {
    if (rows[index - 1]?.of !== of)
      for (const each of left)
        if (each.before === of) {
          pieces.push({ kept: each });
          left.delete(each);
        }
    const last = pieces.at(-1);
    if (last && 'rows' in last) last.rows.push({ texts, cells });
    else pieces.push({ rows: [{ texts, cells }] });
  });
  for (const piece of pieces) if ('rows' in piece) settle(piece.rows);
  return [...pieces, ...[...left].map((each) => ({ kept: each }))];
}

/**
 * Makes the rows a table by themselves: merged cells get the height that their rows have here, a row of the office's own
 * within a group begins beside it, and gaps are filled with empty cells.
 */
function settle(rows: readonly PrintedRow[]): void {
  rows.forEach(({ cells: [label] }, index) => {
    if (!isOwnRow(rows[index])) return;
    const next = rows.slice(index + 1).find((row) => !isOwnRow(row));
    const beside = Math.min(next?.cells[0]?.column ?? 0, label.width - 1);
    label.column += beside;
    label.width -= beside;
  });
  rows.forEach(({ cells }, index) => {
    for (const cell of cells) {
      if (cell.height === 1) continue;
      const below = rows.slice(index + 1).findIndex((row) => row.cells.some((other) => overlaps(cell, other)));
      const reach = below < 0 ? rows.length - index : below + 1;
      cell.height = cell.kind === 'row' ? reach : Math.min(cell.height, reach);
    }
  });
  const until: number[] = [];
  rows.forEach((row, index) => {
    const begins = new Map(row.cells.map((cell) => [cell.column, cell]));
    for (let column = 0; column < row.texts.length; column++) {
      if ((until[column] ?? 0) > index) continue;
      const cell = begins.get(column) ?? { kind: 'empty', text: '', column, width: 1, height: 1 };
      if (!begins.has(column)) row.cells.push(cell);
      for (let over = 0; over < cell.width; over++) until[column + over] = index + cell.height;
    }
    row.cells.sort((a, b) => a.column - b.column);
  });
}

/** How many rows at the head of a table are headings of its columns. */
export function headRows(rows: readonly PrintedRow[]): number {
  const first = rows.findIndex(({ cells }) => cells.some(({ kind }) => kind === 'row' || kind === 'figure'));
  return first < 0 ? rows.length : first;
}

function isOwnRow({ cells }: PrintedRow): boolean {
  return cells[0]?.kind === 'row' && cells.every(({ kind, field }) => kind === 'row' || (kind === 'figure' && !field));
}

function overlaps(a: GridCell, b: GridCell): boolean {
  return a.column < b.column + b.width && b.column < a.column + a.width;
}
