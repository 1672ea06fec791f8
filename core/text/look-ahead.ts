import { isPipe, isSpace } from './characters';
import { readHeading } from './heading';
import { endOfLine, isLineEnd, nextLine } from './line-ends';
import { skipMarks } from './marks';
import { isBare, isDelimiterRow } from './pipe-rows';

/* What the lines below say of a line, so that each line is classified once, when it is read. */

/** Where a line begins without its white space, but with its tabs; its end where it is blank. */
export function firstOf(text: string, start: number, end: number): number {
  let first = start;
  while (first < end && isBlank(text.charCodeAt(first))) first++;
  return first;
}

/** Where a line ends without its white space, but with its tabs. */
export function lastOf(text: string, first: number, end: number): number {
  let last = end;
  while (last > first && isBlank(text.charCodeAt(last - 1))) last--;
  return last;
}

function isBlank(code: number): boolean {
  return code !== 0x09 && isSpace(code);
}

export function beginsComment(text: string, first: number): boolean {
  return text.charCodeAt(first) === 0x3c && text.startsWith('<!--', first);
}

/** True if a comment that is open at the start of a line, or begins there, is still open at its end. */
export function leavesCommentOpen(text: string, start: number, end: number): boolean {
  return !text.slice(start, end).includes('-->');
}

/**
 * True if a pipe on a line of its own closes the text that ends at `end`: the next line that is not blank, a comment or a
 * delimiter row holds nothing but pipes, and does not begin the row after it. `limit` is where reading stops.
 */
export function isClosedBelow(text: string, end: number, limit: number): boolean {
  let inComment = false;
  for (let start = nextLine(text, end); start < text.length; start = nextLine(text, start)) {
    const code = text.charCodeAt(start);
    if (isLineEnd(code)) continue;
    // Most lines below a text are texts: there is no need to read them.
    if (!inComment && !mayBegin(code)) return false;
    const lineEnd = endOfLine(text, start);
    if (lineEnd > limit) return false;
    if (inComment) {
      inComment = leavesCommentOpen(text, start, lineEnd);
      continue;
    }
    const first = firstOf(text, start, lineEnd);
    if (first === lineEnd) continue;
    const last = lastOf(text, first, lineEnd);
    if (beginsComment(text, first)) inComment = leavesCommentOpen(text, start, lineEnd);
    else if (!hasPipe(text, first, last)) return false;
    else if (!isDelimiterRow(text, first, last)) return isBare(text, first, last) && !beginsRow(text, last);
  }
  return false;
}

/** True for the first character of a blank line, of a comment, or of one of pipes, dashes and colons. */
function mayBegin(code: number): boolean {
  return isSpace(code) || isPipe(code) || code === 0x3c || code === 0x2d || code === 0x3a;
}

/** True if the next line with text in it has a pipe, and not at its start: the bare line above is the start of its row. */
function beginsRow(text: string, end: number): boolean {
  let start = end;
  while (start < text.length && isSpace(text.charCodeAt(start))) start++;
  return !isPipe(text.charCodeAt(start)) && hasPipe(text, start, endOfLine(text, start));
}

function hasPipe(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (isPipe(text.charCodeAt(i))) return true;
  return false;
}

/** A longer line does not go on with a cell's text. */
const longestContinuation = 60;

/**
 * Where the text of a cell ends that stands alone on its line after a tab, and may break over the lines below (商业⏎企业).
 * `end` is where it ends on its own line; `limit` is where reading stops.
 */
export function endOfBrokenText(text: string, end: number, limit: number): number {
  let last = end;
  for (let start = nextLine(text, end); start < text.length; start = nextLine(text, start)) {
    // Most lines below are cells of their own: there is no need to read them.
    if (text.charCodeAt(start) === 0x09) break;
    const lineEnd = endOfLine(text, start);
    if (lineEnd > limit) break;
    const goesOn = endOfContinuation(text, start, lineEnd);
    if (goesOn === undefined) break;
    last = goesOn;
  }
  return last;
}

/** Where the text of a line ends that goes on with a cell's; undefined where it doesn't. */
function endOfContinuation(text: string, start: number, end: number): number | undefined {
  const first = firstOf(text, start, end);
  if (first === end || beginsComment(text, first)) return undefined;
  const last = lastOf(text, first, end);
  for (let i = first; i < last; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x09 || isPipe(code)) return undefined;
  }
  const from = skipMarks(text, first, last);
  if (last - from > longestContinuation || text.charCodeAt(last - 1) === 0x3002) return undefined;
  const heading = readHeading(text, from, last, 0);
  return heading && (heading.ordinal?.level === 1 || heading.marks > 0) ? undefined : last;
}
