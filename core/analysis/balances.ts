import type { Change } from '../balance/plausibility';
import { components, type Evidence, repair } from '../balance/repair';
import { broken, difference, implied, type Quantity, residual, type SumRelation, type System } from '../balance/system';
import type { CompiledTable, Field, Relation } from '../form';
import type { Statement } from '../prose/statements';
import type { BoundCell, BoundTable, Report } from '../report/report';

/** A change of a cell that the relations ask for. */
export interface CellChange {
  cell: BoundCell;
  to: number;
}

/** Cells to be changed together, and the relations that hold then. */
export interface TableRepair {
  changes: readonly CellChange[];
  relations: readonly Relation[];
  /** The prose has decided between this and others as good. */
  byEvidence: boolean;
}

/** What the relations of one table say. */
export interface TableBalance {
  table: BoundTable;
  /** Relations that do not hold. Those with a figure that can't be read are not judged. */
  broken: readonly Relation[];
  /** Sets of cells to be changed together; each is asserted. */
  repairs: readonly TableRepair[];
  /** Broken relations that no repair explains, with the equally good repairs that would. */
  unexplained: readonly { relation: Relation; alternatives: readonly (readonly CellChange[])[] }[];
  /** What the report has for a field of the table. */
  cellOf(field: Field): BoundCell | undefined;
  /** The figures on both sides of a relation, an office's own rows among the parts; null for one that can't be judged. */
  terms(relation: Relation): { parts: (number | null)[]; wholes: (number | null)[] };
  /** The value that an unreadable cell must have for its relations to hold, if they tell. */
  implied(field: Field): number | undefined;
}

/** Whether a value may stand in the field: whole and not negative where things are counted. */
export function isAllowed(field: Field, value: number): boolean {
  const { decimals, signed } = field.measure;
  return (decimals || Number.isInteger(value)) && (signed || value >= 0);
}

/** Whether a relation that holds would be broken by another value of a cell. */
export function wouldBreak({ table, terms }: TableBalance, { cell, to }: CellChange): boolean {
  const { index } = cell.field;
  return table.table.relations.some((relation) => {
    const isPart = relation.parts.includes(index);
    if (!isPart && !relation.wholes.includes(index)) return false;
    const { parts, wholes } = terms(relation);
    if ([...parts, ...wholes].includes(null)) return false;
    const sum = (values: readonly (number | null)[]) => values.reduce((all: number, value) => all + (value ?? 0), 0);
    return sum(parts) === sum(wholes) && to !== (cell.value ?? 0);
  });
}

/** The arithmetic of all tables of a report. What the prose states decides between repairs that are equally good. */
export function balancesOf(report: Report, statements: readonly Statement[]): TableBalance[] {
  return Object.values(report.tables).flatMap((table) => (table.table.relations.length > 0 ? [balanceOf(table, statements)] : []));
}

/** The relations of each table over indices that begin with the table's first field. */
const localRelations = new Map<CompiledTable, SumRelation[]>();

function localRelationsOf(table: CompiledTable): SumRelation[] {
  const known = localRelations.get(table);
  if (known) return known;
  const base = table.fields[0].index;
  const local = table.relations.map((relation) => ({
    parts: relation.parts.map((index) => index - base),
    wholes: relation.wholes.map((index) => index - base),
  }));
  localRelations.set(table, local);
  return local;
}

