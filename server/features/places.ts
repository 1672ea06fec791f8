import type { BoundCell, BoundChapter, BoundLabel, BoundRow, BoundTable, Report } from '../../core/report/report';
import type { Span } from '../../core/text/document';

/** What is at an offset of a report. */
export type ReportPlace =
  | { kind: 'cell'; table: BoundTable; row: BoundRow; cell: BoundCell }
  | { kind: 'label'; table: BoundTable; label: BoundLabel }
  | { kind: 'chapter'; chapter: BoundChapter };

function includesOffset(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

export function placeAt(report: Report, offset: number): ReportPlace | undefined {
  const chapter = report.chapters.find(({ span }) => includesOffset(span, offset));
  if (chapter) return { kind: 'chapter', chapter };
  for (const table of Object.values(report.tables)) {
    if (!includesOffset(table, offset)) continue;
    for (const row of table.rows) {
      const cell = row.cells.find((each) => includesOffset(each, offset));
      if (cell) return { kind: 'cell', table, row, cell };
    }
    const label = table.labels.find((each) => includesOffset(each, offset));
    if (label) return { kind: 'label', table, label };
  }
  return undefined;
}
