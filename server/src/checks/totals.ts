import type { BoundCell, BoundTable } from '../report/report';
import type { Relation } from '../standard';
import { type CellChange, isAllowed } from './balances';

/**
 * What is computed: a total that somebody points at; all totals of a table; whatever is blank and the relations tell; or
 * that, and nought for all else that is blank.
 */
export type Computing = { kind: 'cell'; cell: BoundCell } | { kind: 'totals' } | { kind: 'everything' } | { kind: 'complete' };

/** Totals of totals depend on each other; after so many rounds all have settled. */
const mostRounds = 6;

/**
 * What cells become when they are computed from the others. Blank parts count as nought, but a sum with nothing filled in
 * is not computed. A total that somebody has filled in is computed anew only where they ask for totals, and not into nought:
 * where it does not hold it may be the parts that are wrong, and small offices fill in the total alone.
 */
export function compute(table: BoundTable, computing: Computing): CellChange[] {
  const cells = new Map(table.rows.flatMap((row) => row.cells.map((cell) => [cell.field.index, cell])));
  const values = new Map([...cells].map(([index, cell]) => [index, cell.state === 'not-applicable' ? 0 : cell.value]));
  const readable = (indices: readonly number[]) => indices.every((index) => cells.get(index)?.state !== 'text');
  const sums = table.table.relations.filter(({ wholes }) => wholes.length === 1);

  /** Totals that were computed here, and are computed anew as their parts become known. */
  const computed = new Set<number>();
  /** What the total of a relation should be; undefined where it stays as it is. */
  const due = ({ parts, total }: Relation): number | undefined => {
    if (!cells.has(total) || !readable([...parts, total])) return undefined;
    const filled = parts.filter((index) => typeof values.get(index) === 'number');
    if (filled.length === 0) return undefined;
    const sum = parts.reduce((all, index) => all + (values.get(index) ?? 0), 0);
    const now = values.get(total);
    if (sum === now) return undefined;
    const anew = computing.kind === 'cell' || (computing.kind === 'totals' && sum !== 0) || computed.has(total);
    return anew || now === null || now === 0 ? sum : undefined;
  };
  const settle = () => {
    for (let round = 0; round < mostRounds; round++) {
      let changed = false;
      for (const relation of sums) {
        const value = due(relation);
        if (value === undefined) continue;
        values.set(relation.total, value);
        computed.add(relation.total);
        changed = true;
      }
      if (!changed) return;
    }
  };
  if (computing.kind === 'cell') {
    const { cell } = computing;
    const own = sums.filter(({ total }) => total === cell.field.index).map(due);
    const [value] = own.filter((each) => each !== undefined);
    if (value !== undefined) values.set(cell.field.index, value);
    else solve(table, cells, values, cell, computed);
  } else {
    const complete = computing.kind === 'complete';
    const wholes = new Set(table.table.relations.flatMap((relation) => relation.wholes));
    const blank = ({ field, state }: BoundCell) => state === 'empty' && values.get(field.index) === null;
    if (complete) for (const cell of cells.values()) if (blank(cell) && !wholes.has(cell.field.index)) values.set(cell.field.index, 0);
    settle();
    if (computing.kind !== 'totals')
      for (const cell of cells.values()) {
        if (!blank(cell)) continue;
        if (solve(table, cells, values, cell, computed)) settle();
        else if (complete) values.set(cell.field.index, 0);
      }
  }
  return [...cells].flatMap(([index, cell]) => {
    const to = values.get(index);
    const before = cell.state === 'not-applicable' ? 0 : cell.value;
    return typeof to === 'number' && to !== before ? [{ cell, to }] : [];
  });
}

/** Puts into a blank cell the one value with which a relation holds whose other figures are all there. */
function solve(
  table: BoundTable,
  cells: ReadonlyMap<number, BoundCell>,
  values: Map<number, number | null>,
  cell: BoundCell,
  computed: ReadonlySet<number>,
): boolean {
  const { index } = cell.field;
  if (values.get(index) !== null || cell.state === 'text') return false;
  for (const { parts, wholes } of table.table.relations) {
    const [own, others] = parts.includes(index) ? [parts, wholes] : [wholes, parts];
    // A sum that was computed without the cell says nothing of it.
    if (!own.includes(index) || (wholes.length === 1 && computed.has(wholes[0]))) continue;
    const known = [...parts, ...wholes].filter((each) => each !== index).map((each) => [cells.get(each)?.state, values.get(each)]);
    if (known.some(([state, value]) => state === 'text' || typeof value !== 'number')) continue;
    const sum = (indices: readonly number[]) => indices.reduce((all, each) => all + (values.get(each) ?? 0), 0);
    const value = sum(others) - sum(own);
    if (!isAllowed(cell.field, value)) continue;
    values.set(index, value);
    return true;
  }
  return false;
}
