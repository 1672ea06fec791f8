import type { Range } from 'vscode-languageserver-types';
import { type PlacedAnalysis, rangeInFile } from '../../core/analysis/analyse';
import type { CheckedFinding, Severity } from '../../core/checks/support/finding';

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
  /** Other files that claim the same organ and the same year. */
  alsoIn: readonly string[];
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

/** A report of a file, and what is found in it. */
export interface CheckedReport extends PlacedAnalysis {
  uri: string;
  findings: readonly CheckedFinding[];
}

/** What a reviewer wants of a workspace: its reports, and how each is checked. */
export interface Reviewed {
  files: readonly string[];
  awaited: readonly AwaitedReport[];
  /** Files that claim the same organ and the same year, two and more at a time. */
  duplicates: readonly (readonly string[])[];
  /** The reports of a file; none where it has gone. */
  check(file: string): Promise<CheckedReport[]>;
}

/** Everything that is found in a workspace's reports, one report after the other beside other work. */
export async function reviewOf({ files, awaited, duplicates, check }: Reviewed, cancelled: () => boolean): Promise<Review> {
  const reports: ReviewedReport[] = [];
  for (const file of new Set(files)) {
    if (cancelled()) break;
    const alsoIn = duplicates.filter((group) => group.includes(file)).flatMap((group) => group.filter((other) => other !== file));
    for (const found of await check(file)) if (found.analysis.report.isReport) reports.push(reviewedReport(found, alsoIn));
  }
  return { reports, awaited };
}

function reviewedReport(found: CheckedReport, alsoIn: readonly string[]): ReviewedReport {
  const { uri, analysis, findings } = found;
  const { organ, year } = analysis.report.identity;
  return {
    uri,
    organ,
    year,
    state: stateOf(findings),
    alsoIn,
    findings: findings.map(({ code, severity, message, start, end }) => ({
      code,
      severity,
      message,
      range: rangeInFile(found, { start, end }),
    })),
  };
}

function stateOf(findings: readonly { severity: Severity }[]): ReviewState {
  if (findings.some(({ severity }) => severity === 'error')) return 'errors';
  return findings.some(({ severity }) => severity === 'warning') ? 'warnings' : 'right';
}
