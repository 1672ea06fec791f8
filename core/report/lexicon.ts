import { distance } from 'fastest-levenshtein';
import { editions, type TableId } from '../form';
import type { Ordinal } from '../text/document';
import { fold } from '../text/fold';
import { readOrdinal } from '../text/heading';
import { type Anchor, anchorsIn, withoutParenthesis } from './anchors';

/** How a text in the report matches a label. */
export interface Match {
  readonly anchor: Anchor;
  /** The spelling that the text should have, folded; undefined where it is right as it is. */
  readonly slip?: string;
}

/** A label as the form prints it. */
interface PrintedLabel {
  readonly folded: string;
  readonly matches: readonly Match[];
}

/** The labels of all editions, and what each text names. */
interface Lexicon {
  readonly byTable: ReadonlyMap<TableId, readonly Anchor[]>;
  /** For each spelling, folded: the labels that have it. */
  readonly bySpelling: ReadonlyMap<string, readonly Match[]>;
  /** The same for labels as the form prints them, not folded: most of those that are met. */
  readonly byLabel: ReadonlyMap<string, PrintedLabel>;
  /** Tables whose rows have no label. */
  readonly unlabelled: ReadonlySet<TableId>;
}

const none: readonly Match[] = [];

function lexiconOf(anchors: readonly Anchor[]): Lexicon {
  const byTable = grouped(anchors.map((anchor) => [anchor.table, anchor]));
  const bySpelling = grouped(
    anchors.flatMap((anchor) => anchor.spellings.map((spelling): [string, Match] => [spelling, Object.freeze({ anchor })])),
  );
  return {
    byTable,
    bySpelling,
    byLabel: new Map(
      anchors.map(({ label }) => {
        const folded = fold(label);
        return [label, { folded, matches: bySpelling.get(folded) ?? none }];
      }),
    ),
    unlabelled: new Set([...byTable].filter(([, own]) => !own.some(({ kind }) => kind === 'row')).map(([table]) => table)),
  };
}

function grouped<K, V>(pairs: readonly (readonly [K, V])[]): ReadonlyMap<K, readonly V[]> {
  const groups = new Map<K, V[]>();
  for (const [key, value] of pairs) {
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}

const lexicon = lexiconOf(anchorsIn(editions));

/** All labels of a table, in any edition, in the form's order. */
export function anchorsOf(table: TableId): readonly Anchor[] {
  return lexicon.byTable.get(table) ?? [];
}

/** True if rows of the table have no label: its figures follow its column headings. */
export function isUnlabelled(table: TableId): boolean {
  return lexicon.unlabelled.has(table);
}

/** The labels that a text names if it stands just as the form prints it; undefined where it has to be looked at closely. */
export function lookUpPrinted(text: string): PrintedLabel | undefined {
  return lexicon.byLabel.get(text);
}

/**
 * The labels that a folded text names: exactly, or but for its ordinal, an addition in parentheses, or a stray mark at
 * its start. A text without its ordinal is right; one with a wrong ordinal, or with a comma after it, is a slip.
 */
export function lookUp(folded: string): readonly Match[] {
  const { bySpelling } = lexicon;
  const exact = bySpelling.get(folded);
  if (exact) return exact;
  if (folded.length < 2) return none;
  const ordinal = readOrdinal(folded, 0, folded.length);
  const bare = ordinal ? folded.slice(ordinal.rest) : folded;
  const known = bySpelling.get(bare) ?? bySpelling.get(withoutParenthesis(bare)) ?? bySpelling.get(withoutParenthesis(folded));
  if (known) return known.map(({ anchor }) => ({ anchor, slip: ordinalSlip(anchor, ordinal, folded) ?? parenthesisSlip(anchor, folded) }));
  const clean = withoutStrayMark(folded);
  if (clean === folded) return none;
  return lookUp(clean).map(({ anchor }) => ({ anchor, slip: clean }));
}

/** The spelling that a label with a wrong ordinal should have. */
function ordinalSlip(anchor: Anchor, ordinal: Ordinal | undefined, folded: string): string | undefined {
  if (!ordinal || anchor.ordinal === undefined) return undefined;
  const mark = folded[ordinal.rest - 1];
  const right = ordinal.value === anchor.ordinal && '、.)'.includes(mark);
  return right ? undefined : (anchor.spellings.find(isNumbered) ?? anchor.spellings[0]);
}

/** The label's own parenthesis, mistyped: another one is an addition, and right. */
function parenthesisSlip(anchor: Anchor, folded: string): string | undefined {
  const written = folded.slice(withoutParenthesis(folded).length);
  if (written === '') return undefined;
  return anchor.spellings.find((spelling) => {
    const own = spelling.slice(withoutParenthesis(spelling).length);
    return (
      own !== '' && own !== written && distance(own, written) <= Math.max(1, own.length / 6) && isNumbered(spelling) === isNumbered(folded)
    );
  });
}

function isNumbered(folded: string): boolean {
  return readOrdinal(folded, 0, folded.length) !== undefined;
}

function withoutStrayMark(folded: string): string {
  let at = 0;
  while (at < folded.length - 2 && '.,、。·:;-_~^'.includes(folded[at])) at++;
  return folded.slice(at);
}
