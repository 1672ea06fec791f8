import type { Figure } from './figure';

/** What a text is made of, whether or not it is a report. All offsets are UTF-16 code units into `text`. */

export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * What stands between two cells: a tab, a pipe, the spaces of a printed table, or nothing (a line that is one piece of
 * text).
 */
export const enum Separator {
  None,
  Space,
  Tab,
  Pipe,
}

/**
 * A piece of text between two separators, trimmed of white space. An empty cell has `start === end`, at the place where
 * its text would stand. A cell whose text breaks over lines (one cell a line, after a tab) ends on a later line than
 * it begins.
 */
export interface Cell {
  readonly start: number;
  readonly end: number;
  /** Index of the line on which the cell begins. */
  readonly line: number;
  readonly separator: Separator;
  /** True if the cell is the only one of its line. */
  readonly alone: boolean;
  /** True if a blank line stands between this cell and the one before. */
  readonly afterGap: boolean;
  /** The figure that the cell holds, if it holds one. */
  readonly figure: Figure;
}

export const enum LineKind {
  Blank,
  /** One piece of text, no separators: a heading, a paragraph, or a piece of a table that lost its separators. */
  Text,
  Cells,
  /** Part of a `<!-- … -->` comment. */
  Comment,
  /** The delimiter row of a Markdown table, a page number: nothing to read. */
  Rule,
}

/** A line without its line end. `cells` are those that begin on the line, from `firstCell` on. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly kind: LineKind;
  readonly firstCell: number;
  readonly cellCount: number;
}

/** The number at the start of a heading or a label. */
export interface Ordinal {
  /** 1 for `一、` and 第一章, 2 for （一）, 3 for `1.` and (1). */
  readonly level: 1 | 2 | 3;
  readonly value: number;
  /** Offset after the number and its punctuation. */
  readonly rest: number;
}

/** A line without separators that is set off as a heading: by Markdown's `#`, by an ordinal, or by both. */
export interface Heading {
  /** Index of its line. */
  readonly line: number;
  /** How many `#` stand before it. */
  readonly marks: number;
  readonly ordinal: Ordinal | undefined;
  /** The heading without Markdown's marks. */
  readonly span: Span;
  /** What follows the ordinal. */
  readonly title: Span;
}

export interface Document {
  readonly text: string;
  readonly lines: readonly Line[];
  readonly cells: readonly Cell[];
  readonly headings: readonly Heading[];
  /** The line end that the text uses: that of its first line. */
  readonly eol: '\n' | '\r\n' | '\r';
}

/** Index of the line that holds `offset` (its line end included); the last line for an offset after the text. */
export function lineAt(document: Document, offset: number): number {
  const { lines } = document;
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (lines[middle].start <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The text of a span as one line: what breaks over lines is joined. */
export function joinedText({ text }: Document, { start, end }: Span): string {
  return text.slice(start, end).replace(/\s*[\r\n]\s*/g, '');
}
