import { mostCells, type Pieces } from './cell';
import { isPipe, isSpace } from './characters';

/** True if a line holds pipes or white space and nothing else. */
export function isBare(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (!isPipe(code) && !isSpace(code)) return false;
  }
  return true;
}

/** The pieces before each of the first `count` pipes of a bare line. */
export function barePieces(text: string, start: number, end: number, count: number): Pieces {
  const pieces: number[] = [];
  let from = start;
  for (let i = start; i < end && pieces.length < count * 2; i++) {
    if (!isPipe(text.charCodeAt(i))) continue;
    pieces.push(from, i);
    from = i + 1;
  }
  return pieces;
}

/**
 * The pieces of a row. A pipe at its end is a border or closes the last cell. One at its start is a border in a table with
 * borders; in a table without, it closes an empty first cell.
 */
export function rowPieces(text: string, start: number, end: number, bordered: boolean): Pieces {
  const pieces: number[] = [];
  let from = bordered && isPipe(text.charCodeAt(start)) ? start + 1 : start;
  const to = isPipe(text.charCodeAt(end - 1)) ? end - 1 : end;
  for (let i = from; i < to && pieces.length < (mostCells - 1) * 2; i++) {
    if (!isPipe(text.charCodeAt(i))) continue;
    pieces.push(from, i);
    from = i + 1;
  }
  pieces.push(from, to);
  return pieces;
}

/** `| --- | :-: |`: at least three dashes or a colon a cell, since a lone dash is a mark for ‘not applicable’. */
export function isDelimiterRow(text: string, start: number, end: number): boolean {
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
