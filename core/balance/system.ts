/*
 * Quantities tied by sums. Nothing here knows what they count. Functions take the type of the index by which relations
 * name quantities, so that indices into one list can't be used for another.
 */

export interface Quantity {
  /** null: not known, so that no relation with it can be judged. An empty cell is 0 with `empty` set. */
  value: number | null;
  empty: boolean;
  /** Row and column in the grid of figures, by which neighbours are known. */
  line: number;
  place: number;
}

/** Sum of `parts` + `offset` = sum of `wholes`. */
export interface SumRelation<Index extends number = number> {
  parts: readonly Index[];
  wholes: readonly Index[];
  /** What else belongs to the parts and is no quantity. */
  offset?: number;
}

export interface System<Index extends number = number> {
  quantities: readonly Quantity[];
  relations: readonly SumRelation<Index>[];
}

/** By how much the parts exceed the wholes; null where a value is unknown. */
export function difference<Index extends number>(
  { parts, wholes, offset = 0 }: SumRelation<Index>,
  valueAt: (index: Index) => number | null,
): number | null {
  let sum = offset;
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

/** By how much the parts of one of a system's relations exceed its wholes; null where a value is unknown. */
export function residual<Index extends number>({ quantities }: System<Index>, relation: SumRelation<Index>): number | null {
  return difference(relation, (index) => quantities[index].value);
}

/** Places of the relations that can be judged and do not hold, in order. */
export function broken<Index extends number>(system: System<Index>): number[] {
  return system.relations.flatMap((relation, index) => (residual(system, relation) ? [index] : []));
}

/** True if a quantity stands on either side of a relation. */
export function enters<Index extends number>(index: Index, { parts, wholes }: SumRelation<Index>): boolean {
  return parts.includes(index) || wholes.includes(index);
}

/**
 * The value that an unknown quantity must have: what every relation in which it is the only unknown says. undefined
 * where none says anything, where they disagree, or where it would be negative.
 */
export function implied<Index extends number>(system: System<Index>, index: Index): number | undefined {
  const asked = system.relations.flatMap((relation) => {
    if (!enters(index, relation)) return [];
    const rest = difference(relation, (other) => (other === index ? 0 : system.quantities[other].value));
    return rest === null ? [] : [relation.parts.includes(index) ? 0 - rest : rest];
  });
  const [value] = asked;
  return value >= 0 && asked.every((other) => other === value) ? value : undefined;
}
