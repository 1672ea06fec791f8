import type { Relation } from '../form';
import type { BoundCell, BoundTable } from '../report/report';
import type { CellChange } from './cell-change';

/** The figures of a table while cells are computed from others. Fields are named by their index in the edition. */
export class Sheet {
  /** The relations whose cells are all there and readable: with others nothing can be computed. */
  readonly relations: readonly Relation[];
  /** Those of them that give a total. */
  readonly sums: readonly Relation[];
  private readonly cells: ReadonlyMap<number, BoundCell>;
  /** null for a blank cell. */
  private readonly values: Map<number, number | null>;
  /** Cells that only what is left over gives, such as what is carried out: no blank one of them is a zero. */
  private readonly leftOver: ReadonlySet<number>;

  constructor({ table, rows }: BoundTable) {
    this.cells = new Map(rows.flatMap((row) => row.cells.map((cell) => [cell.field.index, cell])));
    this.values = new Map([...this.cells].map(([index, cell]) => [index, summandOf(cell)]));
    this.relations = table.relations.filter(({ parts, wholes }) => [...parts, ...wholes].every((index) => this.isReadable(index)));
    this.sums = this.relations.filter(({ wholes }) => wholes.length === 1);
    const totals = new Set(this.sums.map(({ total }) => total));
    this.leftOver = new Set(this.relations.flatMap(({ wholes }) => wholes).filter((index) => !totals.has(index)));
  }

  /** The value of a cell; null where it is blank or not there. */
  valueAt(index: number): number | null {
    return this.values.get(index) ?? null;
  }

  set(index: number, value: number): void {
    this.values.set(index, value);
  }

  /** The cells that are still blank, in the report's order. */
  blanks(): BoundCell[] {
    return [...this.cells.values()].filter(({ state, field }) => state === 'empty' && this.valueAt(field.index) === null);
  }

  hasBlank(indices: readonly number[]): boolean {
    return indices.some((index) => this.valueAt(index) === null);
  }

  /** The sum of some cells; blank ones add nothing. */
  sumOf(indices: readonly number[]): number {
    return indices.reduce((sum, index) => sum + (this.valueAt(index) ?? 0), 0);
  }

  /** The sum of a relation's parts; undefined where none is filled in, or one is left over and not known. */
  totalOf({ parts }: Relation): number | undefined {
    const isUnknown = parts.some((index) => this.leftOver.has(index) && this.valueAt(index) === null);
    return isUnknown || parts.every((index) => this.valueAt(index) === null) ? undefined : this.sumOf(parts);
  }

  /** The cells whose value is no longer the report's. */
  changes(): CellChange[] {
    return [...this.cells].flatMap(([index, cell]) => {
      const to = this.valueAt(index);
      return to !== null && to !== summandOf(cell) ? [{ cell, to }] : [];
    });
  }

  private isReadable(index: number): boolean {
    const cell = this.cells.get(index);
    return cell !== undefined && cell.state !== 'text';
  }
}

function summandOf({ state, value }: BoundCell): number | null {
  return state === 'not-applicable' ? 0 : value;
}
