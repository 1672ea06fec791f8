import { type CompiledEdition, type CompiledTable, type EditionId, type Entry, leaves, type TableId } from '../form';
import { fold } from '../text/fold';
import { readOrdinal } from '../text/heading';

interface Label {
  readonly table: TableId;
  /** As the form prints it. */
  readonly label: string;
  /** The editions that print it, oldest first. */
  readonly editions: readonly EditionId[];
  /** Only one edition has it, in any wording: seeing it tells the edition of its table. */
  readonly editionSpecific: boolean;
  /** The value of the label's own ordinal. */
  readonly ordinal: number | undefined;
  /** The label and its other wordings, folded; each also without its ordinal and without its parenthesis. */
  readonly spellings: readonly string[];
  /** Another table, or a column beside a row, has the same spelling under another label: alone, it opens no table. */
  readonly ambiguous: boolean;
}

/** A row of figures. */
export interface RowAnchor extends Label {
  readonly kind: 'row';
  /** Identifier within the table. */
  readonly row: string;
  /** In another edition, the same label names a group of rows. */
  readonly isGroupElsewhere: boolean;
}

/** A group of rows, with no figures of its own. */
export interface GroupAnchor extends Label {
  readonly kind: 'group';
  /** Identifiers of the rows below it, in any edition. */
  readonly members: readonly string[];
  /** The row that the same label names in another edition. */
  readonly rowElsewhere: string | undefined;
}

/** Something printed above rows: a column, a block's title, its corner. */
export interface HeaderAnchor extends Label {
  readonly kind: 'column' | 'title' | 'corner';
}

/** A label of the form, by which a table is recognised. */
export type Anchor = RowAnchor | GroupAnchor | HeaderAnchor;

/** True for a label that names a row or a group of rows; false for one that stands above rows. */
export function isRowLabel(anchor: Anchor): anchor is RowAnchor | GroupAnchor {
  return anchor.kind === 'row' || anchor.kind === 'group';
}

/** One place where an edition prints a label. */
type Occurrence = { table: TableId; edition: EditionId; entry: Entry } & (
  | { kind: 'row'; row: string }
  | { kind: 'group'; member: string }
  | { kind: HeaderAnchor['kind'] }
);

/** All labels of the editions, in the form's order, each once for its table, kind and row. */
export function anchorsIn(editions: readonly CompiledEdition[]): readonly Anchor[] {
  const byKey = new Map<string, Occurrence[]>();
  for (const occurrence of editions.flatMap(occurrencesIn)) {
    if (occurrence.entry.label === '') continue;
    const key = [occurrence.table, occurrence.kind, occurrence.kind === 'row' ? occurrence.row : '', occurrence.entry.label].join('/');
    const same = byKey.get(key);
    if (same) same.push(occurrence);
    else byKey.set(key, [occurrence]);
  }
  const drafts = [...byKey.values()].map((occurrences) => {
    const [first] = occurrences;
    return {
      occurrences,
      first,
      label: first.entry.label,
      table: first.table,
      editions: distinct(occurrences.map(({ edition }) => edition)),
      spellings: spellingsOf(first.entry),
    };
  });
  type Draft = (typeof drafts)[number];
  const shareSpelling = (one: Draft, other: Draft) => one.spellings.some((spelling) => other.spellings.includes(spelling));
  return drafts.map((draft): Anchor => {
    const { first, occurrences, label, table, editions: own, spellings } = draft;
    const others = drafts.filter((other) => other !== draft);
    const inTable = others.filter((other) => other.table === table);
    const isSameSet = (other: Draft) => other.editions.join() === own.join();
    const shared: Label = {
      table,
      label,
      editions: own,
      editionSpecific: own.length === 1 && !inTable.some((other) => !isSameSet(other) && shareSpelling(draft, other)),
      ordinal: ordinalOf(fold(label)),
      spellings,
      ambiguous: others.some(
        (other) => other.label !== label && (other.table !== table || other.first.kind !== first.kind) && shareSpelling(draft, other),
      ),
    };
    const namesake = inTable.find((other) => other.label === label)?.first;
    if (first.kind === 'row') return Object.freeze({ ...shared, kind: 'row', row: first.row, isGroupElsewhere: namesake !== undefined });
    if (first.kind === 'group') {
      const members = distinct(occurrences.flatMap((each) => (each.kind === 'group' ? [each.member] : [])));
      return Object.freeze({ ...shared, kind: 'group', members, rowElsewhere: namesake?.kind === 'row' ? namesake.row : undefined });
    }
    return Object.freeze({ ...shared, kind: first.kind });
  });
}

function distinct<T>(items: readonly T[]): readonly T[] {
  return [...new Set(items)];
}

function occurrencesIn(edition: CompiledEdition): Occurrence[] {
  return Object.values(edition.tables).flatMap((table) => occurrencesInTable(table, edition.edition.id));
}

function occurrencesInTable({ form }: CompiledTable, edition: EditionId): Occurrence[] {
  const place = { table: form.id, edition };
  const columns = (entries: readonly Entry[]): Occurrence[] =>
    entries.flatMap((entry) => [{ ...place, kind: 'column', entry }, ...columns(entry.children ?? [])]);
  return form.blocks.flatMap((block): Occurrence[] => [
    ...(block.title ? [{ ...place, kind: 'title' as const, entry: { label: block.title } }] : []),
    ...(block.corner ? [{ ...place, kind: 'corner' as const, entry: { label: block.corner } }] : []),
    ...(block.over ? [{ ...place, kind: 'column' as const, entry: { label: block.over } }] : []),
    ...columns(block.columns),
    ...leaves(block.rows).flatMap((leaf): Occurrence[] => [
      ...leaf.groups.map((entry) => ({ ...place, kind: 'group' as const, entry, member: leaf.id })),
      { ...place, kind: 'row', entry: leaf.entry, row: leaf.id },
    ]),
  ]);
}

function spellingsOf({ label, alsoPrinted = [] }: Entry): readonly string[] {
  const found = [label, ...alsoPrinted].flatMap((wording) => {
    const folded = fold(wording);
    return [folded, withoutParenthesis(folded), withoutOrdinal(folded), withoutParenthesis(withoutOrdinal(folded))];
  });
  return distinct(found.filter((spelling) => spelling.length > 1));
}

/** The folded text without a parenthesis at its end; the text itself where there is none, or where nothing would be left. */
export function withoutParenthesis(folded: string): string {
  // From the third character on: the first may open an ordinal in parentheses.
  const open = folded.endsWith(')') ? folded.indexOf('(', 2) : -1;
  return open > 0 ? folded.slice(0, open) : folded;
}

function withoutOrdinal(folded: string): string {
  return folded.slice(readOrdinal(folded, 0, folded.length)?.rest ?? 0);
}

function ordinalOf(folded: string): number | undefined {
  return readOrdinal(folded, 0, folded.length)?.value;
}
