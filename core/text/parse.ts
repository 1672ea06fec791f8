import { digitValue, isPipe, isSpace } from './characters';
import { type Cell, type Document, type Heading, type Line, LineKind, Separator } from './document';
import { readFigure } from './figure';
import { readHeading, readOrdinal } from './heading';
import { skipMarks } from './marks';

/** Cells read from one line; what is behind them stays one cell. No table of any form is as wide. */
const mostCells = 4096;
/** A longer line without separators is prose whatever it ends with. */
const longestPrintedRow = 400;

/** What is behind, in characters, is one line that is not read. No report is as long by far; it bounds what hostile texts take. */
const longest = 4 << 20;

interface State {
  text: string;
  lines: Line[];
  cells: Cell[];
  headings: Heading[];
  /** Whether an empty line has passed since the last cell. */
  gap: boolean;
  inComment: boolean;
  /** Whether the rows of the table being read begin with a pipe. */
  bordered: boolean;
  /** The cell of a line without pipes, which a pipe on a line of its own may still close. */
  open: Cell | undefined;
}

/**
 * Text → lines, cells and headings with exact offsets. Lossless (every character belongs to exactly one line or line
 * end), never throws, linear in the text, bounded in memory. Knows the shapes in which tables are printed, and nothing of reports:
 * separators are tabs, pipes, or the spaces between the figures of a printed row.
 */
export function parse(text: string): Document {
  const state: State = { text, lines: [], cells: [], headings: [], gap: false, inComment: false, bordered: false, open: undefined };
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
    readLine(state, start, end);
    start = next;
    if (feed >= 0 && feed < start) feed = text.indexOf('\n', start);
    if (carriage >= 0 && carriage < start) carriage = text.indexOf('\r', start);
  }
  if (text.length <= longest) readLine(state, start, text.length);
  else state.lines.push({ start, end: text.length, kind: LineKind.Text, firstCell: state.cells.length, cellCount: 0 });
  return { text, lines: state.lines, cells: state.cells, headings: state.headings, firstLine: 0, eol: firstEol ?? '\n' };
}

function readLine(state: State, start: number, end: number): void {
  const { text } = state;
  const line: Line = { start, end, kind: LineKind.Blank, firstCell: state.cells.length, cellCount: 0 };
  state.lines.push(line);
  if (start === end) {
    state.gap = true;
    return;
  }
  if (state.inComment) {
    readComment(state, line);
    return;
  }
  // Most lines of a report one cell a line: a tab, and a digit or nothing.
  if (end - start <= 2 && text.charCodeAt(start) === 0x09 && (end - start === 1 || isAsciiDigit(text.charCodeAt(start + 1)))) {
    line.kind = LineKind.Cells;
    line.cellCount = 1;
    state.open = undefined;
    state.cells.push({
      start: start + 1,
      end,
      line: state.lines.length - 1,
      separator: Separator.Tab,
      alone: true,
      afterGap: state.gap,
      figure: readFigure(text, start + 1, end),
    });
    state.gap = false;
    return;
  }

  let first = start;
  while (first < end && isSpace(text.charCodeAt(first)) && text.charCodeAt(first) !== 0x09) first++;
  let last = end;
  while (last > first && isSpace(text.charCodeAt(last - 1)) && text.charCodeAt(last - 1) !== 0x09) last--;
  if (first === last) {
    state.gap = true;
    return;
  }
  if (text.charCodeAt(first) === 0x3c && text.startsWith('<!--', first)) {
    readComment(state, line);
    return;
  }

  let tabs = 0;
  let pipes = 0;
  for (let i = first; i < last; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x09) tabs++;
    else if (code >= 0x7c && isPipe(code)) pipes++;
  }
  if (pipes > 0) readPipes(state, line, first, last, pipes);
  else if (tabs > 0) readTabs(state, line, first, last, tabs);
  else readText(state, line, first, last);
  line.cellCount = state.cells.length - line.firstCell;
}

function isAsciiDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function readComment(state: State, line: Line): void {
  line.kind = LineKind.Comment;
  state.inComment = !state.text.slice(line.start, line.end).includes('-->');
}

function addCell(state: State, start: number, end: number, separator: Separator, alone: boolean): Cell {
  const { text } = state;
  const from = start;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  // In an empty cell, text would stand behind the first space.
  if (start === end && end > from) start = end = from + 1;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  start = skipMarks(text, start, end);
  const figure = readFigure(text, start, end);
  const cell: Cell = { start, end, line: state.lines.length - 1, separator, alone, afterGap: state.gap, figure };
  state.gap = false;
  state.cells.push(cell);
  return cell;
}

