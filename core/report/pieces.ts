import type { TableId } from '../form';
import type { Anchor } from './anchors';
import { anchorsOf, lookUp, type Match } from './lexicon';
import { resembling } from './resemblance';

/** The row that the last of some pieces of text name. */
export interface PieceMatch {
  /** Index of the first piece that belongs to the row's label. */
  first: number;
  match: Match;
  /** What of the label is still to come, folded; '' where it is whole. */
  remainder: string;
}

/** Pieces that a broken label may have. */
const mostPieces = 3;
/** Characters of a group's label that may stand before a row's on the same line. */
const longestGroup = 12;

/**
 * The row whose label the last pieces make, joined or alone, in this order of preference: a label as it is; the beginning
 * of only one label; a label with a slip; a label with its group's before it. Pieces are folded; `table` is undefined where
 * none has begun; `isSeen` tells the labels that the table has already.
 */
export function rowOfPieces(
  pieces: readonly string[],
  table: TableId | undefined,
  isSeen: (anchor: Anchor) => boolean,
): PieceMatch | undefined {
  const whole = wholeLabel(pieces, table);
  if (whole || !table) return whole;
  const rows = anchorsOf(table).filter((anchor) => anchor.kind === 'row');
  const joins = Array.from({ length: Math.min(mostPieces, pieces.length) }, (_, index) => {
    const first = pieces.length - 1 - index;
    return { first, joined: pieces.slice(first).join('') };
  });
  return (
    firstOf(joins, ({ first, joined }) => {
      const [begun, ...others] =
        joined.length >= 4 ? rows.filter(({ spellings }) => spellings.some((each) => each.startsWith(joined))) : [];
      const spelling = others.length === 0 ? begun?.spellings.find((each) => each.startsWith(joined)) : undefined;
      return spelling && { first, match: { anchor: begun }, remainder: spelling.slice(joined.length) };
    }) ??
    firstOf(joins, ({ first, joined }) => {
      const match = resembling(joined, table, (anchor) => anchor.kind === 'row' && !isSeen(anchor)) ?? dueRow(joined, rows, isSeen);
      return match && { first, match, remainder: '' };
    }) ??
    firstOf(joins, ({ first, joined }) => {
      const anchor = rows.find(({ spellings: [label] }) => joined.length - label.length <= longestGroup && joined.endsWith(label));
      return anchor && { first, match: { anchor }, remainder: '' };
    })
  );
}

function wholeLabel(pieces: readonly string[], table: TableId | undefined): PieceMatch | undefined {
  const isRow = ({ anchor }: Match) =>
    (anchor.kind === 'row' || anchor.kind === 'group') && (table ? anchor.table === table : !anchor.ambiguous);
  for (let first = pieces.length - 1; first >= 0; first--) {
    const joined = pieces.slice(first).join('');
    // Vertical labels leave their characters between the pieces of others.
    const solid = pieces
      .slice(first)
      .filter((piece) => piece.length > 1)
      .join('');
    const match = lookUp(joined).find(isRow) ?? (solid !== joined && solid !== '' ? lookUp(solid).find(isRow) : undefined);
    if (match) return { first, match, remainder: '' };
  }
  return undefined;
}

function firstOf<T, R>(items: readonly T[], find: (item: T) => R | undefined | ''): R | undefined {
  for (const item of items) {
    const found = find(item);
    if (found) return found;
  }
  return undefined;
}

/** A label of two or three characters, one of them wrong, where the form's next row is due. */
function dueRow(folded: string, rows: readonly Anchor[], isSeen: (anchor: Anchor) => boolean): Match | undefined {
  if (folded.length < 2 || folded.length > 4) return undefined;
  const due = rows.find((anchor) => !isSeen(anchor));
  const spelling = due?.spellings.find((each) => each.length === folded.length && differences(each, folded) === 1);
  return due && spelling ? { anchor: due, slip: spelling } : undefined;
}

/** In how many places two texts of one length differ. */
export function differences(a: string, b: string): number {
  let count = 0;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) count++;
  return count;
}
