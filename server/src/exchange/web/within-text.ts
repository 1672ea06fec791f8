import { linesOfPassages } from '../draft';
import { readWebPage } from './read';

/** Where a table begins or ends, with the page that some programs make of each. */
const marks = /(?:<html\b[^<>]*>\s*)?(?:<body\b[^<>]*>\s*)?<table\b[^<>]*>|(<\/table\s*>)(?:\s*<\/body>)?(?:\s*<\/html>)?/gi;

/**
 * A text with the tables written out that stand in it as HTML, as programs that read printed pages leave them: their rows
 * between pipes, on lines of their own. All else stays; a table that is never closed is text. Throws `Unreadable`.
 */
export function withTablesWrittenOut(text: string): string {
  let written = '';
  let kept = 0;
  let start = 0;
  let depth = 0;
  for (const { 0: mark, 1: closing, index } of text.matchAll(marks)) {
    if (closing === undefined) {
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
