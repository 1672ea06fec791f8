import assert from 'node:assert/strict';
import { smallestSets } from '../../core/balance/search';
import type { SumRelation, System } from '../../core/balance/system';
import { sum, systemOf } from '../support/systems';

/** Sets of changes as `place:value`. */
const setsOf = (system: System) => smallestSets(system)?.map((set) => set.map(({ index, to }) => `${index}:${to}`).join(' '));

/** Relations that share no quantity. */
function joined(...systems: System[]): System {
  return systems.reduce((all, { quantities, relations }) => {
    const from = all.quantities.length;
    const moved = relations.map(
      ({ parts, wholes, offset }): SumRelation => ({
        parts: parts.map((index) => index + from),
        wholes: wholes.map((index) => index + from),
        offset,
      }),
    );
    return { quantities: [...all.quantities, ...quantities], relations: [...all.relations, ...moved] };
  });
}

const ones = (count: number) => new Array<number>(count).fill(1);
const places = (count: number) => Array.from({ length: count }, (_, place) => place);
/** So many figures of 1, whose total is one too many: each of them may be the one that is wrong. */
const wrong = (figures: number) => systemOf([...ones(figures), figures + 1], sum(places(figures), figures));

describe('smallestSets', () => {
  it('gives every single change that repairs one relation', () => {
    assert.deepEqual(setsOf(systemOf([1, 1, 3], sum([0, 1], 2))), ['0:2', '1:2', '2:2']);
  });

  it('gives the one change that repairs two relations', () => {
    assert.deepEqual(setsOf(systemOf([5, 2, 3, 4, 5], sum([0, 1], 2), sum([0, 3], 4))), ['0:1']);
  });

  it('prefers one change to two, and gives each set once, in the order of its quantities', () => {
    const system = systemOf([1, 1, 2, 2], sum([1], 3), sum([0], 2));
    assert.deepEqual(setsOf(system), ['0:2 1:2', '1:2 2:1', '0:2 3:1', '2:1 3:1']);
  });

  it('changes a quantity by what any of its relations asks for, as long as other changes are left', () => {
    // 0 must be 3 for the first relation, 4 for the second; either leaves one to be repaired by another.
    const sets = setsOf(systemOf([1, 3, 4], sum([0], 1), sum([0], 2)));
    assert.deepEqual(sets, ['0:3 2:3', '0:4 1:4', '1:1 2:1']);
  });

  it('makes no figure negative, and may make one zero', () => {
    assert.deepEqual(setsOf(systemOf([1, 2, 4, 0], { parts: [0, 1, 2], wholes: [3], offset: -6 })), ['0:0', '1:1', '2:3', '3:1']);
    assert.deepEqual(setsOf(systemOf([0, 2, 1], sum([0, 1], 2))), ['1:1', '2:2']);
  });

  it('leaves relations alone that can’t be judged', () => {
    const { quantities, relations } = systemOf([1, 2, 9], sum([0], 1), sum([0], 2));
    const unknown = { quantities: quantities.with(2, { ...quantities[2], value: null }), relations };
    assert.deepEqual(setsOf(unknown), ['0:2', '1:1']);
  });

  it('finds three changes, and no more', () => {
    const one = systemOf([1, 0], { parts: [0], wholes: [] });
    assert.deepEqual(setsOf(joined(one, one, one)), ['0:0 2:0 4:0']);
    assert.equal(setsOf(joined(one, one, one, one)), undefined);
  });

  it('gives up where no change repairs a relation', () => {
    assert.equal(setsOf(systemOf([0], { parts: [0], wholes: [], offset: 1 })), undefined);
  });

  it('looks no further once it has 400 sets', () => {
    assert.equal(setsOf(joined(wrong(15), wrong(18)))?.length, 16 * 19);
    // Each of twenty changes of the narrow relation is joined with all 25 of the wide one: the sixteenth reaches 400.
    assert.equal(setsOf(joined(wrong(19), wrong(24)))?.length, 16 * 25);
  });

  it('gives up after 30,000 steps', () => {
    /** Only the total can become more: each of so many zeros would be negative. */
    const stubborn = (figures: number) =>
      systemOf(new Array<number>(figures).fill(0), { parts: places(figures - 1), wholes: [figures - 1], offset: 1 });
    // 12 + 12 × 21 steps on the narrow relations, and for each pair one on each quantity of the third: 30,000 with 118.
    assert.equal(setsOf(joined(wrong(11), wrong(20), stubborn(118)))?.length, 12 * 21);
    assert.equal(setsOf(joined(wrong(11), wrong(20), stubborn(119))), undefined);
  });
});
