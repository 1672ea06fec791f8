import type { CheckedFinding, Severity } from '../../core/checks/support/finding';
import type { Report } from '../../core/report/report';
import type { FileReport } from '../../files/file-reports';

/** A report that was checked. */
export interface CheckedFile extends FileReport {
  findings: readonly CheckedFinding[];
}

/** How many findings there are of each severity. */
export type Counts = Record<Severity, number>;

export interface Summary {
  files: number;
  skipped: number;
  errors: number;
  warnings: number;
  information: number;
  hints: number;
}

export function countsOf(findings: readonly CheckedFinding[]): Counts {
  const counts: Counts = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}

/** The first keys of every file in JSON: path, organ, year, edition. */
export function jsonHead(path: string, report: Report) {
  const { organ, year } = report.identity;
  return { path, organ, year, edition: report.isReport ? report.edition.edition.id : null };
}
