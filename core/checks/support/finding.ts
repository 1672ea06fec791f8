import type { Analysis } from '../../analysis/analyse';
import type { Neighbours } from '../../library/library';
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
export interface Context extends Analysis {
  /** Reports that this one is compared with. */
  neighbours: Neighbours;
}

/** A check: what is known of it, and a pure function that finds one kind of mistake. */
export interface Check extends CheckMetadata {
  find(context: Context): readonly Finding[];
}
