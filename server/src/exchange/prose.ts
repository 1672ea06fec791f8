import { LineKind } from '../format/document';
import type { BoundChapter, Report } from '../report/report';
import type { ChapterForm, Section } from '../standard';
import { keptLines, linesOf } from './canonical';

/** The paragraphs of a chapter, or of one of its parts. */
export interface Prose {
  chapter: ChapterForm;
  section: Section | undefined;
  paragraphs: string[];
}

/** What a report says outside its tables, by chapter and part: no headings, no comments, no signature. */
export function proseOf(report: Report): Prose[] {
  const { document, chapters, identity } = report;
  const inTable = tableLines(report);
  const signature = identity.signature?.start ?? Number.POSITIVE_INFINITY;
  const found: Prose[] = [];
  for (const bound of chapters) {
    let current: Prose = { chapter: bound.chapter, section: undefined, paragraphs: [] };
    found.push(current);
    for (let line = bound.line; line < bound.endLine; line++) {
      const { kind, start, end } = document.lines[line];
      if (kind === LineKind.Blank || kind === LineKind.Comment || kind === LineKind.Rule) continue;
      if (inTable.has(line) || start >= signature) continue;
      const heading = headingOn(report, bound, line);
      if (heading?.section) {
        current = { chapter: bound.chapter, section: heading.section, paragraphs: [] };
        found.push(current);
      }
      const paragraph = document.text
        .slice(heading ? heading.end : start, end)
        .replace(/^[\s。：:；;]+/, '')
        .trim();
      if (paragraph !== '') current.paragraphs.push(paragraph);
    }
  }
  return found.filter(({ paragraphs }) => paragraphs.length > 0);
}

/** The heading of a chapter or of a part that a line begins with; text may follow it on the line. */
function headingOn(report: Report, chapter: BoundChapter, line: number): { section: Section | undefined; end: number } | undefined {
  if (line === chapter.line) return { section: undefined, end: chapter.span.end };
  const part = chapter.chapter.sections && report.sections.find((section) => section.line === line);
  return part?.section && { section: part.section, end: part.end };
}

/** The lines that tables take up, without those that only stand among them. */
function tableLines(report: Report): Set<number> {
  const taken = new Set<number>();
  for (const table of Object.values(report.tables)) {
    const lines = linesOf(report, table);
    const kept = new Set((keptLines(report, table, lines) ?? []).map(({ line }) => line));
    for (let line = lines.first; line <= lines.last; line++) if (!kept.has(line)) taken.add(line);
  }
  return taken;
}
