import { LineKind, type Span } from '../text/document';
import type { Block, FormTableBlock, Within } from './outline';
import type { Report } from './report';

/** A line of prose, and the chapter and part that it stands in. */
export interface Paragraph extends Span, Within {}

/** A longer line is no prose, in UTF-16 code units. */
const longest = 1 << 20;
/** Shorter lines within a table of the form are its own remarks. */
const shortestWithinTable = 16;

/**
 * What a report says outside its tables, line by line: no headings of the form, no comments, nothing above the title,
 * nothing from the signature on.
 */
export function paragraphsOf(report: Report, outline: readonly Block[]): Paragraph[] {
  const body = outline.slice(outline.findLastIndex(({ kind }) => kind === 'title') + 1);
  return body.flatMap((block) => proseOf(report, block)).filter(({ start, end }) => end > start && end - start <= longest);
}

function proseOf(report: Report, block: Block): Paragraph[] {
  const { chapter, section } = block;
  const { text, lines } = report.document;
  const paragraph = ({ start, end }: Span): Paragraph => ({ start, end, chapter, section });
  switch (block.kind) {
    case 'paragraph':
      return [paragraph(block)];
    case 'heading':
      // What an office calls a part of its own may state figures.
      if (block.isOwn) return [paragraph({ start: block.start, end: block.rest?.end ?? block.end })];
      return block.rest ? [paragraph(block.rest)] : [];
    case 'other-table':
      return lines
        .slice(block.first, block.last + 1)
        .filter(({ kind }) => kind === LineKind.Cells)
        .map((line) => paragraph(trimmedSpan(text, line)));
    case 'form-table':
      return keptProse(report, block).map((line) => paragraph(trimmedSpan(text, lines[line])));
    default:
      return [];
  }
}

/** The lines of prose among those of a table, if there is a sentence among them. */
function keptProse({ document: { text, lines } }: Report, table: FormTableBlock): number[] {
  const isSentence = (line: number) => {
    const { start, end, kind } = lines[line];
    if (end - start < shortestWithinTable || kind === LineKind.Blank) return false;
    return kind === LineKind.Text || text.slice(start, end).includes('。');
  };
  // The quick look that spares most tables the thorough one.
  let line = table.first;
  while (line <= table.last && !isSentence(line)) line++;
  if (line > table.last) return [];
  const own = (table.kept ?? []).filter(({ isComment }) => !isComment).map((kept) => kept.line);
  return own.some(isSentence) ? own : [];
}

function trimmedSpan(text: string, span: Span): Span {
  const line = text.slice(span.start, span.end);
  const start = span.end - line.trimStart().length;
  return { start, end: start + line.trim().length };
}
