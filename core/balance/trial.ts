import { residual, type System } from './system';

/** A relation that a quantity enters: a part raises what it exceeds its wholes by, a whole lowers it. */
interface Link {
  relation: number;
  sign: 1 | -1;
}

/** The quantities of a system while changes are tried on them. Relations with an unknown value take no part. */
export class Trial<Index extends number> {
  /** By quantity, the relations that it enters. */
  private readonly links: readonly Link[][];
  /** By relation, its quantities. */
  private readonly members: readonly (readonly Index[])[];
  /** By relation, how far its parts exceed its wholes. */
  private readonly excess: number[];
  private readonly values: readonly number[];

  constructor(system: System<Index>) {
    const residuals = system.relations.map((relation) => residual(system, relation));
    const links: Link[][] = system.quantities.map(() => []);
    this.links = links;
    this.values = system.quantities.map(({ value }) => value ?? 0);
    this.excess = residuals.map((rest) => rest ?? 0);
    this.members = system.relations.map(({ parts, wholes }, relation) => {
      if (residuals[relation] === null) return [];
      for (const part of parts) links[part].push({ relation, sign: 1 });
      for (const whole of wholes) links[whole].push({ relation, sign: -1 });
      return [...parts, ...wholes];
    });
  }

  /** The value of a quantity before it is changed. */
  valueOf(index: Index): number {
    return this.values[index];
  }

  membersOf(relation: number): readonly Index[] {
    return this.members[relation];
  }

  /** The relations that do not hold now, in order. */
  broken(): number[] {
    return this.excess.flatMap((excess, relation) => (excess === 0 ? [] : [relation]));
  }

  /** Of the relations that do not hold now, the first with the fewest quantities: it leaves the fewest changes to try. */
  narrowestBroken(): number | undefined {
    let best: number | undefined;
    for (let relation = 0; relation < this.excess.length; relation++)
      if (this.excess[relation] !== 0 && (best === undefined || this.members[relation].length < this.members[best].length)) best = relation;
    return best;
  }

  /** The amounts by which a quantity must change for a relation to hold that it enters: any of them, or the one given. */
  amounts(index: Index, only?: number): number[] {
    const found: number[] = [];
    for (const { relation, sign } of this.links[index]) {
      const amount = -sign * this.excess[relation];
      if (amount !== 0 && (only === undefined || relation === only) && !found.includes(amount)) found.push(amount);
    }
    return found;
  }

  /** True if a quantity enters several relations, and none of them holds. */
  breaksAll(index: Index): boolean {
    return this.links[index].length > 1 && this.links[index].every(({ relation }) => this.excess[relation] !== 0);
  }

  /** Moves what the relations of a quantity exceed, as if it were changed. Its value stays that of the system. */
  change(index: Index, amount: number): void {
    for (const { relation, sign } of this.links[index]) this.excess[relation] += sign * amount;
  }
}
