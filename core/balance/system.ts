/** Quantities tied by sums. Nothing here knows what they count. */

export interface Quantity {
  /** null: not known, so that no relation with it can be judged. An empty cell is 0 with `empty` set. */
  value: number | null;
  empty: boolean;
  /** Place in the table, by which neighbours are known. */
  line: number;
  place: number;
}

/** Sum of `parts` + `offset` = sum of `wholes`; indices of quantities. */
export interface SumRelation {
  parts: readonly number[];
  wholes: readonly number[];
  offset?: number;
}

export interface System {
  quantities: readonly Quantity[];
  relations: readonly SumRelation[];
}

/** By how much the parts exceed the wholes; null where a value is unknown. */
export function difference({ parts, wholes, offset }: SumRelation, valueAt: (index: number) => number | null): number | null {
  let sum = offset ?? 0;
  for (const index of parts) {
    const value = valueAt(index);
    if (value === null) return null;
    sum += value;
  }
  for (const index of wholes) {
    const value = valueAt(index);
    if (value === null) return null;
    sum -= value;
  }
  return sum;
}

export function residual({ quantities }: System, relation: SumRelation): number | null {
  return difference(relation, (index) => quantities[index].value);
}

/** Indices of the relations that do not hold. */
export function broken(system: System): number[] {
  const found: number[] = [];
  system.relations.forEach((relation, index) => {
    const rest = residual(system, relation);
    if (rest !== null && rest !== 0) found.push(index);
  });
  return found;
}

/**
 * The value that an unknown quantity must have: what every relation in which it is the only unknown says. undefined
 * where none says anything, where they disagree, or where it would be negative.
 */
export function implied(system: System, index: number): number | undefined {
  let answer: number | undefined;
  for (const relation of system.relations) {
    const part = relation.parts.includes(index);
    if (!part && !relation.wholes.includes(index)) continue;
    const rest = difference(relation, (i) => (i === index ? 0 : system.quantities[i].value));
    if (rest === null) continue;
    const value = part ? -rest : rest;
    if (value < 0 || (answer !== undefined && answer !== value)) return undefined;
    answer = value;
  }
  return answer;
}
