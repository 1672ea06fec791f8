import type { Change } from './plausibility';
import type { System } from './system';
import { Trial } from './trial';

/** Most quantities changed at once in an exact search: more mistakes in one component are rare, and sets of four many. */
export const mostChanges = 3;
/** Steps after which a search gives up: a few milliseconds. */
export const mostSteps = 30_000;
/** Sets after which a search looks no further: so many are never told apart. */
export const mostSets = 400;

/**
 * All sets of the fewest changes after which a system's relations hold, each in the order of its quantities. undefined
 * where more changes than `mostChanges` are needed, or the search is too long to say which sets are the smallest.
 */
export function smallestSets<Index extends number>(system: System<Index>): Change<Index>[][] | undefined {
  const trial = new Trial(system);
  for (let size = 1; size <= mostChanges; size++) {
    const found = setsOfSize(trial, size);
    if (!found) return undefined;
    if (found.length > 0) return found;
  }
  return undefined;
}

/** The sets of at most `size` changes; undefined where the search was cut short. */
function setsOfSize<Index extends number>(trial: Trial<Index>, size: number): Change<Index>[][] | undefined {
  const sets = new Map<string, Change<Index>[]>();
  const changed: Change<Index>[] = [];
  let steps = 0;
  const extend = (left: number): void => {
    const relation = trial.narrowestBroken();
    if (relation === undefined) {
      const set = changed.toSorted((a, b) => a.index - b.index);
      sets.set(set.map(({ index, to }) => `${index}:${to}`).join(), set);
      return;
    }
    if (left === 0 || sets.size >= mostSets || steps > mostSteps) return;
    // One of the relation's quantities must change; the last one by what this relation asks for.
    for (const index of trial.membersOf(relation)) {
      if (changed.some((change) => change.index === index)) continue;
      for (const amount of trial.amounts(index, left === 1 ? relation : undefined)) {
        steps++;
        const from = trial.valueOf(index);
        if (from + amount < 0) continue;
        trial.change(index, amount);
        changed.push({ index, from, to: from + amount });
        extend(left - 1);
        changed.pop();
        trial.change(index, -amount);
      }
    }
  };
  extend(size);
  return steps > mostSteps ? undefined : [...sets.values()];
}
