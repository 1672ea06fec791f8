import type { Block, Citation, Edition, Entry, Measure, RelationCode, TableForm, TableId } from './model';

declare const within: unique symbol;

/** An index into the list of fields of an edition, or of one of its tables: one is not taken for the other. */
type FieldIndex<Whole extends 'edition' | 'table'> = number & { readonly [within]: Whole };

/** An index into the list of fields of an edition. */
export type EditionIndex = FieldIndex<'edition'>;

/** An index into the list of fields of a table. */
export type TableIndex = FieldIndex<'table'>;

/** A cell of the form that holds a figure. */
export interface Field {
  /** Its place in the edition's list of fields. */
  index: EditionIndex;
  /** Public identifier: `table.row.column`. */
  id: string;
  /** Identifier of the field that it replaces in the edition before. */
  formerly: string;
  table: TableId;
  row: RowForm;
  column: Entry;
  /** Place in the table's grid of figures, for neighbours: row of figures, column of figures. */
  line: number;
  place: number;
  measure: Measure;
  citation: Citation | undefined;
}

/** A row of figures. */
export interface RowForm {
  /** Identifier within the table, '' for a row without a label. */
  id: string;
  table: TableId;
  entry: Entry;
  /** Labels of the groups that it belongs to, outermost first. */
  groups: readonly Entry[];
  block: Block;
  fields: Field[];
  /** Empty cells that merging may leave between the label and the first figure. */
  slackBefore: number;
  /** Empty cells that merging may leave after the last figure. */
  slackAfter: number;
}

/** Sum of `parts` = sum of `wholes`, as indices of fields; `total` is where a breach is shown. */
export interface Relation {
  code: RelationCode;
  table: TableId;
  parts: readonly EditionIndex[];
  wholes: readonly EditionIndex[];
  total: EditionIndex;
}

export interface CompiledTable {
  form: TableForm;
  rows: readonly RowForm[];
  rowById: ReadonlyMap<string, RowForm>;
  fields: readonly Field[];
  relations: readonly Relation[];
  /** Width of the printed grid, label columns included. */
  width: number;
  labelColumns: number;
}

/** The place of a field in its table's list of fields, from its place in the edition's. */
export function indexInTable({ fields }: CompiledTable, index: EditionIndex): TableIndex {
  return (index - fields[0].index) as TableIndex;
}

/** An edition with everything that follows from its structure. */
export interface CompiledEdition {
  edition: Edition;
  tables: Readonly<Record<TableId, CompiledTable>>;
  fields: readonly Field[];
  relations: readonly Relation[];
  fieldById: ReadonlyMap<string, Field>;
}

interface Leaf {
  entry: Entry;
  groups: readonly Entry[];
  /** Identifiers from the outermost group that has one, joined with dots. */
  id: string;
}

/** The entries without children below `entries`, in order. */
export function leaves(entries: readonly Entry[], groups: readonly Entry[] = [], prefix = ''): Leaf[] {
  return entries.flatMap((entry) => {
    const id = [prefix, entry.id].filter(Boolean).join('.');
    return entry.children ? leaves(entry.children, [...groups, entry], id) : [{ entry, groups, id }];
  });
}

/** Levels of entries: 1 for a flat list. */
export function depthOf(entries: readonly Entry[]): number {
  return Math.max(...entries.map((entry) => (entry.children ? 1 + depthOf(entry.children) : 1)));
}

/** For every entry that sums its siblings: the leaf identifiers that it sums. */
function sums(entries: readonly Entry[], prefix = ''): { code: RelationCode; total: string; parts: string[] }[] {
  return entries.flatMap((entry) => {
    const id = [prefix, entry.id].filter(Boolean).join('.');
    if (entry.children) return sums(entry.children, id);
    if (!entry.sums) return [];
    const others = entries.filter((other) => other !== entry);
    return [{ code: entry.sums, total: id, parts: leaves(others, [], prefix).map((leaf) => leaf.id) }];
  });
}

function labelColumnsOf(block: Block): number {
  return block.rows.some((row) => row.label !== '') ? depthOf(block.rows) : 0;
}

/** Derives rows, fields and relations of a table from its structure. `firstIndex` is the index of its first field. */
export function compileTable(form: TableForm, firstIndex: number): CompiledTable {
  const labelColumns = Math.max(...form.blocks.map(labelColumnsOf));
  const width = labelColumns + Math.max(...form.blocks.map((block) => leaves(block.columns).length));
  const rows: RowForm[] = [];
  const fields: Field[] = [];
  const relations: Relation[] = [];
  for (const block of form.blocks) {
    const columns = leaves(block.columns);
    const byPlace = new Map<string, Field>();
    const rowLeaves = leaves(block.rows);
    for (const leaf of rowLeaves) {
      const row: RowForm = {
        id: leaf.id,
        table: form.id,
        entry: leaf.entry,
        groups: leaf.groups,
        block,
        fields: [],
        slackBefore: Math.max(0, labelColumns - leaf.groups.length - 1),
        slackAfter: width - labelColumns - columns.length,
      };
      columns.forEach((column, place) => {
        const field: Field = {
          index: (firstIndex + fields.length) as EditionIndex,
          id: [form.id, leaf.id, column.id].filter(Boolean).join('.'),
          formerly: [form.id, leaf.entry.formerly ?? leaf.id, column.entry.formerly ?? column.id].filter(Boolean).join('.'),
          table: form.id,
          row,
          column: column.entry,
          line: rows.length,
          place,
          measure: column.entry.measure ?? block.measure,
          citation: leaf.entry.citation ?? leaf.groups.at(-1)?.citation ?? block.citation,
        };
        row.fields.push(field);
        fields.push(field);
        byPlace.set(`${leaf.id}/${column.id}`, field);
      });
      rows.push(row);
    }
    const at = (row: string, column: string) => (byPlace.get(`${row}/${column}`) as Field).index;
    const relate = (code: RelationCode, parts: EditionIndex[], wholes: EditionIndex[], total: EditionIndex) =>
      relations.push({ code, table: form.id, parts, wholes, total });
    for (const row of rowLeaves)
      for (const { code, total, parts } of sums(block.columns))
        relate(
          code,
          parts.map((part) => at(row.id, part)),
          [at(row.id, total)],
          at(row.id, total),
        );
    for (const column of columns) {
      for (const { code, total, parts } of sums(block.rows))
        relate(
          code,
          parts.map((part) => at(part, column.id)),
          [at(total, column.id)],
          at(total, column.id),
        );
      for (const { code, left, right, total } of form.balances ?? [])
        relate(
          code,
          left.map((row) => at(row, column.id)),
          right.map((row) => at(row, column.id)),
          at(total, column.id),
        );
    }
  }
  return { form, rows, rowById: new Map(rows.map((row) => [row.id, row])), fields, relations, width, labelColumns };
}

export function compileEdition(edition: Edition): CompiledEdition {
  const tables = {} as Record<TableId, CompiledTable>;
  const fields: Field[] = [];
  const relations: Relation[] = [];
  for (const form of edition.tables) {
    const table = compileTable(form, fields.length);
    tables[form.id] = table;
    fields.push(...table.fields);
    relations.push(...table.relations);
  }
  return { edition, tables, fields, relations, fieldById: new Map(fields.map((field) => [field.id, field])) };
}
