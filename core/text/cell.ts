import { isSpace } from './characters';
import type { Cell, Separator } from './document';
import { readFigure } from './figure';
import { skipMarks } from './marks';

/** Cells read from one line; what follows them stays one cell. No table of any form is as wide. */
const mostCells = 4096;

/** Where pieces of a line begin and end: from, to, from, to, … */
export type Pieces = readonly number[];

/** The pieces of a text between its separators; one piece where it has none. */
export function piecesBetween(text: string, start: number, end: number, isSeparator: (code: number) => boolean): Pieces {
  const pieces: number[] = [];
  let from = start;
  for (let at = start; at < end && pieces.length < (mostCells - 1) * 2; at++) {
    if (!isSeparator(text.charCodeAt(at))) continue;
    pieces.push(from, at);
    from = at + 1;
  }
  pieces.push(from, end);
  return pieces;
}

/** The cell that a piece of a line holds, trimmed of white space and of the marks that extraction leaves at its start. */
export function cellOf(
  text: string,
  from: number,
  to: number,
  line: number,
  separator: Separator,
  alone: boolean,
  afterGap: boolean,
): Cell {
  let start = from;
  let end = to;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  // In an empty cell, text would stand after the first space.
  if (start === end && end > from) start = end = from + 1;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  start = skipMarks(text, start, end);
  return { start, end, line, separator, alone, afterGap, figure: readFigure(text, start, end) };
}
