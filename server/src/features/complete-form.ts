import { insertLines, missingParts } from '../checks/placing';
import type { Edit } from '../format/edit';
import type { Report } from '../report/report';

/** The edits that insert every chapter and every table that a report lacks, blank. */
export function completeEdits(report: Report): Edit[] {
  if (!report.isReport) return [];
  const places = new Map<number, string[]>();
  for (const { at, lines, table } of missingParts(report)) {
    const before = places.get(at);
    if (table !== 'html') places.set(at, before ? [...before, '', ...lines] : lines);
  }
  return [...places].map(([at, lines]) => insertLines(report.document, at, lines));
}
