import { mostCells, type Pieces } from './cell';
import { readOrdinal } from './heading';

/** The pieces of a line between its tabs. */
export function tabPieces(text: string, start: number, end: number): Pieces {
  const pieces: number[] = [];
  let from = start;
  for (let i = start; i < end && pieces.length < (mostCells - 1) * 2; i++) {
    if (text.charCodeAt(i) !== 0x09) continue;
    pieces.push(from, i);
    from = i + 1;
  }
  pieces.push(from, end);
  return pieces;
}

/** `一、⇥总体情况`: the tab that Word puts after the number of a numbered heading. */
export function isNumberedByTab(text: string, start: number, end: number): boolean {
  const tab = text.indexOf('\t', start);
  const ordinal = readOrdinal(text, start, tab);
  return ordinal !== undefined && ordinal.level < 3 && ordinal.rest === tab && tab + 1 < end;
}
