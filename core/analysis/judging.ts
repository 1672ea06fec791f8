import { broken, difference, implied, type Quantity, type SumRelation, type System } from '../balance/system';
import { type CompiledTable, type EditionIndex, type Field, indexInTable, type Relation, type TableIndex } from '../form';
import type { BoundCell, BoundRow, BoundTable } from '../report/report';
import { type CellChange, isAllowed } from './cell-change';
import { withOwnRows } from './own-rows';

/** What the relations of one table say of its figures. */
export interface Judgement {
  table: BoundTable;
  /** Relations that do not hold. Those with a figure that can't be read are not judged. */
  broken: readonly Relation[];
  /** What the report has for a field of the table. */
  cellOf(field: Field): BoundCell | undefined;
  /** The figures on both sides of a relation, an office's own rows among the parts; null for one that can't be judged. */
  terms(relation: Relation): Terms;
  /** The value that an unreadable cell must have for its relations to hold, if they tell. */
  implied(field: Field): number | undefined;
  /** The table as a system of sums, whose relations are the table's in their order; made when it is first asked for. */
  system(): System<TableIndex>;
}

export interface Terms {
  parts: readonly (number | null)[];
  wholes: readonly (number | null)[];
}

/** Judges a table's relations by the figures that the report has. */
export function judge(table: BoundTable): Judgement {
  const { fields, relations } = table.table;
  let known: readonly (BoundCell | undefined)[] | undefined;
  const cells = () => {
    known ??= cellsOf(table);
    return known;
  };
  const values = valuesOf(table);
  const sums = sumsOf(table.table);
  let built: System<TableIndex> | undefined;
  const system = () => {
    built ??= withOwnRows(table, {
      quantities: fields.map(
        ({ line, place }, index): Quantity => ({ value: values[index], empty: cells()[index]?.state === 'empty', line, place }),
      ),
      relations: sums,
    });
    return built;
  };
  // Only rows of an office's own make the system another than the table's sums, which are quicker to judge.
  const wrong =
    table.unknownRows.length === 0
      ? relations.filter((_, index) => difference(sums[index], (place) => values[place]))
      : broken(system()).map((index) => relations[index]);
  return {
    table,
    broken: wrong,
    cellOf: (field) => cells()[indexInTable(table.table, field.index)],
    terms: (relation) => termsOf(system(), relations.indexOf(relation)),
    implied: (field) => implied(system(), indexInTable(table.table, field.index)),
    system,
  };
}

/** True if a relation that holds would be broken by another value of a cell. */
export function wouldBreak({ table, terms }: Pick<Judgement, 'table' | 'terms'>, { cell, to }: CellChange): boolean {
  if (to === (cell.value ?? 0)) return false;
  const { index } = cell.field;
  return table.table.relations.some((relation) => {
    if (!relation.parts.includes(index) && !relation.wholes.includes(index)) return false;
    const { parts, wholes } = terms(relation);
    const [part, whole] = [sumOf(parts), sumOf(wholes)];
    return part !== null && part === whole;
  });
}

/** The sum of some figures; null where one is not known. */
function sumOf(values: readonly (number | null)[]): number | null {
  return values.reduce((sum, value) => (sum === null || value === null ? null : sum + value), 0);
}

/** The relations of each table as sums over places in the table. */
const knownSums = new Map<CompiledTable, SumRelation<TableIndex>[]>();

function sumsOf(table: CompiledTable): SumRelation<TableIndex>[] {
  const known = knownSums.get(table);
  if (known) return known;
  const own = (indices: readonly EditionIndex[]) => indices.map((index) => indexInTable(table, index));
  const sums = table.relations.map(({ parts, wholes }) => ({ parts: own(parts), wholes: own(wholes) }));
  knownSums.set(table, sums);
  return sums;
}

/** By place in the table, the cells that the report has. */
function cellsOf({ table, rows }: BoundTable): readonly (BoundCell | undefined)[] {
  const cells: (BoundCell | undefined)[] = new Array(table.fields.length).fill(undefined);
  for (const row of rows) for (const cell of row.cells) cells[indexInTable(table, cell.field.index)] = cell;
  return cells;
}

/** By place in the table, the values that are summed: null for what can't be, or is still to come. */
function valuesOf(bound: BoundTable): readonly (number | null)[] {
  const { table, rows } = bound;
  const values: (number | null)[] = new Array(table.fields.length).fill(null);
  const isToCome = totalsToCome(bound);
  for (const row of rows.filter(isWhole))
    for (const cell of row.cells)
      values[indexInTable(table, cell.field.index)] = cell.state === 'empty' && isToCome(cell.field) ? null : summand(cell);
  return values;
}

/** True if a row has a figure for each of its columns, so that none may stand in another's place. */
function isWhole({ missing, extra, traceless }: BoundRow): boolean {
  return missing === 0 && extra.length === 0 && traceless === 0;
}

/** Tells of the fields whose cells are empty, in a table of which most is still empty, which are totals that are to come. */
function totalsToCome({ table, odd, rows }: BoundTable): (field: Field) => boolean {
  const all = rows.reduce((count, { cells }) => count + cells.length, 0);
  const empty = odd.filter(({ state }) => state === 'empty').length;
  if (empty * 2 <= all) return () => false;
  const wholes = new Set(table.relations.flatMap((relation) => relation.wholes));
  return ({ index }) => wholes.has(index);
}

/** The value that a cell adds to a sum: zero for an empty one, null for one that can't be read as a count. */
function summand({ state, value, field }: BoundCell): number | null {
  if (state === 'text') return null;
  if (value === null) return 0;
  return isAllowed(field, value) ? value : null;
}

function termsOf({ quantities, relations }: System<TableIndex>, index: number): Terms {
  const { parts, wholes, offset } = relations[index];
  const values = (indices: readonly TableIndex[]) => indices.map((each) => quantities[each].value);
  return { parts: offset ? [...values(parts), offset] : values(parts), wholes: values(wholes) };
}
