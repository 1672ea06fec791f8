import type { Change } from './plausibility';
import type { System } from './system';
import { Trial } from './trial';

/** Changes that are each the only one of its kind, and the relations that do not hold after them. */
export interface Forced<Index extends number> {
  changes: readonly Change<Index>[];
  unexplained: readonly number[];
}

/**
 * Takes changes one by one, as long as only one single change repairs some relation together with all others that its
 * quantity enters.
 */
export function forcedChanges<Index extends number>(system: System<Index>): Forced<Index> {
  const trial = new Trial(system);
  const changes: Change<Index>[] = [];
  // Each change repairs relations and breaks none, so this ends.
  for (let next = forcedChange(trial); next; next = forcedChange(trial)) {
    trial.change(next.index, next.to - next.from);
    changes.push(next);
  }
  return { changes: changes.sort((a, b) => a.index - b.index), unexplained: trial.broken() };
}

function forcedChange<Index extends number>(trial: Trial<Index>): Change<Index> | undefined {
  for (const relation of trial.broken()) {
    const [change, ...others] = trial.membersOf(relation).flatMap((index) => repairingAll(trial, index));
    if (change && others.length === 0) return change;
  }
  return undefined;
}

/** The change of a quantity after which all relations hold that it enters, where several do not now; none if there is none. */
function repairingAll<Index extends number>(trial: Trial<Index>, index: Index): Change<Index>[] {
  if (!trial.breaksAll(index)) return [];
  const [amount, ...others] = trial.amounts(index);
  const from = trial.valueOf(index);
  return others.length === 0 && from + amount >= 0 ? [{ index, from, to: from + amount }] : [];
}
