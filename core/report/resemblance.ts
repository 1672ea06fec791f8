import { distance } from 'fastest-levenshtein';
import type { TableId } from '../form';
import type { Anchor } from './anchors';
import { anchorsOf, type Match } from './lexicon';

/** Characters that may differ in a label of this length before it is no longer the same label. */
function allowance(length: number): number {
  return length < 3 ? 0 : length < 8 ? 1 : length < 16 ? 2 : 3;
}

/**
 * The label of `table` that a folded text most resembles, within a few characters; undefined where none is near or two
 * are equally near. `among` narrows the labels that come into question.
 */
export function resembling(folded: string, table: TableId, among: (anchor: Anchor) => boolean): Match | undefined {
  if (folded.length < 3 || folded.length > 80) return undefined;
  let best: Match | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  let tie = false;
  for (const anchor of anchorsOf(table)) {
    if (!among(anchor)) continue;
    for (const spelling of anchor.spellings) {
      const allowed = allowance(Math.min(spelling.length, folded.length));
      if (allowed === 0 || Math.abs(spelling.length - folded.length) > allowed) continue;
      const steps = distance(folded, spelling);
      if (steps > allowed || steps > bestDistance) continue;
      if (steps === bestDistance) tie ||= best !== undefined && best.slip !== spelling && !isSame(best.anchor, anchor);
      else {
        best = { anchor, slip: spelling };
        bestDistance = steps;
        tie = false;
      }
    }
  }
  return tie ? undefined : best;
}

/** True if two labels are those of one row or column in different editions. */
function isSame(a: Anchor, b: Anchor): boolean {
  return a.label === b.label || (a.kind === 'row' && b.kind === 'row' && a.row === b.row);
}

/** True if a text is a piece of a label of the table: a heading cell that was cut or that breaks over lines. */
export function isPiece(folded: string, table: TableId): boolean {
  return anchorsOf(table).some((anchor) => anchor.spellings.some((spelling) => spelling.includes(folded)));
}
