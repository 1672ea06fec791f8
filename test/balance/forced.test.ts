import assert from 'node:assert/strict';
import { forcedChanges } from '../../core/balance/forced';
import type { SumRelation } from '../../core/balance/system';
import { sum, systemOf } from '../support/systems';

/** Forced changes as `place:value`, and the relations that they leave broken. */
const forcedIn = (values: readonly (number | null)[], ...relations: SumRelation[]) => {
  const { changes, unexplained } = forcedChanges(systemOf(values, ...relations));
  return [changes.map(({ index, to }) => `${index}:${to}`).join(' '), unexplained];
};

describe('forcedChanges', () => {
  it('takes the one quantity that repairs all relations it enters', () => {
    assert.deepEqual(forcedIn([5, 2, 3, 4, 5], sum([0, 1], 2), sum([0, 3], 4)), ['0:1', []]);
  });

  it('takes none where one relation is all that a quantity enters', () => {
    assert.deepEqual(forcedIn([1, 2], sum([0], 1)), ['', [0]]);
  });

  it('takes none of two that repair the same relations', () => {
    assert.deepEqual(forcedIn([1, 1, 3, 3], sum([0, 1], 2), sum([0, 1], 3)), ['', [0, 1]]);
  });

  it('takes none for which the relations ask different values', () => {
    assert.deepEqual(forcedIn([1, 2, 3], sum([0], 1), sum([0], 2)), ['', [0, 1]]);
  });

  it('takes none that would break a relation that holds', () => {
    assert.deepEqual(forcedIn([1, 2, 2, 1], sum([0], 1), sum([0], 2), sum([0], 3)), ['', [0, 1]]);
  });

  it('makes no figure negative, and may make one zero', () => {
    assert.deepEqual(forcedIn([1, 2, 1, 2, 1], sum([0, 1], 2), sum([0, 3], 4)), ['', [0, 1]]);
    assert.deepEqual(forcedIn([1, 2, 2, 3, 3], sum([0, 1], 2), sum([0, 3], 4)), ['0:0', []]);
  });

  it('goes on with what follows, and lists changes in the order of the quantities', () => {
    const system = [sum([3, 4], 5), sum([3, 6], 7), sum([0, 1], 2), sum([0, 8], 9), sum([10], 11)];
    assert.deepEqual(forcedIn([5, 2, 3, 9, 1, 3, 1, 3, 1, 2, 1, 2], ...system), ['0:1 3:2', [4]]);
  });

  it('leaves relations alone that can’t be judged', () => {
    const { quantities, relations } = systemOf([5, 2, 3, 4, 5, 7], sum([0, 1], 2), sum([0, 3], 4), sum([0], 5));
    const unknown = { quantities: quantities.with(5, { ...quantities[5], value: null }), relations };
    assert.deepEqual(forcedChanges(unknown), { changes: [{ index: 0, from: 5, to: 1 }], unexplained: [] });
  });
});
