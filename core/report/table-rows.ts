import { type CompiledEdition, editions, type TableId } from '../form';
import { type Cell, Separator, type Span } from '../text/document';
import type { Anchor } from './anchors';
import { isUnlabelled, type Match } from './lexicon';
import type { BoundChapter, BoundLabel } from './report';

/** Which row a row of values is: one of the form's, the one of a table whose rows have no labels, or one that no edition has. */
export type RowKey = { readonly kind: 'named'; readonly id: string } | { readonly kind: 'unlabelled' } | { readonly kind: 'unknown' };

export const unlabelledRow: RowKey = { kind: 'unlabelled' };
export const unknownRow: RowKey = { kind: 'unknown' };

/** A row of values as it stands in the text, before it is known which edition's row it is. */
export interface RawRow {
  readonly key: RowKey;
  readonly label: Span;
  /** What stands where figures may stand: figures, empty cells, or text that is none. */
  readonly values: readonly Cell[];
  /** Label and figures share a line, which then ends the row. */
  readonly onLine: boolean;
  /** A label without separators and without figures: empty cells leave no trace there. */
  readonly bare: boolean;
}

/** A stretch of text that reads as (a part of) a table. It grows while it is read. */
export interface Stretch {
  readonly table: TableId;
  readonly chapter: BoundChapter | undefined;
  start: number;
  end: number;
  /** For each edition, how many of its own labels were seen. */
  readonly votes: number[];
  readonly labels: BoundLabel[];
  /** The anchors among them. */
  readonly seen: Set<Anchor>;
  readonly rows: RawRow[];
}

/** A row while its values are read. */
export interface OpenRow {
  readonly key: RowKey;
  readonly label: Span;
  readonly values: Cell[];
  onLine: boolean;
  /** The last cell of its label, or its last value. */
  last: Cell;
  /** Most figures that the row has in any edition. */
  readonly need: number;
  /** A group that is a row in another edition: a row only if figures follow. */
  readonly tentative: boolean;
  /** The rows of a group: its figures are theirs, in order, if there are as many. */
  readonly members: readonly string[];
  /** A row without a label that column headings have opened; more headings may follow. */
  readonly isHeaded: boolean;
  /** What of the label is still to come on later lines, folded. */
  readonly remainder: string;
}

/** With more rows of its own than this, it is another table that begins where the form's ends. */
export const mostUnknown = 40;

const editionIds = editions.map(({ edition }) => edition.id);
const widths = widthsOf(editions);

/** Most figures of each row in any edition, and of any row, by table. */
function widthsOf(all: readonly CompiledEdition[]) {
  const rows = all.flatMap(({ tables }) => Object.values(tables).flatMap((table) => table.rows));
  const tables = new Map<TableId, { rows: Map<string, number>; widest: number }>();
  for (const { table, id, fields } of rows) {
    const own = tables.get(table) ?? { rows: new Map<string, number>(), widest: 0 };
    tables.set(table, own);
    own.rows.set(id, Math.max(own.rows.get(id) ?? 0, fields.length));
    own.widest = Math.max(own.widest, fields.length);
  }
  return tables;
}

/** Most figures that a row has in any edition; for one without a name, those of the table's widest row. */
export function widthOf(table: TableId, key: RowKey): number {
  const own = widths.get(table);
  return (key.kind === 'named' ? own?.rows.get(key.id) : own?.widest) ?? 1;
}

export function openStretch(table: TableId, chapter: BoundChapter | undefined, { start, end }: Span): Stretch {
  return { table, chapter, start, end, votes: editions.map(() => 0), labels: [], seen: new Set(), rows: [] };
}

/** Makes a stretch reach over a span. */
export function extend(stretch: Stretch, { start, end }: Span): void {
  stretch.start = Math.min(stretch.start, start);
  stretch.end = Math.max(stretch.end, end);
}

/** Notes a label of the stretch's table, and what it says of the edition. */
export function addLabel(stretch: Stretch, { anchor, slip }: Match, span: Span): void {
  if (anchor.editionSpecific) stretch.votes[editionIds.indexOf(anchor.editions[0])]++;
  stretch.seen.add(anchor);
  stretch.labels.push({ anchor, slip, start: span.start, end: span.end });
  extend(stretch, span);
}

