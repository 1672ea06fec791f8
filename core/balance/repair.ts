import { type Change, costOf } from './plausibility';
import { broken, residual, type System } from './system';

/**
 * What the broken relations of a system say. `changes`: the smallest set of changes after which the relations hold,
 * where one set stands out. `alternatives`: the equally good sets where none does. `unexplained`: the broken relations
 * that no change asserted here repairs, by index.
 */
export interface Repair {
  changes: readonly Change[];
  alternatives: readonly (readonly Change[])[];
  unexplained: readonly number[];
  /** Evidence has decided between sets that are equally good by themselves. */
  byEvidence?: boolean;
}

/** What is known from elsewhere: the sum of some quantities. */
export interface Evidence {
  indices: readonly number[];
  value: number;
}

/** Most quantities changed at once in an exact search. */
const mostChanges = 3;
/** Steps after which a search gives up: a few milliseconds. */
const mostSteps = 30_000;
const mostSolutions = 400;
/** How much more plausible one repair must be than the next to be asserted: a factor of three. */
const margin = Math.log(3);
const mostAlternatives = 8;
/** How much less plausible a repair is for each piece of evidence against it, and more for each in its favour. */
const weight = 4 * margin;

const nothing: Repair = Object.freeze({ changes: [], alternatives: [], unexplained: [] });

/**
 * The smallest repair (Fellegi and Holt's principle): fewest quantities; among equals the most plausible. Exact up to
 * three quantities; beyond that, quantities are taken one by one as long as only one single change repairs some
 * relation together with all others that it enters. Deterministic and bounded.
 */
export function repair(system: System, evidence: readonly Evidence[] = []): Repair {
  const first = broken(system);
  if (first.length === 0) return nothing;
  const web = new Web(system, evidence);
  const result = web.smallest() ?? web.forced();
  if (!result) return { changes: [], alternatives: [], unexplained: first };
  return result;
}

interface Link {
  relation: number;
  sign: 1 | -1;
}

class Web {
  /** For each quantity, the relations that it enters and can be judged. */
  private readonly links: Link[][];
  private readonly members: number[][];
  private readonly rest: number[];
  private readonly values: number[];
  private readonly changed: Change[] = [];
  private solutions: Change[][] = [];
  private seen = new Set<string>();
  private steps = 0;

  constructor(
    private readonly system: System,
    private readonly evidence: readonly Evidence[],
  ) {
    const { quantities, relations } = system;
    this.links = quantities.map(() => []);
    this.values = quantities.map((quantity) => quantity.value ?? 0);
    const residuals = relations.map((relation) => residual(system, relation));
    this.rest = residuals.map((rest) => rest ?? 0);
    this.members = relations.map((relation, index) => {
      if (residuals[index] === null) return [];
      for (const part of relation.parts) this.links[part].push({ relation: index, sign: 1 });
      for (const whole of relation.wholes) this.links[whole].push({ relation: index, sign: -1 });
      return [...relation.parts, ...relation.wholes];
    });
  }

  /** The smallest repair of all that is broken, if it is small. */
  smallest(): Repair | undefined {
    for (let size = 1; size <= mostChanges; size++) {
      this.solutions = [];
      this.seen = new Set();
      this.steps = 0;
      this.search(size);
      // A search that was cut short can't say that its best is the best.
      if (this.steps > mostSteps) return undefined;
      if (this.solutions.length > 0) return this.decide(this.solutions);
    }
    return undefined;
  }

  private decide(solutions: Change[][]): Repair {
    const { quantities } = this.system;
    const ranked = solutions.map((changes) => {
      const cost = costOf(changes, quantities);
      return { changes, cost, all: cost - weight * this.support(changes) };
    });
    const near = (by: 'cost' | 'all') => {
      ranked.sort((a, b) => a[by] - b[by] || compare(a.changes, b.changes));
      return ranked.filter((each) => each[by] - ranked[0][by] < margin).map(({ changes }) => changes);
    };
    const alone = near('cost');
    const [best, ...others] = near('all');
    if (others.length === 0) {
      const byEvidence = alone.length > 1 || alone[0] !== best;
      return { changes: best, alternatives: [], unexplained: [], ...(byEvidence && { byEvidence }) };
    }
    const alternatives = this.totalsFirst([best, ...others]).slice(0, mostAlternatives);
    return { changes: [], alternatives, unexplained: broken(this.system) };
  }

  /** Of repairs that are about as likely, those of a total alone come first: it follows from its parts. */
  private totalsFirst(solutions: readonly Change[][]): Change[][] {
    const totals = new Set(broken(this.system).flatMap((index) => this.system.relations[index].wholes));
    const isTotal = (changes: readonly Change[]) => changes.length === 1 && totals.has(changes[0].index);
    return [...solutions.filter(isTotal), ...solutions.filter((changes) => !isTotal(changes))];
  }

