import type { BoundCell, BoundTable } from '../report/report';
import type { Relation } from '../standard';
import { type CellChange, isAllowed } from './balances';

/**
 * What is computed: a total that somebody points at; all totals of a table; whatever is blank and the relations tell; or
 * that, and nought for all else that is blank.
 */
export type Computing = { kind: 'cell'; cell: BoundCell } | { kind: 'totals' } | { kind: 'everything' } | { kind: 'complete' };

/**
 * What cells become when they are computed from the others. Blank parts count as nought, but a sum with nothing filled in
 * is not computed. A total that somebody has filled in is computed anew only where they ask for totals, and not into nought:
 * where it does not hold it may be the parts that are wrong, and small offices fill in the total alone.
 */
export function compute(table: BoundTable, computing: Computing): CellChange[] {
  const sheet = new Sheet(table);
  switch (computing.kind) {
    case 'cell':
      sheet.sumInto(computing.cell);
      break;
    case 'totals':
      sheet.settle((sum, now) => sum !== 0 || !now);
      break;
    case 'everything':
      sheet.settle(isOpen);
      sheet.solveBlanks(false);
      break;
    case 'complete':
      sheet.fillParts();
      sheet.settle(isOpen);
      sheet.solveBlanks(true);
      break;
  }
  return sheet.changes();
}

/** Whether a total may be computed unasked: it is blank, or the nought of a template. */
function isOpen(_: number, now: number | null): boolean {
  return !now;
}

/** Totals of totals depend on each other; after so many rounds all have settled. */
const mostRounds = 6;

/** The figures of a table while they are computed: null for what is blank. */
class Sheet {
  private readonly cells: ReadonlyMap<number, BoundCell>;
  private readonly values: Map<number, number | null>;
  private readonly relations: readonly Relation[];
  private readonly sums: readonly Relation[];
  /** Totals that were computed here, and are computed anew as their parts become known. */
  private readonly computed = new Set<number>();

  constructor({ table, rows }: BoundTable) {
    this.cells = new Map(rows.flatMap((row) => row.cells.map((cell) => [cell.field.index, cell])));
    this.values = new Map([...this.cells].map(([index, cell]) => [index, summandOf(cell)]));
    // What is no number, or not there, can't be computed with.
    this.relations = table.relations.filter(({ parts, wholes }) => [...parts, ...wholes].every((index) => this.isReadable(index)));
    this.sums = this.relations.filter(({ wholes }) => wholes.length === 1);
  }

  /** Computes a cell that somebody points at: as the sum of its parts, or as what a sum lacks. */
  sumInto(cell: BoundCell): void {
    const [sum] = this.sums.filter(({ total }) => total === cell.field.index).map((relation) => this.sumOf(relation));
    if (sum !== undefined) this.values.set(cell.field.index, sum);
    else this.solve(cell);
  }

  /** Computes the totals that may be. `may` is told the sum and what the total is now. */
  settle(may: (sum: number, now: number | null) => boolean): void {
    for (let round = 0; round < mostRounds; round++) {
      let changed = false;
      for (const relation of this.sums) {
        const { total } = relation;
        const sum = this.sumOf(relation);
        const now = this.values.get(total) ?? null;
        if (sum === undefined || sum === now || !(this.computed.has(total) || may(sum, now))) continue;
        this.values.set(total, sum);
        this.computed.add(total);
        changed = true;
      }
      if (!changed) return;
    }
  }

  /** Nought for what is blank and no relation gives. */
  fillParts(): void {
    const wholes = new Set(this.relations.flatMap((relation) => relation.wholes));
    for (const cell of this.blanks()) if (!wholes.has(cell.field.index)) this.values.set(cell.field.index, 0);
  }

  /** Puts into blank cells what the relations ask for; nought into those of which they don't tell, if it may. */
  solveBlanks(mayBeNought: boolean): void {
    for (const cell of this.blanks()) {
      if (this.values.get(cell.field.index) !== null) continue;
      if (this.solve(cell)) this.settle(isOpen);
      else if (mayBeNought) this.values.set(cell.field.index, 0);
    }
  }

  changes(): CellChange[] {
    return [...this.cells].flatMap(([index, cell]) => {
      const to = this.values.get(index);
      return typeof to === 'number' && to !== summandOf(cell) ? [{ cell, to }] : [];
    });
  }

  private blanks(): BoundCell[] {
    return [...this.cells.values()].filter(({ state, field }) => state === 'empty' && this.values.get(field.index) === null);
  }

  private isReadable(index: number): boolean {
    const cell = this.cells.get(index);
    return cell !== undefined && cell.state !== 'text';
  }

  /** The sum of a relation's parts; undefined where none is filled in. */
  private sumOf({ parts }: Relation): number | undefined {
    const filled = parts.flatMap((index) => this.values.get(index) ?? []);
    return filled.length > 0 ? filled.reduce((sum, value) => sum + value, 0) : undefined;
  }

  /** Puts into a blank cell the one value with which a relation holds whose other figures are all there. */
  private solve(cell: BoundCell): boolean {
    const { index } = cell.field;
    if (this.values.get(index) !== null) return false;
    for (const { parts, wholes } of this.relations) {
      const [own, others] = parts.includes(index) ? [parts, wholes] : [wholes, parts];
      // A sum that was computed without the cell says nothing of it.
      if (!own.includes(index) || (wholes.length === 1 && this.computed.has(wholes[0]))) continue;
      const beside = own.filter((each) => each !== index);
      if ([...beside, ...others].some((each) => this.values.get(each) === null)) continue;
      const sum = (indices: readonly number[]) => indices.reduce((all, each) => all + (this.values.get(each) ?? 0), 0);
      const value = sum(others) - sum(beside);
      if (!isAllowed(cell.field, value)) continue;
      this.values.set(index, value);
      return true;
    }
    return false;
  }
}

function summandOf({ state, value }: BoundCell): number | null {
  return state === 'not-applicable' ? 0 : value;
}
