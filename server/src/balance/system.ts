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

/** By how much the parts exceed the wholes; null where a quantity is unknown. */
export function residual(system: System, relation: SumRelation): number | null {
  let sum = relation.offset ?? 0;
  for (const index of relation.parts) {
    const { value } = system.quantities[index];
    if (value === null) return null;
    sum += value;
  }
  for (const index of relation.wholes) {
    const { value } = system.quantities[index];
    if (value === null) return null;
    sum -= value;
  }
  return sum;
}

/** Whether known values break a relation: the quick look that spares a sound system everything else. */
export function isBroken(values: readonly (number | null)[], { parts, wholes, offset }: SumRelation): boolean {
  let sum = offset ?? 0;
  for (const index of parts) {
    const value = values[index];
    if (value === null) return false;
    sum += value;
  }
  for (const index of wholes) {
    const value = values[index];
    if (value === null) return false;
    sum -= value;
  }
  return sum !== 0;
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
    const quantities = system.quantities.map((quantity, i) => (i === index ? { ...quantity, value: 0 } : quantity));
    const rest = residual({ ...system, quantities }, relation);
    if (rest === null) continue;
    const value = part ? -rest : rest;
    if (value < 0 || (answer !== undefined && answer !== value)) return undefined;
    answer = value;
  }
  return answer;
}
