import { forcedChanges } from './forced';
import { type Change, costOf } from './plausibility';
import { smallestSets } from './search';
import { broken, type System } from './system';

/** Quantities to be changed together, in their order. */
export type Changes<Index extends number> = readonly Change<Index>[];

/** What the broken relations of a system say. `unexplained`: those that no asserted change repairs, by place. */
export type Repair<Index extends number = number> =
  /** One set of changes stands out, by itself or because evidence speaks for it. */
  | { kind: 'asserted'; changes: Changes<Index>; decidedBy: 'relations' | 'evidence'; unexplained: readonly number[] }
  /** Several sets are equally good. */
  | { kind: 'alternatives'; alternatives: readonly Changes<Index>[]; unexplained: readonly number[] }
  /** No set of a few changes repairs them. */
  | { kind: 'unexplained'; unexplained: readonly number[] };

/** What is known from elsewhere: the sum of some quantities. */
export interface Evidence<Index extends number = number> {
  indices: readonly Index[];
  value: number;
}

/** How much more plausible than the next a repair must be to be asserted: a factor of three. */
const margin = Math.log(3);
/** Alternatives offered: a list that can be looked through. */
const mostAlternatives = 8;
/** A piece of evidence counts as four margins for or against a repair: more than any way of mistyping makes up for. */
const evidenceWeight = 4 * margin;

/**
 * The smallest repair (Fellegi and Holt's principle): fewest quantities; among equals the most plausible. Exact for few
 * changes; for more, those that are forced. Deterministic and bounded. undefined where nothing is broken.
 */
export function repair<Index extends number>(system: System<Index>, evidence: readonly Evidence<Index>[] = []): Repair<Index> | undefined {
  const unexplained = broken(system);
  if (unexplained.length === 0) return undefined;
  const sets = smallestSets(system);
  if (sets) return decide(sets, system, evidence);
  const forced = forcedChanges(system);
  return forced.changes.length > 0 ? { kind: 'asserted', decidedBy: 'relations', ...forced } : { kind: 'unexplained', unexplained };
}

/** Asserts one of several sets that all repair the system, or offers those between which nothing decides. */
function decide<Index extends number>(
  sets: readonly Changes<Index>[],
  system: System<Index>,
  evidence: readonly Evidence<Index>[],
): Repair<Index> {
  const alone = sets.map((changes) => ({ changes, cost: costOf(changes, system.quantities) })).sort(byCost);
  const weighed = alone
    .map(({ changes, cost }) => ({ changes, cost: cost - evidenceWeight * supportFor(changes, system, evidence) }))
    .sort(byCost);
  const [best, ...others] = likeliest(weighed);
  if (others.length > 0) {
    const alternatives = totalsFirst([best, ...others], system).slice(0, mostAlternatives);
    return { kind: 'alternatives', alternatives, unexplained: broken(system) };
  }
  const [bestAlone, ...othersAlone] = likeliest(alone);
  const decidedBy = othersAlone.length > 0 || bestAlone !== best ? 'evidence' : 'relations';
  return { kind: 'asserted', changes: best, decidedBy, unexplained: [] };
}

interface Ranked<Index extends number> {
  changes: Changes<Index>;
  cost: number;
}

/** The cheapest first; of equals, the one that changes earlier quantities. */
function byCost<Index extends number>(a: Ranked<Index>, b: Ranked<Index>): number {
  return a.cost - b.cost || a.changes.map(({ index }, i) => index - b.changes[i].index).find((distance) => distance !== 0) || 0;
}

/** Of sets in the order of their costs, those that are about as plausible as the first. */
function likeliest<Index extends number>(ranked: readonly Ranked<Index>[]): Changes<Index>[] {
  return ranked.filter(({ cost }) => cost - ranked[0].cost < margin).map(({ changes }) => changes);
}

/** Of repairs that are about as likely, those of a total alone come first: it follows from its parts. */
function totalsFirst<Index extends number>(sets: readonly Changes<Index>[], system: System<Index>): Changes<Index>[] {
  const totals = new Set(broken(system).flatMap((relation) => system.relations[relation].wholes));
  const isTotal = ([first, ...others]: Changes<Index>) => others.length === 0 && totals.has(first.index);
  return [...sets.filter(isTotal), ...sets.filter((set) => !isTotal(set))];
}

/** Pieces of evidence that speak for some changes, less those that speak against. Evidence on other quantities is silent. */
function supportFor<Index extends number>(
  changes: Changes<Index>,
  { quantities }: System<Index>,
  evidence: readonly Evidence<Index>[],
): number {
  const changed = new Map(changes.map(({ index, to }) => [index, to]));
  return evidence
    .filter(({ indices }) => indices.some((index) => changed.has(index)))
    .reduce((support, { indices, value }) => {
      const sum = indices.reduce((all, index) => all + (changed.get(index) ?? quantities[index].value ?? 0), 0);
      return support + (sum === value ? 1 : -1);
    }, 0);
}
