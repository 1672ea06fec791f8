/**
 * The shape in which the official form is written down. An edition is data of these types and nothing else; recognising,
 * checking, completing, explaining, drawing and exporting a report all read the same data.
 */

export type EditionId = '2019' | '2021';
export type TableId = 'proactive' | 'requests' | 'disputes';
export type ChapterId = 'overview' | 'proactive' | 'requests' | 'disputes' | 'problems' | 'other';
export type RelationCode = 'row-total' | 'column-total' | 'flow-balance' | 'outcome-total';

/** A document that the form rests on. */
export interface Source {
  /** As it is cited: 《…》 or a document number. */
  title: string;
  /** What it is, in one line. */
  about: string;
  /** Other ways of citing it. */
  alsoCited?: readonly string[];
  /** Where it is published. */
  url?: string;
}

/** A place in a source: `article` as printed (第二十条第（一）项). */
export interface Citation {
  source: Source;
  article?: string;
}

/** What a figure counts. */
export interface Measure {
  unit: '件' | '项' | '万元' | '元' | '宗';
  /** Decimals are allowed: money. */
  decimals?: boolean;
  /** May be negative: a change. */
  signed?: boolean;
}

/** A label of the form with what hangs below it: columns below a column, rows below a row. */
export interface Entry {
  /** Part of the field's identifier; a group without one adds nothing to it. */
  id?: string;
  label: string;
  /** Other wordings seen in print. They are not slips. */
  alsoPrinted?: readonly string[];
  /** Identifier, within the table or the row, of what it replaces in the edition before, where that is another. */
  formerly?: string;
  children?: readonly Entry[];
  /** This entry is the sum of its siblings and all below them; the code of the relation that says so. */
  sums?: RelationCode;
  measure?: Measure;
  citation?: Citation;
}

/** A part of a table with column headings of its own. */
export interface Block {
  /** Printed across the whole table above the block. */
  title?: string;
  /** Printed in the corner above the row labels. */
  corner?: string;
  /** Printed above all columns, where the form groups them all. */
  over?: string;
  columns: readonly Entry[];
  rows: readonly Entry[];
  measure: Measure;
  /** The column of what is in force, which those of what is added and removed change from year to year. */
  stock?: { total: string; added: string; removed: string };
  citation?: Citation;
}

/** Rows whose sum equals the sum of other rows, in every column. Reported at `total`. */
export interface Balance {
  code: RelationCode;
  left: readonly string[];
  right: readonly string[];
  total: string;
}

export interface TableForm {
  id: TableId;
  chapter: ChapterId;
  blocks: readonly Block[];
  balances?: readonly Balance[];
  /** The row whose figures are, a year later, those of another. */
  carryOver?: { from: string; to: string };
}

/** One of the standard parts of a chapter. */
export interface Section {
  id: string;
  label: string;
  /** Any of these words in a part's heading names it. */
  namedBy: readonly string[];
}

export interface ChapterForm {
  id: ChapterId;
  number: number;
  title: string;
  alsoPrinted: readonly string[];
  /** Words by which a heading with the chapter's number is known: all of one of the lists. */
  namedBy: readonly (readonly string[])[];
  sections?: readonly Section[];
  table?: TableId;
  /** What the rules ask of the chapter. */
  asks: string;
  citation: Citation;
}

export interface Edition {
  id: EditionId;
  /** First and last year reported on. */
  years: readonly [number, number];
  source: Source;
  chapters: readonly ChapterForm[];
  tables: readonly TableForm[];
}
