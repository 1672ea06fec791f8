import { type Component, type ComponentIndex, components } from '../balance/components';
import type { Change } from '../balance/plausibility';
import { type Changes, type Evidence, repair } from '../balance/repair';
import { enters, residual, type System } from '../balance/system';
import { indexInTable, type Relation, type TableIndex } from '../form';
import type { Statement } from '../prose/statements';
import type { CellChange } from './cell-change';
import type { Judgement } from './judging';

/** Cells to be changed together, and the relations that hold then. */
export interface TableRepair {
  changes: readonly CellChange[];
  relations: readonly Relation[];
  /** What has decided between this repair and others: the relations themselves, or what the prose states. */
  decidedBy: 'relations' | 'prose';
}

/** A broken relation that no repair explains, with the equally good repairs that would; none if there are none. */
export interface Unexplained {
  relation: Relation;
  alternatives: readonly (readonly CellChange[])[];
}

/** How the broken relations of a table may be repaired. */
export interface TableRepairs {
  /** Sets of cells to be changed together; each is asserted. */
  repairs: readonly TableRepair[];
  unexplained: readonly Unexplained[];
}

/** Finds the repairs of a table. What the prose states decides between repairs that are equally good. */
export function repairTable(judgement: Judgement, statements: readonly Statement[]): TableRepairs {
  // A sound table is not even made a system.
  if (judgement.broken.length === 0) return { repairs: [], unexplained: [] };
  const parts = components(judgement.system()).map((part) => repairComponent(judgement, part, statements));
  return {
    repairs: parts.flatMap(({ repairs }) => repairs),
    unexplained: parts.flatMap(({ unexplained }) => unexplained),
  };
}

function repairComponent(judgement: Judgement, component: Component<TableIndex>, statements: readonly Statement[]): TableRepairs {
  const result = repair(component.system, evidenceOn(judgement, component, statements));
  if (!result) return { repairs: [], unexplained: [] };
  const { relations } = judgement.table.table;
  const own = (changes: Changes<ComponentIndex>) => changes.map((change) => ({ ...change, index: component.quantities[change.index] }));
  const alternatives = result.kind === 'alternatives' ? result.alternatives.map((changes) => cellChanges(judgement, own(changes))) : [];
  const open = new Set(result.unexplained.map((place) => component.relations[place]));
  return {
    repairs:
      result.kind === 'asserted'
        ? together(own(result.changes), judgement.system()).map((changes) => ({
            changes: cellChanges(judgement, changes),
            relations: repairedBy(changes, judgement).filter((relation) => !open.has(relations.indexOf(relation))),
            decidedBy: result.decidedBy === 'evidence' ? 'prose' : 'relations',
          }))
        : [],
    unexplained: [...open].map((index) => ({ relation: relations[index], alternatives })),
  };
}

/** What the prose states for certain of a component's quantities. */
function evidenceOn(
  { table }: Judgement,
  { quantities }: Component<TableIndex>,
  statements: readonly Statement[],
): Evidence<ComponentIndex>[] {
  return statements.flatMap(({ exact, value, fields }) => {
    if (!exact) return [];
    // A field of another part or another table has no place among the quantities.
    const indices = fields.map((field) => quantities.indexOf(indexInTable(table.table, field.index)) as ComponentIndex);
    return indices.some((index) => index < 0) ? [] : [{ indices, value }];
  });
}

/** The broken relations that some changes enter. */
function repairedBy(changes: Changes<TableIndex>, { broken, table, system }: Judgement): Relation[] {
  const sums = system().relations;
  return broken.filter((relation) => changes.some(({ index }) => enters(index, sums[table.table.relations.indexOf(relation)])));
}

function cellChanges({ cellOf, table }: Judgement, changes: Changes<TableIndex>): CellChange[] {
  return changes.flatMap(({ index, to }) => {
    const cell = cellOf(table.table.fields[index]);
    return cell ? [{ cell, to }] : [];
  });
}

/** Changes that meet in a relation that holds belong together: one of them alone would break it. */
function together(changes: Changes<TableIndex>, system: System<TableIndex>): Change<TableIndex>[][] {
  const holding = system.relations.filter((relation) => residual(system, relation) === 0);
  const meet = (a: Change<TableIndex>, b: Change<TableIndex>) =>
    holding.some((relation) => enters(a.index, relation) && enters(b.index, relation));
  const groups = changes.reduce<Change<TableIndex>[][]>((known, change) => {
    const met = known.filter((group) => group.some((other) => meet(change, other)));
    return [...known.filter((group) => !met.includes(group)), [...met.flat(), change]];
  }, []);
  return groups.sort((a, b) => a[0].index - b[0].index);
}
