import { type ChapterForm, chapterHeading } from '../form';
import type { BoundChapter, Report } from '../report/report';
import { type Document, type Line, LineKind, lineAt, type Span } from '../text/document';
import type { Edit } from '../text/edit';
import { tableLines } from './markdown';

/** Where something that is missing belongs: what a finding underlines, and the start of the line before which it goes. */
export interface Insertion {
  shown: Span;
  /** Offset of a line's start, or the end of the text. */
  at: number;
}

/** The first occurrence of a chapter. */
export function occurrence(report: Report, chapter: ChapterForm): BoundChapter | undefined {
  return report.chapters.find((found) => found.chapter === chapter);
}

/** The line on which a chapter's heading belongs: before its table; else before the next chapter; else at the end. */
export function placeOfChapter(report: Report, chapter: ChapterForm): Insertion {
  const { document } = report;
  const table = chapter.table && report.tables[chapter.table];
  if (table) return { shown: firstLineOf(document, table), at: tableStart(document, table.start) };
  const next = report.chapters.find((found) => found.chapter.number > chapter.number);
  if (next) return { shown: next.span, at: document.lines[next.line].start };
  const last = document.text.trimEnd().length;
  const signature = report.identity.signature;
  if (signature) return { shown: signature, at: document.lines[lineAt(document, signature.start)].start };
  return { shown: { start: Math.max(last - 1, 0), end: last }, at: endOfText(document) };
}

/** The end of the text; for one that ends in a comment that is never closed, the line on which that comment begins. */
function endOfText({ text, lines }: Document): number {
  const isBlank = ({ start, end }: Line) => text.slice(start, end).trim() === '';
  const last = lines.findLast((line) => !isBlank(line));
  if (last?.kind !== LineKind.Comment || text.slice(last.start, last.end).includes('-->')) return text.length;
  let first = lines.indexOf(last);
  while (first > 0 && (lines[first - 1].kind === LineKind.Comment || isBlank(lines[first - 1]))) first--;
  while (isBlank(lines[first])) first++;
  return lines[first].start;
}

/** The start of the line on which a table begins; of the line above where that holds the pipe that opens its first row. */
function tableStart(document: Document, offset: number): number {
  const { text, lines } = document;
  const line = lineAt(document, offset);
  const above = lines[line - 1];
  const opened = above && text.slice(above.start, above.end).trim() === '|' && text.slice(offset, lines[line].end).includes('|');
  return (opened ? above : lines[line]).start;
}

function firstLineOf(document: Document, { start, end }: Span): Span {
  return { start, end: Math.min(end, document.lines[lineAt(document, start)].end) };
}

/** An edit that inserts lines before the line at `at`, with blank lines between them and adjacent text. */
export function insertLines(document: Document, at: number, lines: readonly string[]): Edit {
  const { text, eol } = document;
  const body = lines.join(eol);
  const before = text.slice(0, at);
  const lead =
    before.trim() === '' || /(?:\r\n|\n|\r)[^\S\r\n]*(?:\r\n|\n|\r)$/.test(before.slice(-200))
      ? ''
      : /[\r\n]$/.test(before)
        ? eol
        : eol + eol;
  const tail = at >= text.length ? eol : /^[^\S\r\n]*(?:\r|\n)/.test(text.slice(at, at + 200)) ? eol : eol + eol;
  return { start: at, end: at, newText: lead + body + tail };
}

/** A chapter's heading with as many `#` as the report's other chapters have. */
export function headingLine(report: Report, chapter: ChapterForm): string {
  const { document } = report;
  const sample = report.chapters[0];
  const marks = sample ? /^[^\S\r\n]*(#+)/.exec(document.text.slice(document.lines[sample.line].start, sample.span.start))?.[1] : '##';
  return (marks ? `${marks} ` : '') + chapterHeading(chapter);
}

/** A chapter or a table that a report lacks: where it goes, and its lines, blank. */
export interface MissingPart extends Insertion {
  kind:
    | 'chapter'
    | 'chapter-with-table'
    /** The heading alone: the chapter's table is there. */
    | 'heading'
    /** The table alone: the chapter's heading is there. */
    | 'table'
    /** The table is there as HTML, which can't be read before it is written out. */
    | 'html-table';
  chapter: ChapterForm;
  lines: string[];
}

/** What a report lacks of its chapters and tables, in the form's order. */
export function missingParts(report: Report): MissingPart[] {
  const { lines, text } = report.document;
  return report.edition.edition.chapters.flatMap((chapter): MissingPart[] => {
    const found = occurrence(report, chapter);
    const table = chapter.table && !report.tables[chapter.table] ? tableLines(report.edition.tables[chapter.table], () => '') : undefined;
    if (found) {
      if (!table) return [];
      const at = found.line + 1 < lines.length ? lines[found.line + 1].start : text.length;
      const isHtml = /<table\b/i.test(text.slice(at, lines[found.endLine]?.start ?? text.length));
      return [{ kind: isHtml ? 'html-table' : 'table', chapter, shown: found.span, at, lines: table }];
    }
    const heading = headingLine(report, chapter);
    const place = placeOfChapter(report, chapter);
    if (!table) return [{ kind: chapter.table ? 'heading' : 'chapter', chapter, ...place, lines: [heading] }];
    return [{ kind: 'chapter-with-table', chapter, ...place, lines: [heading, '', ...table] }];
  });
}
