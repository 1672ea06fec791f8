import type { Range } from 'vscode-languageserver-types';
import { type PlacedAnalysis, rangeInFile } from '../../core/analysis/analyse';
import type { CheckedFinding, Severity } from '../../core/checks/support/finding';

/** The state of a report, by its worst finding. */
export type ReviewState = 'errors' | 'warnings' | 'right';

/** A finding in a review. */
export interface ReviewedFinding {
  code: string;
  severity: Severity;
  message: string;
  range: Range;
}

/** A report in a review. */
export interface ReviewedReport {
  uri: string;
  organ: string | null;
  year: number | null;
  state: ReviewState;
  /** Paths of other files with a report on the same organ and year. */
  alsoIn: readonly string[];
  findings: readonly ReviewedFinding[];
}

/** A report that is missing for the year that most reports are on, although the year before has one. */
export interface AwaitedReport {
  organ: string;
  year: number;
}

/** All reports of a workspace. */
export interface Review {
  reports: readonly ReviewedReport[];
  awaited: readonly AwaitedReport[];
}

/** A report of a file with its findings. */
export interface CheckedReport extends PlacedAnalysis {
  uri: string;
  findings: readonly CheckedFinding[];
}

/** What a review is made from. */
export interface Reviewed {
  files: readonly string[];
  awaited: readonly AwaitedReport[];
  /** Groups of two or more files with reports on the same organ and year. */
  duplicates: readonly (readonly string[])[];
  /** The reports of a file with their findings; none if the file no longer exists. */
  check(file: string): Promise<CheckedReport[]>;
}

/** Reviews a workspace, file by file, so that other work gets its turn. Ends early once `cancelled`. */
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
