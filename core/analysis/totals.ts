import type { Relation } from '../form';
import type { BoundCell, BoundTable } from '../report/report';
import { type CellChange, isAllowed } from './cell-change';

/**
 * What is computed: a cell that a user points at; the totals that are still open; all totals; what the relations imply of
 * blank cells (a part, what is carried out); or zeros for blank cells, and nothing else.
 */
export type Computing = { kind: 'cell'; cell: BoundCell } | { kind: 'totals' | 'all-totals' | 'implied' | 'zeros' };

/**
 * What cells become when they are computed from the others. Blank parts count as zero, but a sum with nothing filled in is
 * not computed. A total that is filled in is computed again only where all totals are asked for, and not into zero: where it
 * does not hold it may be the parts that are wrong, and small offices fill in the total alone.
 */
export function compute(table: BoundTable, computing: Computing): CellChange[] {
  const sheet = new Sheet(table);
  switch (computing.kind) {
    case 'cell':
      sheet.sumInto(computing.cell);
      break;
    case 'totals':
      sheet.settle(isOpen);
      break;
    case 'all-totals':
      sheet.settle((sum, now) => sum !== 0 || !now);
      break;
    case 'implied':
      sheet.solveBlanks();
      break;
    case 'zeros':
      sheet.fillZeros();
      break;
  }
  return sheet.changes();
}

/** Whether a total is still open: it is blank, or the zero of a template. */
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
  /** Cells that only what is left over gives, such as what is carried out: blank, they are not known, and no zeros. */
  private readonly leftOver: ReadonlySet<number>;
  /** Totals that were computed here, and are computed anew as their parts become known. */
  private readonly computed = new Set<number>();

  constructor({ table, rows }: BoundTable) {
    this.cells = new Map(rows.flatMap((row) => row.cells.map((cell) => [cell.field.index, cell])));
    this.values = new Map([...this.cells].map(([index, cell]) => [index, summandOf(cell)]));
    // What is no number, or not there, can't be computed with.
    this.relations = table.relations.filter(({ parts, wholes }) => [...parts, ...wholes].every((index) => this.isReadable(index)));
    this.sums = this.relations.filter(({ wholes }) => wholes.length === 1);
    const totals = new Set(this.sums.map(({ total }) => total));
    this.leftOver = new Set(this.relations.flatMap(({ wholes }) => wholes).filter((index) => !totals.has(index)));
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

  /**
   * Zero for blank cells, unless the figures that are there ask for another: a total of parts that are no zeros, what is
   * carried out, the parts of a total that stands alone.
   */
  fillZeros(): void {
    const wholes = new Set(this.relations.flatMap((relation) => relation.wholes));
    const [totals, parts] = [
      this.blanks().filter(({ field }) => wholes.has(field.index)),
      this.blanks().filter(({ field }) => !wholes.has(field.index)),
    ];
    const lone = new Set(this.relations.flatMap((relation) => (this.standsAlone(relation) ? relation.parts : [])));
    for (const { field } of parts) if (!lone.has(field.index)) this.values.set(field.index, 0);
    for (const { field } of totals) if (this.mayBeZero(field.index)) this.values.set(field.index, 0);
  }

  /** Whether a relation's wholes are filled in, with something, and none of its parts is. */
  private standsAlone({ parts, wholes }: Relation): boolean {
    const isFilled = (index: number) => !!this.values.get(index);
    return wholes.some(isFilled) && !parts.some(isFilled);
  }

  /** Whether the relations of a blank whole whose other figures are there all ask for zero, and there is one. */
  private mayBeZero(index: number): boolean {
    const asked = this.relations.flatMap(({ parts, wholes }) => {
      const others = wholes.filter((each) => each !== index);
      if (others.length === wholes.length || [...parts, ...others].some((each) => this.values.get(each) === null)) return [];
      const sum = (indices: readonly number[]) => indices.reduce((all, each) => all + (this.values.get(each) ?? 0), 0);
      return [sum(parts) - sum(others)];
    });
    return asked.length > 0 && asked.every((value) => value === 0);
  }

  /** Puts into blank cells the one value that the relations ask for. */
  solveBlanks(): void {
    for (const cell of this.blanks()) if (this.values.get(cell.field.index) === null && this.solve(cell)) this.settle(isOpen);
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

  /** The sum of a relation's parts; undefined where none is filled in, or one is not known. */
  private sumOf({ parts }: Relation): number | undefined {
    if (parts.some((index) => this.leftOver.has(index) && this.values.get(index) === null)) return undefined;
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
