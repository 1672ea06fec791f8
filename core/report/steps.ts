import { isPipe } from '../text/characters';
import { LineKind, lineAt, type Span } from '../text/document';
import { readReport } from './bind';
import { cellsOf, figureSpan } from './cells';
import { split } from './compilation';
import { linesOf } from './lines';
import type { BoundCell, BoundRow, BoundTable, Report } from './report';

/** Where the first empty cell of a text's reports stands; undefined where none is empty. */
export function firstEmptyFigure(text: string): number | undefined {
  for (const part of split(text)) {
    const empty = cellsOf(readReport(part.text)).filter(({ state }) => state === 'empty');
    if (empty.length > 0) return part.start + Math.min(...empty.map(({ start }) => start));
  }
  return undefined;
}

/** Where to go from a place in a table. */
export type Step = 'next' | 'previous' | 'below';

/** What a place in a report is, for keys that work in tables only. */
export interface TablePlace {
  table: BoundTable;
  /** The figure, or the empty cell, around the place. */
  cell?: BoundCell;
}

/** The table that a place stands in, on a line that the table has something on; and the cell, if it stands in one. */
export function tablePlaceAt(report: Report, offset: number): TablePlace | undefined {
  const { document } = report;
  const { start, end } = document.lines[lineAt(document, offset)];
  const onLine = (span: Span) => span.start <= end && span.end >= start;
  const table = Object.values(report.tables).find(
    (each) => onLine(each) && (each.rows.some(onLine) || each.labels.some(onLine) || each.unknownRows.some(onLine)),
  );
  return table && { table, cell: cellAround(report, table, offset) };
}

/** The table that a line of a report is part of, blank lines of its own among them. */
export function tableOnLine(report: Report, line: number): BoundTable | undefined {
  return Object.values(report.tables).find((table) => {
    const { first, last } = linesOf(report, table);
    return first <= line && line <= last;
  });
}

/** The cell whose place reaches, over the spaces beside it, to an offset. */
function cellAround({ document: { text } }: Report, { rows }: BoundTable, offset: number): BoundCell | undefined {
  const isBeside = (at: number) => !/[\r\n\t]/.test(text[at] ?? '\n') && !isPipe(text.charCodeAt(at)) && /\s/.test(text[at]);
  const cells = rows.flatMap((row) => row.cells);
  const holds = ({ start, end }: Span) => start <= offset && offset <= end;
  return cells.find(holds) ?? cells.find((cell) => holds(widened(cell, offset, isBeside)));
}

/** A span stretched towards an offset as far as `isBeside` allows. */
function widened({ start, end }: Span, offset: number, isBeside: (at: number) => boolean): Span {
  while (start > offset && isBeside(start - 1)) start--;
  while (end < offset && isBeside(end)) end++;
  return { start, end };
}

/**
 * What a key selects from a place in a table: a cell; after the last one, the empty line below the table, or the end of
 * the line where there is none, or the figure again where it ends the line: what is typed next is not added to it. undefined
 * where the cursor stays.
 */
export function destinationFrom(report: Report, offset: number, step: Step): Span | undefined {
  const cell = stepFrom(report, offset, step);
  if (cell) return figureSpan(cell);
  const { table, cell: here } = tablePlaceAt(report, offset) ?? {};
  if (!table || step === 'previous') return undefined;
  const { lines } = report.document;
  const below = lines[linesOf(report, table).last + 1];
  const at = below?.kind === LineKind.Blank ? below.start : lines[lineAt(report.document, offset)].end;
  return here && here.end === at ? figureSpan(here) : { start: at, end: at };
}

/**
 * The cell that a key leads to from a place in a table: the next and the previous in the whole report, the one below in
 * the table. undefined where there is none.
 */
export function stepFrom(report: Report, offset: number, step: Step): BoundCell | undefined {
  const place = tablePlaceAt(report, offset);
  if (!place) return undefined;
  const { table, cell } = place;
  if (step === 'below') {
    const rows = [...table.rows].sort((a, b) => a.start - b.start);
    return cell && besideIn(rows[rows.findIndex((row) => row.cells.includes(cell)) + 1], cell);
  }
  const cells = cellsOf(report).sort((a, b) => a.start - b.start);
  if (step === 'next') return cell ? cells[cells.indexOf(cell) + 1] : cells.find(({ start }) => start >= offset);
  return cell ? cells[cells.indexOf(cell) - 1] : cells.findLast(({ end }) => end <= offset);
}

/** The cell of another row in the same column; the row's last where it is shorter. */
function besideIn(row: BoundRow | undefined, { field }: BoundCell): BoundCell | undefined {
  return row?.cells.find((each) => each.field.place === field.place) ?? row?.cells.at(-1);
}
