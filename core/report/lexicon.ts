import { distance } from 'fastest-levenshtein';
import { type CompiledTable, type Entry, editions, leaves, type TableId } from '../form';
import { fold } from '../text/fold';
import { readOrdinal } from '../text/heading';

export type AnchorKind = 'row' | 'group' | 'column' | 'title' | 'corner';

/** A label of the form, by which a table is recognised. */
export interface Anchor {
  kind: AnchorKind;
  table: TableId;
  /** Bit i: the label stands in `editions[i]`. */
  editions: number;
  /** For a row: its identifier within the table. */
  row: string;
  /** For a group: the identifiers of the rows below it. */
  members: string[];
  /** As the form prints it. */
  label: string;
  /** The value of the label's own ordinal, 0 if it has none. */
  ordinal: number;
  /** The label and its other wordings, folded; each also without its ordinal and without its parentheses. */
  spellings: string[];
  /** Stands in several tables, or as a row and as a column: it opens no table by itself. */
  weak: boolean;
  /** Only one edition has it, in any wording: it tells the edition of its table. */
  tells: boolean;
  /** The same label as a row in one edition and a group in another: it tells nothing by itself. */
  twin: Anchor | undefined;
}

/** How a text in the report matches a label. */
export interface Match {
  anchor: Anchor;
  /** The spelling that the text should have; undefined where it is right as it is. */
  slip?: string;
}

const anchors: Anchor[] = [];
const byText = new Map<string, Anchor[]>();
/** For each spelling, what it means where it stands as it is. */
const exactly = new Map<string, readonly Match[]>();
/** The same for the labels as the form prints them, not folded: most of those that are met. */
const printed = new Map<string, readonly Match[]>();
const byTable = new Map<TableId, Anchor[]>();

/** The text without a parenthesis at its end; the text itself where there is none, or where nothing would be left. */
function withoutParenthesis(folded: string): string {
  // Behind the ordinal, which may stand in parentheses itself.
  const open = folded.endsWith(')') ? folded.indexOf('(', 2) : -1;
  return open > 0 ? folded.slice(0, open) : folded;
}

/** The folded text without the ordinal in front. */
function withoutOrdinal(folded: string): string {
  return folded.slice(readOrdinal(folded, 0, folded.length)?.rest ?? 0);
}

function add(kind: AnchorKind, table: TableId, edition: number, entry: Entry, row = ''): Anchor | undefined {
  if (entry.label === '') return undefined;
  let anchor = anchors.find((a) => a.kind === kind && a.table === table && a.row === row && a.label === entry.label);
  if (anchor) {
    anchor.editions |= edition;
    return anchor;
  }
  const full = fold(entry.label);
  const spellings = new Set<string>();
  for (const printed of [entry.label, ...(entry.alsoPrinted ?? [])]) {
    const folded = fold(printed);
    // 规章 is no abbreviation of anything, but （本列数据…） is a parenthesis as a whole.
    for (const spelling of [folded, withoutParenthesis(folded), withoutOrdinal(folded), withoutParenthesis(withoutOrdinal(folded))])
      if (spelling.length > 1) spellings.add(spelling);
  }
  anchor = {
    kind,
    table,
    editions: edition,
    row,
    members: [],
    label: entry.label,
    ordinal: readOrdinal(full, 0, full.length)?.value ?? 0,
    spellings: [...spellings],
    weak: false,
    tells: false,
    twin: undefined,
  };
  anchors.push(anchor);
  for (const spelling of anchor.spellings) byText.set(spelling, [...(byText.get(spelling) ?? []), anchor]);
  byTable.set(table, [...(byTable.get(table) ?? []), anchor]);
  return anchor;
}

function addMember(group: Anchor | undefined, row: string): void {
  if (group && !group.members.includes(row)) group.members.push(row);
}

function addColumns(table: TableId, edition: number, entries: readonly Entry[]): void {
  for (const entry of entries) {
    add('column', table, edition, entry);
    if (entry.children) addColumns(table, edition, entry.children);
  }
}

function addTable(table: CompiledTable, edition: number): void {
  const { form } = table;
  for (const block of form.blocks) {
    if (block.title) add('title', form.id, edition, { label: block.title });
    if (block.corner) add('corner', form.id, edition, { label: block.corner });
    if (block.over) add('column', form.id, edition, { label: block.over });
    addColumns(form.id, edition, block.columns);
    for (const leaf of leaves(block.rows)) {
      for (const group of leaf.groups) addMember(add('group', form.id, edition, group), leaf.id);
      add('row', form.id, edition, leaf.entry, leaf.id);
    }
  }
}

editions.forEach((edition, index) => {
  for (const table of Object.values(edition.tables)) addTable(table, 1 << index);
});

for (const sharing of byText.values())
  for (const anchor of sharing)
    anchor.weak ||= sharing.some((other) => other.label !== anchor.label && (other.table !== anchor.table || other.kind !== anchor.kind));

for (const [spelling, sharing] of byText)
  exactly.set(
    spelling,
    sharing.map((anchor) => ({ anchor })),
  );
for (const { label } of anchors) printed.set(label, exactly.get(fold(label)) ?? []);
for (const anchor of anchors) {
  const others = anchors.filter((other) => other !== anchor && other.table === anchor.table);
  anchor.twin = others.find((other) => other.label === anchor.label);
  const own = (anchor.editions & (anchor.editions - 1)) === 0;
  anchor.tells =
    own && !others.some((other) => other.editions !== anchor.editions && other.spellings.some((each) => anchor.spellings.includes(each)));
}

/** All labels of a table, in any edition, in the form's order. */
export function anchorsOf(table: TableId): readonly Anchor[] {
  return byTable.get(table) ?? [];
}

/** Whether rows of the table stand without a label: its figures follow its column headings. */
export function isUnlabelled(table: TableId): boolean {
  return !anchorsOf(table).some((anchor) => anchor.kind === 'row');
}

const none: readonly Match[] = [];

/** The labels that a text names if it stands just as the form prints it; undefined where it has to be looked at closely. */
export function lookUpPrinted(text: string): readonly Match[] | undefined {
  return printed.get(text);
}

/**
 * The labels that a folded text names: exactly, or but for its ordinal, an addition in parentheses, or a stray mark in
 * front. A text without its ordinal is right; one with a wrong ordinal, or with a comma behind it, is a slip.
 */
export function lookUp(folded: string): readonly Match[] {
  const exact = exactly.get(folded);
  if (exact) return exact;
  if (folded.length < 2) return none;
  const ordinal = readOrdinal(folded, 0, folded.length);
  const bare = ordinal ? folded.slice(ordinal.rest) : folded;
  const known = byText.get(bare) ?? byText.get(withoutParenthesis(bare)) ?? byText.get(withoutParenthesis(folded));
  if (known) return known.map((anchor) => ({ anchor, slip: ordinalSlip(anchor, ordinal, folded) ?? parenthesisSlip(anchor, folded) }));
  const clean = withoutStrayMark(folded);
  if (clean !== folded) {
    const found = lookUp(clean);
    return found.map(({ anchor }) => ({ anchor, slip: clean }));
  }
  return none;
}

function ordinalSlip(anchor: Anchor, ordinal: ReturnType<typeof readOrdinal>, folded: string): string | undefined {
  if (!ordinal || anchor.ordinal === 0) return undefined;
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
