import type { TableBalance } from '../../analysis/balances';
import type { Neighbours } from '../../library/library';
import type { Statement } from '../../prose/statements';
import type { Paragraph } from '../../report/paragraphs';
import type { Report } from '../../report/report';
import type { Span } from '../../text/document';
import type { Edit } from '../../text/edit';
import type { Range } from '../../text/positions';
import type { CheckMetadata } from './metadata';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

export interface Fix {
  title: string;
  edits: readonly Edit[];
  /** Safe for fix-all: changes labels or layout, never a figure. */
  restoresForm?: boolean;
}

export interface Related extends Span {
  message: string;
  field?: string;
  /** The place, where it is in another report; the span is then the finding's own. */
  elsewhere?: { file: string; range: Range };
}

/** One mistake, where it is, and what would be right. Spans are UTF-16 offsets into the report's text. */
export interface Finding extends Span {
  message: string;
  /** Identifier of the field that it concerns, if there is one. */
  field?: string;
  related?: readonly Related[];
  fixes?: readonly Fix[];
}

/** A finding with the check that made it. */
export interface CheckedFinding extends Finding {
  code: string;
  severity: Severity;
}

/** What a check may look at. */
export interface Context {
  report: Report;
  /** The prose, line by line. */
  paragraphs: readonly Paragraph[];
  /** What the prose states of the tables. */
  statements: readonly Statement[];
  /** Reports that this one is compared with. */
  neighbours: Neighbours;
  /** The arithmetic of each table that is there. */
  balances: readonly TableBalance[];
}

/** A check: what is known of it, and a pure function that finds one kind of mistake. */
export interface Check extends CheckMetadata {
  find(context: Context): readonly Finding[];
}