export function balanceOf(table: BoundTable, statements: readonly Statement[] = []): TableBalance {
  const { fields, relations } = table.table;
  const base = fields[0].index;
  const cells: (BoundCell | undefined)[] = new Array(fields.length).fill(undefined);
  const values: (number | null)[] = new Array(fields.length).fill(null);
  const toCome = totalsToCome(table);
  for (const row of table.rows) {
    const whole = row.missing === 0 && row.extra.length === 0 && row.traceless === 0;
    for (const cell of row.cells) {
      const place = cell.field.index - base;
      cells[place] = cell;
      if (whole) values[place] = cell.state === 'empty' && toCome(cell.field) ? null : summand(cell);
    }
  }
  const local = localRelationsOf(table.table);
  const balance = {
    table,
    broken: [] as readonly Relation[],
    repairs: [] as TableRepair[],
    unexplained: [] as { relation: Relation; alternatives: CellChange[][] }[],
    cellOf: (field: Field) => cells[field.index - base],
    terms: (relation: Relation) => termsOf(system(), relations.indexOf(relation)),
    implied: (field: Field) => implied(system(), field.index - base),
  };
  let built: System | undefined;
  const system = () => {
    if (built) return built;
    const quantities = fields.map(
      ({ line, place }, index): Quantity => ({ value: values[index], empty: cells[index]?.state === 'empty', line, place }),
    );
    built = { quantities, relations: withUnknownRows(table, { quantities, relations: local }) };
    return built;
  };
  // The quick look that spares a sound table everything else.
  const sound = local.every((relation) => !difference(relation, (index) => values[index]));
  if (sound && table.unknownRows.length === 0) return balance;

  const wrong = new Set(broken(system()));
  balance.broken = [...wrong].map((index) => relations[index]);
  const changeOf = (change: Change): CellChange => ({ cell: cells[change.index] as BoundCell, to: change.to });
  for (const part of components(system())) {
    const result = repair(part.system, evidenceOf(statements, table, part.quantities));
    const global = (change: Change): Change => ({ ...change, index: part.quantities[change.index] });
    const alternatives = result.alternatives.map((changes) => changes.map((change) => changeOf(global(change))));
    const open = result.unexplained.map((index) => part.relations[index]);
    balance.unexplained.push(...open.map((index) => ({ relation: relations[index], alternatives })));
    const explained = part.relations.filter((index) => !open.includes(index) && wrong.has(index));
    for (const group of together(result.changes.map(global), system()))
      balance.repairs.push({
        changes: group.map(changeOf),
        byEvidence: result.byEvidence ?? false,
        relations: explained
          .filter((index) => group.some((change) => touches(system().relations[index], change.index)))
          .map((index) => relations[index]),
      });
  }
  return balance;
}

/** What the prose states for certain of a component's quantities. */
function evidenceOf(statements: readonly Statement[], { table }: BoundTable, quantities: readonly number[]): Evidence[] {
  const base = table.fields[0].index;
  return statements.flatMap(({ exact, value, fields }): Evidence[] => {
    if (!exact || fields.some((field) => field.table !== table.form.id)) return [];
    const indices = fields.map((field) => quantities.indexOf(field.index - base));
    return indices.includes(-1) ? [] : [{ indices, value }];
  });
}

/** In a table of which most is still empty, an empty total is one that is still to come, and no nought. */
function totalsToCome({ table, odd, rows }: BoundTable): (field: Field) => boolean {
  const all = rows.reduce((count, { cells }) => count + cells.length, 0);
  const empty = odd.length * 2 > all ? odd.filter(({ state }) => state === 'empty').length : 0;
  if (empty * 2 <= all) return () => false;
  const wholes = new Set(table.relations.flatMap((relation) => relation.wholes));
  return ({ index }) => wholes.has(index);
}

/** The value that a cell adds to a sum: nought for an empty one, null for one that can't be read as a count. */
function summand(cell: BoundCell): number | null {
  if (cell.state === 'text') return null;
  if (cell.value === null) return 0;
  return isAllowed(cell.field, cell.value) ? cell.value : null;
}

function touches(relation: SumRelation, index: number): boolean {
  return relation.parts.includes(index) || relation.wholes.includes(index);
}

/** Changes that meet in a relation that holds belong together: one of them alone would break it. */
function together(changes: readonly Change[], system: System): Change[][] {
  const holding = system.relations.filter((relation) => residual(system, relation) === 0);
  const groups: Change[][] = [];
  for (const change of changes) {
    const met = groups.filter((group) =>
      group.some((other) => holding.some((relation) => touches(relation, change.index) && touches(relation, other.index))),
    );
    const joined = [...met.flat(), change];
    groups.splice(0, groups.length, ...groups.filter((group) => !met.includes(group)), joined);
  }
  return groups.sort((a, b) => a[0].index - b[0].index);
}

function termsOf({ quantities, relations }: System, index: number): { parts: (number | null)[]; wholes: (number | null)[] } {
  const { parts, wholes, offset } = relations[index];
  const values = (indices: readonly number[]) => indices.map((each) => quantities[each].value);
  return { parts: offset ? [...values(parts), offset] : values(parts), wholes: values(wholes) };
}

/**
 * An office's own rows among those that are summed: their figures count where more sums hold with them than without.
 */
function withUnknownRows(table: BoundTable, system: System): readonly SumRelation[] {
  const columns = table.unknownRows.map(({ extra }) => extra.map(({ figure }) => (figure.kind === 'number' ? figure.value : 0)));
  const width = table.table.rows[0].fields.length;
  const summed = columns.filter((figures) => figures.length === width);
  if (summed.length === 0) return system.relations;
  const { fields, relations } = table.table;
  const added = system.relations.map((relation, index): SumRelation => {
    if (relations[index].code !== 'column-total') return relation;
    const { place } = fields[relation.wholes[0]];
    return { ...relation, offset: summed.reduce((total, figures) => total + figures[place], 0) };
  });
  return broken({ ...system, relations: added }).length < broken(system).length ? added : system.relations;
}
