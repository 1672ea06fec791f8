import type { BoundTable, Report } from '../report/report';

/** The tables that a report has, in the form's order. */
export function tablesOf(report: Report): BoundTable[] {
  return Object.values(report.tables);
}
