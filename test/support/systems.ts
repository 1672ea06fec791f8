import type { Quantity, SumRelation, System } from '../../core/balance/system';

/** A row of figures with sums over their places; null is an empty cell. */
export function systemOf(values: readonly (number | null)[], ...relations: readonly SumRelation[]): System {
  return { quantities: rowOf(values), relations };
}

/** Figures one beside the other; null is an empty cell. */
export function rowOf(values: readonly (number | null)[]): Quantity[] {
  return values.map((value, place) => ({ value: value ?? 0, empty: value === null, line: 0, place }));
}

/** The sum of some places is the figure at another. */
export function sum(parts: readonly number[], total: number): SumRelation {
  return { parts, wholes: [total] };
}
