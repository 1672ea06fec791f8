import type { Range } from 'vscode-languageserver-types';
import type { CheckedFinding, Severity } from '../checks/finding';
import { rangeOf } from '../format/positions';
import type { Report } from '../report/report';

/** How a report stands: the worst that is found in it. */
export type ReviewState = 'errors' | 'warnings' | 'right';

/** A finding as a reviewer's list has it. */
export interface ReviewedFinding {
  code: string;
  severity: Severity;
  message: string;
  range: Range;
}

/** A report as a reviewer's list has it. */
export interface ReviewedReport {
  uri: string;
  organ: string | null;
  year: number | null;
  state: ReviewState;
  findings: readonly ReviewedFinding[];
}

/** A report that was there for the year before, and is not yet there for the year that most reports are on. */
export interface AwaitedReport {
  organ: string;
  year: number;
}

/** All reports of a workspace. */
export interface Review {
  reports: readonly ReviewedReport[];
  awaited: readonly AwaitedReport[];
}

export function reviewedReport(
  uri: string,
  { document, identity: { organ, year } }: Report,
  findings: readonly CheckedFinding[],
): ReviewedReport {
  return {
    uri,
    organ,
    year,
    state: stateOf(findings),
    findings: findings.map(({ code, severity, message, start, end }) => ({
      code,
      severity,
      message,
      range: rangeOf(document, { start, end }),
    })),
  };
}

export function stateOf(findings: readonly { severity: Severity }[]): ReviewState {
  if (findings.some(({ severity }) => severity === 'error')) return 'errors';
  return findings.some(({ severity }) => severity === 'warning') ? 'warnings' : 'right';
}
