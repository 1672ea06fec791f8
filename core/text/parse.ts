import { cellOf, type Pieces } from './cell';
import { isPipe } from './characters';
import { type Cell, type Document, type Heading, type Line, LineKind, Separator } from './document';
import { readFigure } from './figure';
import { readHeading } from './heading';
import { beginsComment, endOfBrokenText, firstOf, isClosedBelow, lastOf, leavesCommentOpen } from './look-ahead';
import { skipMarks } from './marks';
import { barePieces, isBare, isDelimiterRow, rowPieces } from './pipe-rows';
import { isPageNumber, printedPieces } from './printed-rows';
import { isNumberedByTab, tabPieces } from './tab-rows';

/** What follows this many characters is one line that is not read. No report is as long by far; it bounds what hostile texts take. */
const longest = 4 << 20;

/**
 * What the last line with something on it was, for a line of nothing but pipes below it: a text that such a line closes, a
 * text that it does not close, or anything else. Comments, delimiter rows and blank lines do not count.
 */
type Above = 'closed-text' | 'text' | 'other';

/** What has been read, and what the next line needs to know of it. Lines and cells that are in it are never changed. */
interface Reading {
  readonly text: string;
  readonly lines: Line[];
  readonly cells: Cell[];
  readonly headings: Heading[];
  /** A blank line has passed since the last cell. */
  gap: boolean;
  inComment: boolean;
  /** The rows of the table being read begin with a pipe. */
  bordered: boolean;
  above: Above;
  /** Where the text of the last cell ends; the lines up to there go on with it. */
  brokenUntil: number;
}

/**
 * Text → lines, cells and headings with exact offsets. Lossless (every character belongs to exactly one line or line
 * end), never throws, linear in the text, bounded in memory. Knows the shapes in which tables are printed, and nothing of reports:
 * separators are tabs, pipes, or the spaces between the figures of a printed row.
 */
export function parse(text: string): Document {
  const reading: Reading = {
    text,
    lines: [],
    cells: [],
    headings: [],
    gap: false,
    inComment: false,
    bordered: false,
    above: 'other',
    brokenUntil: 0,
  };
  let start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let firstEol: Document['eol'] | undefined;
  // Each is looked for again only once it has been passed: a text with one kind of line end is not searched for the other.
  let feed = text.indexOf('\n', start);
  let carriage = text.indexOf('\r', start);
  while (feed >= 0 || carriage >= 0) {
    const isFeed = carriage < 0 || (feed >= 0 && feed < carriage);
    const end = isFeed ? feed : carriage;
    if (end > longest) break;
    const next = !isFeed && feed === carriage + 1 ? end + 2 : end + 1;
    firstEol ??= text.slice(end, next) as Document['eol'];
    readLine(reading, start, end);
    start = next;
    if (feed >= 0 && feed < start) feed = text.indexOf('\n', start);
    if (carriage >= 0 && carriage < start) carriage = text.indexOf('\r', start);
  }
  const { lines, cells, headings } = reading;
  if (text.length <= longest) readLine(reading, start, text.length);
  else lines.push({ start, end: text.length, kind: LineKind.Text, firstCell: cells.length, cellCount: 0 });
  return { text, lines, cells, headings, eol: firstEol ?? '\n' };
}

function readLine(reading: Reading, start: number, end: number): void {
  const firstCell = reading.cells.length;
  const kind = readCells(reading, start, end);
  reading.lines.push({ start, end, kind, firstCell, cellCount: reading.cells.length - firstCell });
}

/** Reads the cells of a line, and says what kind of line it is. */
function readCells(reading: Reading, start: number, end: number): LineKind {
  const { text } = reading;
  if (start === end) {
    reading.gap = true;
    return LineKind.Blank;
  }
  if (reading.inComment) return readComment(reading, start, end);
  if (start < reading.brokenUntil) return LineKind.Cells;
  // Most lines of a report with one cell a line: a tab, and a digit or nothing.
  if (end - start <= 2 && text.charCodeAt(start) === 0x09 && (end - start === 1 || isAsciiDigit(text.charCodeAt(start + 1)))) {
    reading.above = 'other';
    addDigit(reading, start + 1, end);
    return LineKind.Cells;
  }
  const first = firstOf(text, start, end);
  if (first === end) {
    reading.gap = true;
    return LineKind.Blank;
  }
  if (beginsComment(text, first)) return readComment(reading, start, end);
  const last = lastOf(text, first, end);

  let tabs = 0;
  let pipes = 0;
  for (let i = first; i < last; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x09) tabs++;
    else if (code >= 0x7c && isPipe(code)) pipes++;
  }
  if (pipes > 0) return readPipes(reading, first, last, pipes);
  return tabs > 0 ? readTabs(reading, first, last, tabs) : readText(reading, skipMarks(text, first, last), last);
}

function isAsciiDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function readComment(reading: Reading, start: number, end: number): LineKind {
  reading.inComment = leavesCommentOpen(reading.text, start, end);
  return LineKind.Comment;
}

function addDigit(reading: Reading, start: number, end: number): void {
  const { text, lines, cells, gap } = reading;
  const figure = readFigure(text, start, end);
  cells.push({ start, end, line: lines.length, separator: Separator.Tab, alone: true, afterGap: gap, figure });
  reading.gap = false;
}

function addCell(reading: Reading, from: number, to: number, separator: Separator, alone: boolean): void {
  reading.cells.push(cellOf(reading.text, from, to, reading.lines.length, separator, alone, reading.gap));
  reading.gap = false;
}

function addCells(reading: Reading, pieces: Pieces, separator: Separator, alone: boolean): void {
  for (let i = 0; i < pieces.length; i += 2) addCell(reading, pieces[i], pieces[i + 1], separator, alone);
}

function readPipes(reading: Reading, start: number, end: number, pipes: number): LineKind {
  const { text, above } = reading;
  if (isDelimiterRow(text, start, end)) return LineKind.Rule;
  const kindAbove = reading.lines.at(-1)?.kind;
  const goesOn = kindAbove === LineKind.Cells || kindAbove === LineKind.Rule;
  reading.above = 'other';
  // In a table with borders, a row of empty cells has them as well. Any other bare line closes the text above it, and cells that are empty.
  const isBlankRow = goesOn && reading.bordered && above === 'other' && pipes > 2;
  if (!isBlankRow && isBare(text, start, end)) {
    const empty = above === 'closed-text' ? pipes - 1 : pipes;
    addCells(reading, barePieces(text, start, end, empty), Separator.Pipe, pipes === 1);
    return LineKind.Cells;
  }
  if (!goesOn) reading.bordered = isPipe(text.charCodeAt(start));
  const pieces = rowPieces(text, start, end, reading.bordered);
  addCells(reading, pieces, Separator.Pipe, pieces.length === 2);
  return LineKind.Cells;
}

function readTabs(reading: Reading, start: number, end: number, tabs: number): LineKind {
  const { text } = reading;
  if (tabs === 1 && isNumberedByTab(text, start, end)) return addText(reading, start, end);
  reading.above = 'other';
  // One tab, at the start: one cell a line. It is a prefix, not a separator.
  if (tabs === 1 && text.charCodeAt(start) === 0x09) addBreakingCell(reading, start + 1, end);
  else addCells(reading, tabPieces(text, start, end), Separator.Tab, false);
  return LineKind.Cells;
}

/** Adds a cell that stands alone on its line after a tab, with the lines that go on with its text. */
function addBreakingCell(reading: Reading, from: number, to: number): void {
  const { text, lines, cells, gap } = reading;
  const { start, end: ownEnd, figure } = cellOf(text, from, to, lines.length, Separator.Tab, true, gap);
  const mayBreak = ownEnd > start && figure.kind === 'none';
  const end = mayBreak ? endOfBrokenText(text, ownEnd, longest) : ownEnd;
  cells.push({ start, end, line: lines.length, separator: Separator.Tab, alone: true, afterGap: gap, figure });
  reading.brokenUntil = end;
  reading.gap = false;
}

function readText(reading: Reading, start: number, end: number): LineKind {
  const { text } = reading;
  if (isPageNumber(text, start, end)) {
    reading.above = 'other';
    return LineKind.Rule;
  }
  const row = printedPieces(text, start, end);
  if (!row) return addText(reading, start, end);
  const alone = row.length === 2;
  const isClosed = alone && isClosedBelow(text, end, longest);
  reading.above = isClosed ? 'closed-text' : alone ? 'text' : 'other';
  addCells(reading, row, isClosed ? Separator.Pipe : Separator.Space, alone);
  return LineKind.Cells;
}

/** Adds a line that is one piece of text: a cell if a pipe below closes it, else prose or a heading. */
function addText(reading: Reading, start: number, end: number): LineKind {
  const { text, lines, headings } = reading;
  if (isClosedBelow(text, end, longest)) {
    reading.above = 'closed-text';
    addCell(reading, start, end, Separator.Pipe, true);
    return LineKind.Cells;
  }
  reading.above = 'text';
  const heading = readHeading(text, start, end, lines.length);
  if (heading) headings.push(heading);
  addCell(reading, start, end, Separator.None, true);
  return LineKind.Text;
}
