import { isSpace } from './characters';
import type { Cell, Separator } from './document';
import { readFigure } from './figure';
import { skipMarks } from './marks';

/** Cells read from one line; what follows them stays one cell. No table of any form is as wide. */
export const mostCells = 4096;

/** Where pieces of a line begin and end: from, to, from, to, … */
export type Pieces = readonly number[];

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
