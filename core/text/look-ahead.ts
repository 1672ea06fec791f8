import { isPipe, isSpace } from './characters';
import { readHeading } from './heading';
import { endOfLine, nextLine } from './line-ends';
import { skipMarks } from './marks';
import { isBare, isDelimiterRow } from './pipe-rows';

/* What the lines below say of a line, so that each line is classified once, when it is read. */

/** Where the text of a line begins and ends, without white space but with its tabs; both the same on a blank line. */
export interface Trimmed {
  first: number;
  last: number;
}

export function trimLine(text: string, start: number, end: number): Trimmed {
  let first = start;
  while (first < end && isSpace(text.charCodeAt(first)) && text.charCodeAt(first) !== 0x09) first++;
  let last = end;
  while (last > first && isSpace(text.charCodeAt(last - 1)) && text.charCodeAt(last - 1) !== 0x09) last--;
  return { first, last };
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
    const lineEnd = endOfLine(text, start);
    if (lineEnd > limit) return false;
    if (start === lineEnd) continue;
    if (inComment) {
      inComment = leavesCommentOpen(text, start, lineEnd);
      continue;
    }
    const { first, last } = trimLine(text, start, lineEnd);
    if (first === last) continue;
    if (beginsComment(text, first)) inComment = leavesCommentOpen(text, start, lineEnd);
    else if (!hasPipe(text, first, last)) return false;
    else if (!isDelimiterRow(text, first, last)) return isBare(text, first, last) && !beginsRow(text, last);
  }
  return false;
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
  const { first, last } = trimLine(text, start, end);
  if (first === last || beginsComment(text, first)) return undefined;
  for (let i = first; i < last; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x09 || isPipe(code)) return undefined;
  }
  const from = skipMarks(text, first, last);
  if (last - from > longestContinuation || text.charCodeAt(last - 1) === 0x3002) return undefined;
  const heading = readHeading(text, from, last, 0);
  return heading && (heading.ordinal?.level === 1 || heading.marks > 0) ? undefined : last;
}
