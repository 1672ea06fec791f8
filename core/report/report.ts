import type { ChapterForm, CompiledEdition, CompiledTable, Field, RowForm, Section, TableId } from '../form';
import type { Cell, Document, Heading, Span } from '../text/document';
import type { Anchor } from './anchors';

interface FieldCell extends Span {
  readonly field: Field;
  readonly cell: Cell;
}

/** A cell with a number. */
export interface NumberCell extends FieldCell {
  readonly state: 'number';
  readonly value: number;
  /** Where the number stands, without its unit. */
  readonly number: Span;
  /** Written with full-width digits or with thousands separators. */
  readonly isUnusual: boolean;
}

/** A cell without a number: empty, a mark for ‘not applicable’, or text. */
export interface OtherCell extends FieldCell {
  readonly state: 'empty' | 'not-applicable' | 'text';
  readonly value: null;
}

/** A field of the form, with what the report says in its cell. */
export type BoundCell = NumberCell | OtherCell;

/** A label of the form where it stands in the report. `slip`: the spelling that it should have, folded. */
export interface BoundLabel extends Span {
  anchor: Anchor;
  slip: string | undefined;
}

/** A row of the form where it stands in the report. */
export interface BoundRow extends Span {
  readonly form: RowForm;
  /** Where its label stands; the row's first cell where it has none. */
  readonly label: Span;
  /** In the form's order; shorter than the form's row where cells are missing. */
  readonly cells: readonly BoundCell[];
  /** Cells after the last that the form has, but for empty ones. */
  readonly extra: readonly Cell[];
  /** How many cells the row lacks. */
  readonly missing: number;
  /** Cells that are empty in a text without separators, where they leave no trace. */
  readonly traceless: number;
}

/** A row that the form does not have, where it stands in the report. */
export interface UnknownRow extends Span {
  readonly form?: undefined;
  readonly label: Span;
  /** Its cells, but for empty ones. */
  readonly extra: readonly Cell[];
}

export interface BoundTable extends Span {
  table: CompiledTable;
  edition: CompiledEdition;
  labels: readonly BoundLabel[];
  /** In the report's order. */
  rows: readonly BoundRow[];
  /** The cells of these rows that do not hold a plain count: empty, a mark, text, money, odd digits. */
  odd: readonly BoundCell[];
  missingRows: readonly RowForm[];
  /** Further rows with a label that a row above has already; the first of each run. */
  duplicateRows: readonly { row: BoundRow; of: BoundRow }[];
  unknownRows: readonly UnknownRow[];
}

export interface BoundSection extends Span {
  section: Section | undefined;
  heading: Heading | undefined;
  line: number;
}

export interface BoundChapter {
  chapter: ChapterForm;
  /** The heading's line, and where its title stands (without ordinal and marks). */
  line: number;
  span: Span;
  title: Span;
  /** The line after the chapter's last. */
  endLine: number;
}

export interface Identity {
  organ: string | null;
  year: number | null;
  /** Where the year stands in the title. */
  title: Span | null;
  signature: Span | null;
}

/** A text read as a report. */
export interface Report {
  document: Document;
  isReport: boolean;
  identity: Identity;
  /** The edition whose tables the report has; the one that its year asks for where the tables do not tell. */
  edition: CompiledEdition;
  /** In the text's order; a chapter may occur more than once. */
  chapters: readonly BoundChapter[];
  /** The parts of the first chapter that are there. */
  sections: readonly BoundSection[];
  tables: Readonly<Partial<Record<TableId, BoundTable>>>;
}