  /** Pieces of evidence that speak for some changes, less those that speak against. */
  private support(changes: readonly Change[]): number {
    let support = 0;
    for (const { indices, value } of this.evidence) {
      const moved = changes.filter(({ index }) => indices.includes(index));
      if (moved.length === 0) continue;
      const now = indices.reduce((sum, index) => sum + (this.system.quantities[index].value ?? 0), 0);
      support += now + moved.reduce((sum, { from, to }) => sum + to - from, 0) === value ? 1 : -1;
    }
    return support;
  }

  private search(size: number): void {
    const target = this.narrowestBroken();
    if (target < 0) {
      if (this.changed.length > 0) this.record();
      return;
    }
    if (size === 0 || this.solutions.length >= mostSolutions || this.steps > mostSteps) return;
    for (const index of this.members[target]) {
      if (this.changed.some((change) => change.index === index)) continue;
      for (const delta of this.deltas(index, size === 1 ? target : -1)) {
        this.steps++;
        const to = this.values[index] + delta;
        if (to < 0) continue;
        this.apply(index, delta);
        this.changed.push({ index, from: this.values[index] - delta, to });
        this.search(size - 1);
        this.changed.pop();
        this.apply(index, -delta);
      }
    }
  }

  private record(): void {
    const changes = [...this.changed].sort((a, b) => a.index - b.index);
    const key = changes.map(({ index, to }) => `${index}:${to}`).join();
    if (this.seen.has(key)) return;
    this.seen.add(key);
    this.solutions.push(changes);
  }

  /** The amounts by which changing a quantity repairs one of its relations (only `target`, if given). */
  private deltas(index: number, target: number): number[] {
    const found: number[] = [];
    for (const { relation, sign } of this.links[index]) {
      if (this.rest[relation] === 0 || (target >= 0 && relation !== target)) continue;
      const delta = -this.rest[relation] * sign;
      if (!found.includes(delta)) found.push(delta);
    }
    return found;
  }

  private narrowestBroken(): number {
    let best = -1;
    for (let i = 0; i < this.rest.length; i++)
      if (this.rest[i] !== 0 && (best < 0 || this.members[i].length < this.members[best].length)) best = i;
    return best;
  }

  private apply(index: number, delta: number): void {
    this.values[index] += delta;
    for (const { relation, sign } of this.links[index]) this.rest[relation] += sign * delta;
  }

  /** Changes that are each the only one to repair some relation along with all others that they enter. */
  forced(): Repair | undefined {
    const changes: Change[] = [];
    const limit = this.rest.length;
    while (changes.length < limit) {
      const step = this.forcedStep(changes);
      if (!step) break;
      this.apply(step.index, step.to - step.from);
      changes.push(step);
    }
    if (changes.length === 0) return undefined;
    const unexplained = this.rest.flatMap((rest, index) => (rest === 0 ? [] : [index]));
    return { changes: changes.sort((a, b) => a.index - b.index), alternatives: [], unexplained };
  }

  private forcedStep(taken: readonly Change[]): Change | undefined {
    for (let relation = 0; relation < this.rest.length; relation++) {
      if (this.rest[relation] === 0) continue;
      const hits = this.members[relation].flatMap((index) => {
        const [delta, ...others] = this.deltas(index, -1);
        const whole = this.links[index].length > 1 && this.links[index].every((link) => this.rest[link.relation] !== 0);
        if (!whole || others.length > 0 || this.values[index] + delta < 0) return [];
        if (taken.some((change) => change.index === index)) return [];
        return [{ index, from: this.values[index], to: this.values[index] + delta }];
      });
      if (hits.length === 1) return hits[0];
    }
    return undefined;
  }
}

function compare(a: readonly Change[], b: readonly Change[]): number {
  for (let i = 0; i < a.length; i++) if (a[i].index !== b[i].index) return a[i].index - b[i].index;
  return 0;
}

/** Parts of a system that share no quantity, each as a system of its own with the original indices of its members. */
export function components(system: System): { system: System; quantities: number[]; relations: number[] }[] {
  const parent = system.quantities.map((_, index) => index);
  const root = (index: number): number => {
    while (parent[index] !== index) {
      parent[index] = parent[parent[index]];
      index = parent[index];
    }
    return index;
  };
  for (const { parts, wholes } of system.relations) {
    const [head, ...others] = [...parts, ...wholes];
    for (const other of others) parent[root(other)] = root(head);
  }
  const groups = new Map<number, { quantities: number[]; relations: number[] }>();
  system.relations.forEach((relation, index) => {
    const key = root(relation.parts[0]);
    const group = groups.get(key) ?? { quantities: [], relations: [] };
    group.relations.push(index);
    groups.set(key, group);
  });
  system.quantities.forEach((_, index) => {
    groups.get(root(index))?.quantities.push(index);
  });
  return [...groups.values()].map(({ quantities, relations }) => {
    const place = new Map(quantities.map((index, i) => [index, i]));
    const local = (index: number) => place.get(index) as number;
    return {
      quantities,
      relations,
      system: {
        quantities: quantities.map((index) => system.quantities[index]),
        relations: relations.map((index) => {
          const { parts, wholes, offset } = system.relations[index];
          return { parts: parts.map(local), wholes: wholes.map(local), offset };
        }),
      },
    };
  });
}