/** Notes a row of which nothing but its label is there. */
export function addEmptyRow(stretch: Stretch, id: string, { start, end, alone }: Cell): void {
  stretch.rows.push({ key: { kind: 'named', id }, label: { start, end }, values: [], onLine: !alone, bare: false });
}

/** What a label tells of the row that it opens. */
interface RowKind {
  readonly key: RowKey;
  readonly tentative?: boolean;
  readonly members?: readonly string[];
  readonly isHeaded?: boolean;
  readonly remainder?: string;
}

const none: readonly string[] = [];

/** Opens a row. `last` is the cell with which its label ends. */
export function openRow(table: TableId, kind: RowKind, { start, end }: Span, last: Cell): OpenRow {
  const { key, tentative = false, members = none, isHeaded = false, remainder = '' } = kind;
  const need = widthOf(table, key);
  return { key, label: { start, end }, values: [], onLine: !last.alone, last, need, tentative, members, isHeaded, remainder };
}

/** Opens the row that a label names; undefined for one that stands above rows, unless rows of the table have no label. */
export function rowOfLabel(anchor: Anchor, label: Span, last: Cell, remainder: string): OpenRow | undefined {
  const { table } = anchor;
  switch (anchor.kind) {
    case 'row':
      return openRow(table, { key: { kind: 'named', id: anchor.row }, tentative: anchor.isGroupElsewhere, remainder }, label, last);
    case 'group': {
      const { rowElsewhere: id, members } = anchor;
      return openRow(
        table,
        { key: id === undefined ? unknownRow : { kind: 'named', id }, tentative: true, members, remainder },
        label,
        last,
      );
    }
    default:
      return isUnlabelled(table) ? openRow(table, { key: unlabelledRow, isHeaded: true }, label, last) : undefined;
  }
}

export function addValue(stretch: Stretch, row: OpenRow, cell: Cell): void {
  row.values.push(cell);
  if (!cell.alone && cell.end > cell.start) row.onLine = true;
  row.last = cell;
  if (cell.end > stretch.end && cell.end > cell.start) stretch.end = cell.end;
}

/** True if a cell can't belong to the row any more by the look of it. */
export function endsRow(row: OpenRow, cell: Cell): boolean {
  if (cell.line === row.last.line) return false;
  if (row.onLine) return true;
  return cell.separator === Separator.Tab && cell.afterGap;
}

export function hasFigure({ values }: Pick<RawRow, 'values'>): boolean {
  return values.some((value) => value.end > value.start);
}

/** Values of a row, without the empty cells that merging leaves before them. */
export function countOf({ values, onLine }: OpenRow): number {
  const first = values.findIndex((value) => value.end > value.start || (!onLine && value.alone));
  return first < 0 ? 0 : values.length - first;
}

/** Adds a row to its stretch if it is one. False where the stretch has too many unknown rows to go on. */
export function closeRow(stretch: Stretch, row: OpenRow): boolean {
  const { key, label, values, onLine, members } = row;
  const filled = hasFigure(row);
  const divided = filled && members.length > 0 ? dividedRow(stretch.table, row) : undefined;
  if (divided) {
    stretch.rows.push(...divided);
    return true;
  }
  // A label in running text with nothing after it is a row only where its table belongs.
  const bare = !filled && values.length === 0 && row.last.separator === Separator.None;
  const isRow = filled || (mayBeEmpty(row) && (!bare || stretch.chapter?.chapter.table === stretch.table));
  if (!isRow) return true;
  stretch.rows.push({ key, label, values, onLine, bare });
  return key.kind !== 'unknown' || stretch.rows.filter((each) => each.key.kind === 'unknown').length <= mostUnknown;
}

/** True if a row without figures may be one: not if only figures would make it a row. */
function mayBeEmpty({ key, tentative, values, need }: OpenRow): boolean {
  if (key.kind === 'unknown') return false;
  return values.length >= need || !(tentative || key.kind === 'unlabelled');
}

/** The rows of a group, whose own labels are lost, if there are just as many figures after the group's label as they have. */
function dividedRow(table: TableId, { members, values, label, onLine }: OpenRow): RawRow[] | undefined {
  const width = widthOf(table, { kind: 'named', id: members[0] });
  const last = values.findLastIndex((value) => value.end > value.start) + 1;
  if (last !== members.length * width || members.length < 2) return undefined;
  return members.map((id, index) => ({
    key: { kind: 'named', id },
    label,
    values: values.slice(index * width, (index + 1) * width),
    onLine,
    bare: false,
  }));
}
