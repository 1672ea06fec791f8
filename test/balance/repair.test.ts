import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Change } from '../../core/balance/plausibility';
import { type Evidence, type Repair, repair } from '../../core/balance/repair';
import { broken, type System } from '../../core/balance/system';
import { inventFigures } from '../support/figures';
import { seeded } from '../support/random';
import { requestsSystem } from '../support/rates';
import { sum, systemOf } from '../support/systems';

const shown = (changes: readonly Change[]) => changes.map(({ index, to }) => `${index}:${to}`).join(' ');

/** What a repair comes to: `asserted 0:5`, `one of 0:5, 1:4` or `unexplained`, and the relations that stay broken. */
function repaired(system: System, ...evidence: Evidence[]): string | undefined {
  const found = repair(system, evidence);
  if (!found) return undefined;
  const left = found.unexplained.length > 0 ? `; broken: ${found.unexplained}` : '';
  if (found.kind === 'asserted') return `asserted ${shown(found.changes)} by ${found.decidedBy}${left}`;
  return `${found.kind === 'alternatives' ? `one of ${found.alternatives.map(shown).join(', ')}` : found.kind}${left}`;
}

describe('repair', () => {
  it('is nothing where all relations hold', () => {
    assert.equal(repaired(systemOf([1, 2, 3], sum([0, 1], 2))), undefined);
  });

  it('asserts the one quantity that two broken relations share', () => {
    // 1 2 3 / 4 5 9 / 5 7 12, with 5 for the first 1.
    const table = systemOf(
      [5, 2, 3, 4, 5, 9, 5, 7, 12],
      ...[sum([0, 1], 2), sum([3, 4], 5), sum([6, 7], 8), sum([0, 3], 6), sum([1, 4], 7), sum([2, 5], 8)],
    );
    assert.equal(repaired(table), 'asserted 0:1 by relations');
  });

  it('offers all, and asserts none, where one relation is all there is: the total first, since it follows from its parts', () => {
    assert.equal(repaired(systemOf([1, 1, 3], sum([0, 1], 2))), 'one of 2:2, 0:2, 1:2; broken: 0');
  });

  it('puts the total first only where it is changed alone', () => {
    const two = systemOf([1, 2, 3, 4], sum([0], 1), sum([2], 3));
    assert.equal(repaired(two), 'one of 0:2 2:4, 0:2 3:3, 1:1 2:4, 1:1 3:3; broken: 0,1');
  });

  it('puts a total first only of a broken relation', () => {
    const part = systemOf([4, 1, 6], { parts: [3], wholes: [0] }, sum([0, 1], 2));
    assert.equal(
      repaired({ ...part, quantities: [...part.quantities, { value: null, empty: false, line: 9, place: 9 }] }),
      'one of 2:5, 0:5, 1:2; broken: 1',
    );
  });

  it('prefers the figure that is mistyped in a common way', () => {
    assert.equal(repaired(systemOf([14, 3, 71], sum([0, 1], 2))), 'asserted 2:17 by relations');
  });

  it('fills the empty cell before it changes a figure', () => {
    assert.equal(repaired(systemOf([4, null, 9], sum([0, 1], 2))), 'asserted 1:5 by relations');
  });

  it('asserts what is three times as plausible as the next, and offers both where it is less', () => {
    // Of the pairs of digits that may be exchanged, 71 has one, 12117 four, 117 two.
    assert.equal(repaired(systemOf([17, 12100, 12171], sum([0, 1], 2))), 'asserted 0:71 by relations');
    assert.equal(repaired(systemOf([17, 100, 171], sum([0, 1], 2))), 'one of 2:117, 0:71; broken: 0');
  });

  it('offers eight alternatives at most', () => {
    const ten = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
    const found = repair(systemOf([...ten.map(() => 1), 11], sum(ten, 10)));
    assert.equal(found?.kind === 'alternatives' && found.alternatives.length, 8);
  });

  it('asserts forced changes where there are more than three, and says what they leave', () => {
    const pair = (from: number) => [sum([from, from + 1], from + 2), sum([from, from + 3], from + 4)];
    const values = [5, 2, 3, 4, 5];
    const four = systemOf([...values, ...values, ...values, ...values, 1, 2], ...[0, 5, 10, 15].flatMap(pair), sum([20], 21));
    assert.equal(repaired(four), 'asserted 0:1 5:1 10:1 15:1 by relations; broken: 8');
  });

  it('asserts a forced change beside what nothing repairs', () => {
    const stuck = systemOf([5, 2, 3, 4, 5, 0], sum([0, 1], 2), sum([0, 3], 4), { parts: [5], wholes: [], offset: 1 });
    assert.equal(repaired(stuck), 'asserted 0:1 by relations; broken: 2');
  });

  it('offers equal repairs in the order of their quantities', () => {
    assert.equal(repaired(systemOf([3, 1, 1], sum([2, 1], 0))), 'one of 0:2, 1:2, 2:2; broken: 0');
    const second = systemOf([4, 1, 1, 3], { parts: [0], wholes: [], offset: -5 }, sum([2, 1], 3));
    assert.equal(repaired(second), 'one of 0:5 1:2, 0:5 2:2, 0:5 3:2; broken: 0,1');
  });

  it('explains nothing where no few changes do', () => {
    assert.equal(repaired(systemOf([0], { parts: [0], wholes: [], offset: 1 })), 'unexplained; broken: 0');
  });

  describe('with evidence', () => {
    const even = systemOf([1, 1, 3], sum([0, 1], 2));

    it('asserts the one of several equal repairs that it speaks for', () => {
      assert.equal(repaired(even, { indices: [1], value: 2 }), 'asserted 1:2 by evidence');
    });

    it('offers those that it does not speak against', () => {
      assert.equal(repaired(even, { indices: [1], value: 1 }), 'one of 2:2, 0:2; broken: 0');
    });

    it('takes it for the sum of its quantities, changed or not', () => {
      assert.equal(repaired(even, { indices: [1, 2], value: 5 }), 'asserted 1:2 by evidence');
      assert.equal(repaired(even, { indices: [0, 1], value: 3 }), 'one of 0:2, 1:2; broken: 0');
    });

    it('takes a quantity that is not known for zero', () => {
      const quantities = [...even.quantities, { value: null, empty: false, line: 0, place: 9 }];
      assert.equal(repaired({ ...even, quantities }, { indices: [1, 3], value: 2 }), 'asserted 1:2 by evidence');
    });

    it('leaves evidence on other quantities aside', () => {
      const quantities = [...even.quantities, { value: 7, empty: false, line: 0, place: 9 }];
      assert.equal(repaired({ ...even, quantities }, { indices: [3], value: 8 }), 'one of 2:2, 0:2, 1:2; broken: 0');
    });

    it('says that the relations decide where they would alone', () => {
      assert.equal(repaired(systemOf([14, 3, 71], sum([0, 1], 2)), { indices: [2], value: 17 }), 'asserted 2:17 by relations');
    });

    it('decides between two that are nearly equal', () => {
      const system = systemOf([17, 100, 171], sum([0, 1], 2));
      assert.equal(repaired(system, { indices: [0], value: 71 }), 'asserted 0:71 by evidence');
    });

    it('for a repair and against it comes to nothing', () => {
      assert.equal(repaired(even, { indices: [1], value: 2 }, { indices: [1], value: 1 }), 'one of 2:2, 0:2, 1:2; broken: 0');
    });

    it('counts two pieces for more than one', () => {
      const [first, second] = [
        { indices: [1], value: 2 },
        { indices: [0], value: 2 },
      ];
      assert.equal(repaired(even, first, second), 'one of 0:2, 1:2; broken: 0');
      assert.equal(repaired(even, first, second, first), 'asserted 1:2 by evidence');
    });

    it('outweighs a way of mistyping that is 81 times as likely, but not one that is 367 times', () => {
      // 171 for 117 is one of two pairs exchanged, 35 for 89 is any figure of two digits: one of 735.
      const system = systemOf([35, 82, 171], sum([0, 1], 2));
      assert.equal(repaired(system), 'asserted 2:117 by relations');
      assert.equal(repaired(system, { indices: [0], value: 89 }), 'asserted 2:117 by relations');
      assert.equal(repaired(system, { indices: [0], value: 89 }, { indices: [2], value: 171 }), 'asserted 0:89 by evidence');
    });

    it('overrules a repair that would stand out alone', () => {
      const system = systemOf([71, 812, 829], sum([0, 1], 2));
      assert.equal(repaired(system), 'asserted 0:17 by relations');
      assert.equal(repaired(system, { indices: [2], value: 883 }, { indices: [0], value: 71 }), 'asserted 2:883 by evidence');
    });
  });

  it('asserts only repairs that really balance, whatever the figures', () => {
    fc.assert(
      fc.property(fc.integer(), fc.array(fc.tuple(fc.nat(174), fc.nat(400)), { minLength: 1, maxLength: 4 }), (seed, changes) => {
        const web = requestsSystem(inventFigures(seeded(seed)));
        for (const [index, value] of changes) web.quantities[index] = { ...web.quantities[index], value };
        const found: Repair | undefined = repair(web);
        const brokenAfter = (list: readonly Change[]) =>
          broken({
            ...web,
            quantities: web.quantities.map((quantity, index) => ({
              ...quantity,
              value: list.find((change) => change.index === index)?.to ?? quantity.value,
            })),
          });
        assert.deepEqual(brokenAfter(found?.kind === 'asserted' ? found.changes : []), found?.unexplained ?? []);
        if (found?.kind === 'alternatives') for (const alternative of found.alternatives) assert.deepEqual(brokenAfter(alternative), []);
      }),
      { numRuns: 300 },
    );
  });

  it('is the same each time', () => {
    const web = requestsSystem(inventFigures(seeded(1)));
    web.quantities[3] = { ...web.quantities[3], value: 977 };
    web.quantities[40] = { ...web.quantities[40], value: 31 };
    assert.deepEqual(repair(web), repair(web));
  });
});
