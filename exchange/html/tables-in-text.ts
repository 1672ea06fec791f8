import { linesOfPassages } from '../../core/writing/draft';
import { readWebPage } from './read-page';

/** The start and end of comments and tables. Some programs wrap each table in a page of its own; that is part of the match. */
const tableMarks =
  /^[ \t]*(?<comment><!--)|(?<commentEnd>-->)|(?:<html\b[^<>]*>\s*)?(?:<body\b[^<>]*>\s*)?<table\b[^<>]*>|(?<tableEnd><\/table\s*>)(?:\s*<\/body>)?(?:\s*<\/html>)?/gim;

/**
 * Rewrites HTML tables in a text, as OCR programs leave them, as rows between pipes on lines of their own. Everything else
 * stays; a table in a comment, or one that is never closed, is text. Throws an `Unreadable`.
 */
export function withTablesWrittenOut(text: string): string {
  let written = '';
  let kept = 0;
  let start = 0;
  let depth = 0;
  let inComment = false;
  for (const { 0: mark, index, groups } of text.matchAll(tableMarks)) {
    if (groups?.comment || groups?.commentEnd) inComment = groups.commentEnd === undefined;
    else if (inComment) continue;
    else if (!groups?.tableEnd) {
      if (depth++ === 0) start = index;
    } else if (depth > 0 && --depth === 0) {
      const end = index + mark.length;
      const passages = readWebPage(text.slice(start, end)).passages.map(({ passage }) => passage);
      written += [text.slice(kept, start), ...linesOfPassages(passages).lines, ''].join('\n');
      kept = end;
    }
  }
  return kept === 0 ? text : written + text.slice(kept);
}