function readTabs(state: State, line: Line, start: number, end: number, tabs: number): void {
  const { text } = state;
  line.kind = LineKind.Cells;
  state.open = undefined;
  // One tab, in front: one cell a line. It is a prefix, not a separator.
  if (tabs === 1 && text.charCodeAt(start) === 0x09) {
    addCell(state, start + 1, end, Separator.Tab, true);
    return;
  }
  if (tabs === 1 && isNumbered(text, start, end)) {
    line.kind = LineKind.Text;
    addHeading(state, readHeading(text, start, end, state.lines.length - 1));
    state.open = addCell(state, start, end, Separator.None, true);
    return;
  }
  let from = start;
  let count = 1;
  for (let i = start; i <= end; i++) {
    if (i < end && (text.charCodeAt(i) !== 0x09 || count >= mostCells)) continue;
    addCell(state, from, i, Separator.Tab, false);
    from = i + 1;
    count++;
  }
}

/** `一、⇥总体情况`: the tab that Word puts behind the number of a numbered heading. */
function isNumbered(text: string, start: number, end: number): boolean {
  const tab = text.indexOf('\t', start);
  const ordinal = readOrdinal(text, start, tab);
  return ordinal !== undefined && ordinal.level < 3 && ordinal.rest === tab && tab + 1 < end;
}

function addHeading(state: State, heading: Heading | undefined): void {
  if (heading) state.headings.push(heading);
}

function readPipes(state: State, line: Line, start: number, end: number, pipes: number): void {
  const { text } = state;
  if (isDelimiterRow(text, start, end)) {
    line.kind = LineKind.Rule;
    return;
  }
  line.kind = LineKind.Cells;
  const above = state.lines[state.lines.length - 2];
  const goesOn = above?.kind === LineKind.Cells || above?.kind === LineKind.Rule;
  const bare = onlyPipes(text, start, end);
  // In a table with borders, a row of empty cells has them as well.
  const isBlankRow = bare && goesOn && state.bordered && !state.open && pipes > 2;
  if (bare && !isBlankRow) {
    // Pipes that close the text of the line above, or cells that are empty.
    let empty = pipes;
    if (state.open && !isBorder(text, end)) {
      state.open.separator = Separator.Pipe;
      state.lines[state.open.line].kind = LineKind.Cells;
      dropHeading(state, state.open.line);
      empty--;
    }
    state.open = undefined;
    let from = start;
    for (let i = start; i < end && empty > 0; i++) {
      if (!isPipe(text.charCodeAt(i))) continue;
      addCell(state, from, i, Separator.Pipe, pipes === 1);
      from = i + 1;
      empty--;
    }
    return;
  }
  state.open = undefined;
  // A pipe in front is a border, unless the lines above have none: then it closes an empty first cell.
  const led = isPipe(text.charCodeAt(start));
  if (!goesOn) state.bordered = led;
  let from = led && state.bordered ? start + 1 : start;
  const stop = isPipe(text.charCodeAt(end - 1)) ? end - 1 : end;
  let count = 1;
  const firstCell = state.cells.length;
  for (let i = from; i <= stop; i++) {
    if (i < stop && (!isPipe(text.charCodeAt(i)) || count >= mostCells)) continue;
    addCell(state, from, i, Separator.Pipe, false);
    from = i + 1;
    count++;
  }
  if (count === 2) state.cells[firstCell].alone = true;
}

/** Whether the next line with text in it has a pipe of its own: the pipe above then begins a row, and closes nothing. */
function isBorder(text: string, end: number): boolean {
  let start = end;
  while (start < text.length && isSpace(text.charCodeAt(start))) start++;
  for (let i = start; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x0a || code === 0x0d) return false;
    if (isPipe(code)) return i > start;
  }
  return false;
}

function onlyPipes(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (!isPipe(code) && !isSpace(code)) return false;
  }
  return true;
}

/** `| --- | :-: |`: at least three dashes or a colon a cell, since a lone dash is a mark for ‘not applicable’. */
function isDelimiterRow(text: string, start: number, end: number): boolean {
  let dashes = 0;
  let colons = 0;
  let any = false;
  for (let i = start; i <= end; i++) {
    const code = i < end ? text.charCodeAt(i) : 0x7c;
    if (code === 0x2d) {
      dashes++;
      any = true;
    } else if (code === 0x3a) colons++;
    else if (code === 0x7c) {
      if ((dashes > 0 || colons > 0) && (dashes === 0 || dashes + colons < 3) && !(dashes > 0 && colons > 0)) return false;
      if (i > start && dashes === 0 && i < end) return false;
      dashes = 0;
      colons = 0;
    } else if (!isSpace(code)) return false;
  }
  return any;
}

