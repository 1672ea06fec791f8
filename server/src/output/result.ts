import type { CheckedFinding, Severity } from '../checks/finding';
import type { Report } from '../report/report';

/** A report that was checked, under the path by which it was found. */
export interface CheckedFile {
  path: string;
  report: Report;
  findings: readonly CheckedFinding[];
}

export interface Summary {
  files: number;
  skipped: number;
  errors: number;
  warnings: number;
  information: number;
  hints: number;
}

export function summarise(files: readonly CheckedFile[], skipped: number): Summary {
  const count = (severity: Severity) =>
    files.reduce((sum, { findings }) => sum + findings.filter((finding) => finding.severity === severity).length, 0);
  return {
    files: files.length,
    skipped,
    errors: count('error'),
    warnings: count('warning'),
    information: count('information'),
    hints: count('hint'),
  };
}

/** What every file begins with in JSON: who reported, on which year, in which edition. */
export function headOf(path: string, report: Report) {
  const { organ, year } = report.identity;
  return { path, organ, year, edition: report.isReport ? report.edition.edition.id : null };
}
