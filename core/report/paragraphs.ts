import type { ChapterForm, Section } from '../form';
import { isSpace } from '../text/characters';
import { LineKind, lineAt, type Span } from '../text/document';
import { keptLines, type Lines, linesOf } from './lines';
import type { BoundChapter, Report } from './report';

/** A line of prose, and the chapter and part that it stands in. What stands above the first chapter has none. */
export interface Paragraph extends Span {
  chapter: ChapterForm | undefined;
  section: Section | undefined;
}

/** A longer line is no prose. */
const longest = 1 << 20;

/** What a report says outside its tables, line by line: no headings, no comments, no signature. */
export function paragraphsOf(report: Report): Paragraph[] {
  const { document, chapters, identity } = report;
  const { text, lines } = document;
  const inTable = tableLines(report);
  const signature = identity.signature?.start ?? Number.POSITIVE_INFINITY;
  const titleEnd = identity.title ? lineAt(document, identity.title.end) : -1;
  const found: Paragraph[] = [];
  let chapter: BoundChapter | undefined;
  let section: Section | undefined;
  let next = 0;
  for (let index = titleEnd + 1; index < lines.length; index++) {
    if (inTable[index]) continue;
    const { kind, start, end } = lines[index];
    if (kind === LineKind.Blank || kind === LineKind.Comment || kind === LineKind.Rule || end - start > longest) continue;
    if (start >= signature && index > lines.length - 12) break;
    let from = start;
    if (next < chapters.length && chapters[next].line === index) {
      chapter = chapters[next++];
      section = undefined;
      from = chapter.span.end;
    } else if (chapter?.chapter.sections) {
      const part = report.sections.find(({ line, section: known }) => line === index && known);
      if (part) {
        section = part.section;
        from = part.end;
      }
    }
    while (from < end && (isSpace(text.charCodeAt(from)) || '。：:；;'.includes(text[from]))) from++;
    let to = end;
    while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
    if (to > from) found.push({ start: from, end: to, chapter: chapter?.chapter, section });
  }
  return found;
}

/** 1 for each line that a table takes up, 0 for those that only stand among them, and all others. */
function tableLines(report: Report): Uint8Array {
  const taken = new Uint8Array(report.document.lines.length);
  for (const table of Object.values(report.tables)) {
    const lines = linesOf(report, table);
    taken.fill(1, lines.first, lines.last + 1);
    if (hasProse(report, lines)) for (const { line } of keptLines(report, table, lines) ?? []) taken[line] = 0;
  }
  return taken;
}

/** Shorter lines within a table are its own. */
const shortest = 16;

/** Whether prose may stand among a table's lines: the quick look that spares most tables the thorough one. */
function hasProse({ document: { text, lines } }: Report, { first, last }: Lines): boolean {
  for (let index = first; index <= last; index++) {
    const { start, end, kind } = lines[index];
    if (end - start < shortest || kind === LineKind.Blank) continue;
    if (kind === LineKind.Text || text.slice(start, end).includes('。')) return true;
  }
  return false;
}
