import { keptLines, linesOf } from '../../report/lines';
import type { BoundTable, Report } from '../../report/report';
import type { Span } from '../../text/document';
import type { Edit } from '../../text/edit';
import { insertLines, missingParts } from '../placing';

/** Why a table of the report is not replaced. */
export type NotReplaced = 'filled' | 'text-within';

/**
 * Puts whole tables of the form, of a text in the canonical shape, in place of a report's own: the one that is there,
 * blank or where the cursor is, or where it belongs if it is missing. A filled table is not replaced from afar, and none in
 * which something else stands.
 */
export function replaceTables(report: Report, pasted: Report, cursor: number): Edit[] | { table: BoundTable; why: NotReplaced } {
  const { document } = report;
  const edits: Edit[] = [];
  for (const table of Object.values(pasted.tables)) {
    const place = linesOf(pasted, table);
    const { lines, text } = pasted.document;
    const own = lines.slice(place.first, place.last + 1).map(({ start, end }) => text.slice(start, end));
    const present = report.tables[table.table.form.id];
    if (present) {
      const at = linesOf(report, present);
      if (keptLines(report, present, at)?.length !== 0) return { table: present, why: 'text-within' };
      if (!isBlankTable(present) && !includesOffset(chapterSpan(report, present), cursor)) return { table: present, why: 'filled' };
      const { start } = document.lines[at.first];
      edits.push({ start, end: document.lines[at.last].end, newText: own.join(document.eol) });
    } else {
      const missing = missingParts(report).find(({ chapter }) => chapter.table === table.table.form.id);
      if (!missing) continue;
      const heading = missing.kind === 'chapter-with-table' ? [missing.lines[0], ''] : [];
      edits.push(insertLines(document, missing.at, [...heading, ...own]));
    }
  }
  return edits;
}

function isBlankTable({ rows, unknownRows }: BoundTable): boolean {
  return unknownRows.length === 0 && rows.every(({ cells, extra }) => extra.length === 0 && cells.every(({ state }) => state === 'empty'));
}

/** The lines of the chapter that a table is in, its table included. */
function chapterSpan({ chapters, document }: Report, table: BoundTable): Span {
  const chapter = chapters.findLast(({ line }) => document.lines[line].start <= table.start);
  if (!chapter) return table;
  const { end } = document.lines[Math.max(chapter.line, chapter.endLine - 1)];
  return { start: document.lines[chapter.line].start, end: Math.max(end, table.end) };
}

function includesOffset({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}