function readText(state: State, line: Line, start: number, end: number): void {
  const { text, cells } = state;
  line.kind = LineKind.Text;
  start = skipMarks(text, start, end);
  const heading = readHeading(text, start, end, state.lines.length - 1);
  const above = state.lines.length > 1 ? state.lines[state.lines.length - 2] : undefined;

  if (above?.kind === LineKind.Cells && continues(state, above, start, end, heading)) {
    const cell = cells[cells.length - 1];
    cell.end = end;
    line.kind = LineKind.Cells;
    return;
  }
  if (isPageNumber(text, start, end)) {
    line.kind = LineKind.Rule;
    state.open = undefined;
    return;
  }
  if (end - start <= longestPrintedRow && readPrintedRow(state, line, start, end)) {
    line.kind = LineKind.Cells;
    const cell = cells[cells.length - 1];
    state.open = cell.alone ? cell : undefined;
    return;
  }
  addHeading(state, heading);
  state.open = addCell(state, start, end, Separator.None, true);
}

function dropHeading(state: State, line: number): void {
  if (state.headings.length > 0 && state.headings[state.headings.length - 1].line === line) state.headings.pop();
}

/** Whether a line without a tab goes on with the text of the one-cell line above (商业⏎企业). */
function continues(state: State, above: Line, start: number, end: number, heading: Heading | undefined): boolean {
  const { text, cells } = state;
  const cell = cells[cells.length - 1];
  if (!cell || cell.separator !== Separator.Tab || !cell.alone || cell.end === cell.start || cell.end > above.end) return false;
  if (heading && (heading.ordinal?.level === 1 || heading.marks > 0)) return false;
  if (end - start > 60 || text.charCodeAt(end - 1) === 0x3002) return false;
  return cell.figure.kind === 'none';
}

/** `- 3 -`, `— 12 —`, 第3页, 第 3 页 共 9 页: what a page break leaves between the lines of a table. */
function isPageNumber(text: string, start: number, end: number): boolean {
  if (end - start > 16) return false;
  const first = text[start];
  const last = text[end - 1];
  if (first === '第' && last === '页') return digitsBetween(text, start + 1, end - 1, '第页共/，, ');
  return end - start >= 3 && '-－—–'.includes(first) && '-－—–'.includes(last) && digitsBetween(text, start + 1, end - 1, '-－—– ');
}

function digitsBetween(text: string, start: number, end: number, others: string): boolean {
  let digits = 0;
  for (let i = start; i < end; i++) {
    if (digitValue(text.charCodeAt(i)) >= 0) digits++;
    else if (!others.includes(text[i]) && !isSpace(text.charCodeAt(i))) return false;
  }
  return digits > 0;
}

/**
 * A line of a printed table: a label, then figures, with spaces between; or figures alone. The label keeps its own
 * spaces. False where the line does not end in a figure that stands by itself.
 */
function readPrintedRow(state: State, line: Line, start: number, end: number): boolean {
  const { text } = state;
  const figures: number[] = [];
  let to = end;
  while (to > start) {
    let from = to;
    while (from > start && !isSpace(text.charCodeAt(from - 1))) from--;
    if (!isPlainFigure(text, from, to)) {
      // The first figure may be stuck to the label's last character.
      if (figures.length >= 4) {
        let glued = to;
        while (glued > from && digitValue(text.charCodeAt(glued - 1)) >= 0) glued--;
        if (glued < to && glued > from && text.charCodeAt(glued - 1) >= 0x4e00) {
          figures.push(glued, to);
          to = glued;
        }
      }
      break;
    }
    figures.push(from, to);
    to = from;
    while (to > start && isSpace(text.charCodeAt(to - 1))) to--;
  }
  if (figures.length === 0) return false;
  const label = to > start;
  // A sentence that happens to end in a number is no row: its label would be long and punctuated.
  if (label && figures.length === 2 && to - start > 40) return false;
  if (label) addCell(state, start, to, Separator.Space, false);
  for (let i = figures.length - 2; i >= 0; i -= 2) addCell(state, figures[i], figures[i + 1], Separator.Space, false);
  if (state.cells.length - line.firstCell === 1) state.cells[state.cells.length - 1].alone = true;
  return true;
}

function isPlainFigure(text: string, start: number, end: number): boolean {
  const code = text.charCodeAt(start);
  if (end - start === 1 && code >= 0x30 && code <= 0x39) return true;
  // Nothing but digits, signs and marks: 2021年 ends no row.
  if (digitValue(text.charCodeAt(end - 1)) < 0 && end - start > 3) {
    const last = text[end - 1];
    if (last !== '）' && last !== ')') return false;
  }
  return readFigure(text, start, end).kind !== 'none';
}
