import type { Analysis } from '../../analysis/analyse';
import type { Neighbours } from '../../library/library';
import type { Span } from '../../text/document';
import type { Edit } from '../../text/edit';
import type { Range } from '../../text/positions';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

export interface Fix {
  title: string;
  edits: readonly Edit[];
  /** It restores the form and changes no figure: it may be applied with others, unseen. */
  restoresForm?: boolean;
}

export interface Related extends Span {
  message: string;
  field?: string;
  /** It stands in another report; the span is then the finding's own. */
  elsewhere?: { file: string; range: Range };
}

/** One mistake, where it is, and what would be right. Offsets into the report's text. */
export interface Finding extends Span {
  message: string;
  /** Identifier of the field that it is about, if it is about one. */
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

/** A check: pure, and about one kind of mistake. */
export interface Check {
  code: string;
  severity: Severity;
  find(context: Context): readonly Finding[];
}
