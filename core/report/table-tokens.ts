import { type Cell, Separator } from '../text/document';
import { fold } from '../text/fold';
import { lookUp, lookUpPrinted, type Match } from './lexicon';

/** What a cell is to a table, whatever stands around it. */
export type Token =
  | { readonly kind: 'figure' | 'empty'; readonly cell: Cell }
  /** Prose, which ends a table. */
  | { readonly kind: 'end'; readonly cell: Cell }
  /** A text that may be one of these labels, depending on its place. */
  | {
      readonly kind: 'label';
      readonly cell: Cell;
      readonly folded: string;
      readonly matches: readonly Match[];
      /** Prose where it is no label. */
      readonly isSentence: boolean;
    }
  | { readonly kind: 'text'; readonly cell: Cell; readonly folded: string }
  /** Marks that say nothing. */
  | { readonly kind: 'nothing'; readonly cell: Cell };

/** A longer line is prose. */
const longestLine = 80;
/** A label in a cell may carry a long explanation in parentheses. */
const longestCell = 400;

/** The token that a cell of a text is. */
export function tokenOf(text: string, cell: Cell): Token {
  const { start, end, separator, figure } = cell;
  if (start === end) return { kind: 'empty', cell };
  if (figure.kind !== 'none') return { kind: 'figure', cell };
  if (end - start > (separator === Separator.None ? longestLine : longestCell)) return { kind: 'end', cell };
  const printed = lookUpPrinted(text.slice(start, end));
  if (printed) return { kind: 'label', cell, folded: printed.folded, matches: printed.matches, isSentence: false };
  const folded = fold(text, start, end);
  if (folded === '') return { kind: 'nothing', cell };
  const matches = lookUp(folded);
  const isSentence = folded.includes('。');
  if (matches.length > 0) return { kind: 'label', cell, folded, matches, isSentence };
  return isSentence ? { kind: 'end', cell } : { kind: 'text', cell, folded };
}

/** The pieces of a line of text as cells of a printed line of column headings; undefined where it has too few or too many. */
export function piecesOfLine(text: string, cell: Cell): Cell[] | undefined {
  const pieces = text.slice(cell.start, cell.end).split(/(\s+)/);
  if (pieces.length < 3 || pieces.length > 60) return undefined;
  const cells: Cell[] = [];
  let at = cell.start;
  for (const piece of pieces) {
    if (piece.trim() !== '') cells.push({ ...cell, start: at, end: at + piece.length, separator: Separator.Space, alone: false });
    at += piece.length;
  }
  return cells;
}
