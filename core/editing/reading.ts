import type { PlacedAnalysis } from '../analysis/analyse';
import type { CheckedFinding } from '../checks/support/finding';
import type { Report } from '../report/report';
import type { Position } from '../text/positions';

/** What a feature needs to know of a document: how the report's offsets stand in the file. */
export interface DocumentView {
  readonly uri: string;
  readonly version: number;
  getText(): string;
  positionAt(offset: number): Position;
  offsetAt(position: Position): number;
}

/** A report as the features see it: read and checked once a version of its text. */
export interface Reading extends PlacedAnalysis {
  document: DocumentView;
  /** `analysis.report`. */
  report: Report;
  findings: readonly CheckedFinding[];
}
