/* What comes in from other programs, before it is recognised as a report. */

/** A cell of a table, merged over `width` columns and `height` rows. */
export interface ForeignCell {
  text: string;
  width: number;
  height: number;
}

/** `goesOn`: a line of the same paragraph as the passage before. */
export type ForeignPassage = { kind: 'text'; text: string; goesOn?: boolean } | { kind: 'table'; rows: ForeignCell[][] };

/** A document that came in: its passages, and what was left out of it or guessed, one line each. */
export interface Foreign {
  passages: ForeignPassage[];
  notes: string[];
}

/** A file that can't be read, and why, in one line for the user. */
export class Unreadable extends Error {}
