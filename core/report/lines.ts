import type { Block } from '../form';
import { isPipe } from '../text/characters';
import { type Cell, type Document, LineKind, lineAt, type Span } from '../text/document';
import { fold } from '../text/fold';
import type { BoundLabel, BoundRow, BoundTable, Report, UnknownRow } from './report';
import { isPiece } from './resemblance';

/** First and last line. */
export interface Lines {
  first: number;
  last: number;
}

/** What a table takes up, with the lines of separators alone around it. */
export function linesOf(report: Report, table: Span): Lines {
  const { document } = report;
  const isLeftover = (line: number) => {
    const { kind, firstCell, cellCount, start, end } = document.lines[line];
    if (kind === LineKind.Rule) return document.text.slice(start, end).includes('|');
    if (kind !== LineKind.Cells) return false;
    // Without a cell of its own, a line either closes the cell above it with a pipe or goes on with that cell's text.
    if (cellCount === 0) return [...document.text.slice(start, end)].some((character) => isPipe(character.charCodeAt(0)));
    return document.cells.slice(firstCell, firstCell + cellCount).every(({ start, end }) => start === end);
  };
  let first = lineAt(document, table.start);
  let last = lineAt(document, table.end);
  while (first > 0 && isLeftover(first - 1)) first--;
  for (let line = last + 1; line < document.lines.length; line++) {
    if (isLeftover(line)) last = line;
    else if (document.lines[line].kind !== LineKind.Blank) break;
  }
  return { first, last };
}

/** A line among a table's lines that is no part of it, and the row or headings that it precedes. */
export interface KeptLine {
  line: number;
  text: string;
  isComment: boolean;
  before: Block | BoundRow | UnknownRow | undefined;
}

/**
 * The lines within a table that are no part of it: remarks, prose, comments. undefined where a line holds a label or a
 * figure and something else besides.
 */
export function keptLines(report: Report, table: BoundTable, { first, last }: Lines): KeptLine[] | undefined {
  const { document } = report;
  const { lines, cells } = document;
  const claimed = claimedBy(table);
  const kept: KeptLine[] = [];
  for (let index = first; index <= last; index++) {
    const line = lines[index];
    const { kind, firstCell, cellCount } = line;
    if (kind === LineKind.Blank || kind === LineKind.Rule) continue;
    const own = cells.slice(firstCell, firstCell + cellCount).filter(({ start, end }) => end > start);
    const isKept =
      kind === LineKind.Comment ||
      (cellCount === 0 ? kept.at(-1)?.line === index - 1 : own.some((cell) => isForeign(document, table, claimed, cell)));
    if (!isKept) continue;
    if (own.some((cell) => claimed(cell))) return undefined;
    kept.push({
      line: index,
      text: document.text.slice(line.start, line.end),
      isComment: kind === LineKind.Comment,
      before: following(table, line.end),
    });
  }
  return kept;
}

/** True if a cell belongs to a label or a row of the table. */
function claimedBy({ labels, rows, unknownRows }: BoundTable): (cell: Span) => boolean {
  const spans: Span[] = [...labels];
  for (const row of [...rows, ...unknownRows]) spans.push(row.label, ...(row.form ? row.cells : []), ...row.extra);
  spans.sort((a, b) => a.start - b.start);
  return ({ start, end }) => {
    let low = 0;
    let high = spans.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (spans[middle].end <= start) low = middle + 1;
      else high = middle;
    }
    return low < spans.length && spans[low].start < end;
  };
}

/** True if a cell is neither claimed nor a piece of a label, such as a heading that breaks over lines leaves. */
function isForeign({ text }: Document, { table }: BoundTable, claimed: (cell: Span) => boolean, cell: Cell): boolean {
  if (claimed(cell)) return false;
  const words = text.slice(cell.start, cell.end).split(/\s+/);
  return !words.every((word) => /\p{Script=Han}|^\D+$/u.test(word) && isPiece(fold(word), table.form.id));
}

/** Where a row begins: at its label; at its first figure where the form has none, and `start` may be among the headings. */
export function beginningOf({ form, label, cells, start }: BoundRow): number {
  return form.entry.label === '' ? (cells.at(0)?.start ?? start) : label.start;
}

/** The row of the form that a row of the office's own follows in the text. */
export function rowAbove({ rows }: BoundTable, own: UnknownRow): BoundRow | undefined {
  return rows.findLast((row) => row.start < own.start);
}

/** What comes after an offset: a row, or the headings of a block. */
function following(table: BoundTable, offset: number): KeptLine['before'] {
  const rows = [...table.rows, ...table.unknownRows].filter(({ label }) => label.start >= offset).sort((a, b) => a.start - b.start);
  const row = rows.at(0);
  if (!row?.form) return row;
  const { block } = row.form;
  const isHeading = (label: BoundLabel) => label.anchor.kind !== 'row' && label.anchor.kind !== 'group';
  const heading = table.labels.some((label) => isHeading(label) && label.start >= offset && label.start < row.label.start);
  const isFirst = table.rows.find(({ form }) => form.block === block) === row;
  return heading && isFirst ? block : row;
}
