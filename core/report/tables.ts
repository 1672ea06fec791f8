import { type Document, LineKind } from '../text/document';
import type { BoundChapter } from './report';
import type { Stretch } from './table-rows';
import { ended, outside, type Reading, type State, step } from './table-steps';
import { tokenOf } from './table-tokens';

/**
 * Finds the tables of the form in a document, whatever their shape: labels are anchors, and the cells between two
 * anchors are the values of the first. One pass over the cells; nothing is asked of separators but where cells begin.
 * A chapter's heading ends a table.
 */
export function findTables({ text, lines, cells }: Document, chapters: readonly BoundChapter[]): Stretch[] {
  const reading: Reading = { text, stretches: [] };
  let state: State = outside(undefined);
  let next = 0;
  for (let index = 0; index < lines.length; index++) {
    const { kind, firstCell, cellCount } = lines[index];
    if (next < chapters.length && chapters[next].line === index) {
      ended(reading, state);
      state = outside(chapters[next]);
      // Of several chapters on one line, the first counts.
      while (next < chapters.length && chapters[next].line === index) next++;
    } else if (kind === LineKind.Text || kind === LineKind.Cells) {
      for (let i = firstCell; i < firstCell + cellCount; i++) state = step(reading, state, tokenOf(text, cells[i]));
    }
  }
  ended(reading, state);
  return reading.stretches;
}
