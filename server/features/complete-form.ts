import type { Report } from '../../core/report/report';
import type { Edit } from '../../core/text/edit';
import { insertLines, missingParts } from '../../core/writing/placing';

/** The edits that insert blank chapters and tables for all that a report lacks. */
export function completeEdits(report: Report): Edit[] {
  if (!report.isReport) return [];
  const places = new Map<number, string[]>();
  for (const { kind, at, lines } of missingParts(report)) {
    const before = places.get(at);
    if (kind !== 'html-table') places.set(at, before ? [...before, '', ...lines] : lines);
  }
  return [...places].map(([at, lines]) => insertLines(report.document, at, lines));
}
