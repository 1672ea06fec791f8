import { linesOfPassages } from '../../core/writing/draft';
import { readWebPage } from './read-page';

/** Where a comment begins or ends, and where a table does, with the page that some programs make of each. */
const marks =
  /^[ \t]*(?<comment><!--)|(?<commentEnd>-->)|(?:<html\b[^<>]*>\s*)?(?:<body\b[^<>]*>\s*)?<table\b[^<>]*>|(?<tableEnd><\/table\s*>)(?:\s*<\/body>)?(?:\s*<\/html>)?/gim;

/**
 * A text with the tables written out that stand in it as HTML, as programs that read printed pages leave them: their rows
 * between pipes, on lines of their own. All else stays; a table in a comment, or never closed, is text. Throws `Unreadable`.
 */
export function withTablesWrittenOut(text: string): string {
  let written = '';
  let kept = 0;
  let start = 0;
  let depth = 0;
  let inComment = false;
  for (const { 0: mark, index, groups } of text.matchAll(marks)) {
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
