import type { SumRelation, System } from './system';

declare const component: unique symbol;

/** Place of a quantity among those of one component: no index of the whole system. */
export type ComponentIndex = number & { readonly [component]: true };

/** A part of a system that shares no quantity with the others, as a system of its own. */
export interface Component<Index extends number> {
  system: System<ComponentIndex>;
  /** By place in the component, the place in the whole system. */
  quantities: readonly Index[];
  relations: readonly number[];
}

/** The parts of a system that share no quantity, in the order of their first relations. */
export function components<Index extends number>(system: System<Index>): Component<Index>[] {
  const rootOf = joined(system);
  const groups = new Map<number, { quantities: Index[]; relations: number[] }>();
  system.relations.forEach(({ parts }, index) => {
    const root = rootOf(parts[0]);
    const group = groups.get(root) ?? { quantities: [], relations: [] };
    group.relations.push(index);
    groups.set(root, group);
  });
  system.quantities.forEach((_, index) => {
    groups.get(rootOf(index))?.quantities.push(index as Index);
  });
  return [...groups.values()].map(({ quantities, relations }) => ({
    quantities,
    relations,
    system: systemOf(system, quantities, relations),
  }));
}

/** For each quantity, one that stands for all that relations tie it to (union-find). */
function joined({ quantities, relations }: System): (index: number) => number {
  const parent = quantities.map((_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    while (parent[root] !== root) {
      parent[root] = parent[parent[root]];
      root = parent[root];
    }
    return root;
  };
  for (const { parts, wholes } of relations) {
    const [head, ...others] = [...parts, ...wholes];
    for (const other of others) parent[rootOf(other)] = rootOf(head);
  }
  return rootOf;
}

/** Some quantities and relations of a system, as a system over their own places. */
function systemOf<Index extends number>(
  system: System<Index>,
  quantities: readonly Index[],
  relations: readonly number[],
): System<ComponentIndex> {
  const places = new Map(quantities.map((index, place) => [index, place as ComponentIndex]));
  const own = (indices: readonly Index[]) => indices.flatMap((index) => places.get(index) ?? []);
  return {
    quantities: quantities.map((index) => system.quantities[index]),
    relations: relations.map((index): SumRelation<ComponentIndex> => {
      const { parts, wholes, offset } = system.relations[index];
      return { parts: own(parts), wholes: own(wholes), offset };
    }),
  };
}
