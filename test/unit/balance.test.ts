import assert from 'node:assert/strict';
import fc from 'fast-check';
import { components } from '../../core/balance/components';
import { type Change, isExchange } from '../../core/balance/plausibility';
import { type Repair, repair } from '../../core/balance/repair';
import { broken, implied, type System } from '../../core/balance/system';
import { inventFigures } from '../support/figures';
import { seeded } from '../support/random';
import { measureRates, requestsSystem } from '../support/rates';

/** parts of a + b = total, one beside the other. */
const system = (values: (number | null)[], relations: [number[], number[]][]): System => ({
  quantities: values.map((value, place) => ({ value: value ?? 0, empty: value === null, line: 0, place })),
  relations: relations.map(([parts, wholes]) => ({ parts, wholes })),
});

/** The changes that a repair asserts. */
const asserted = (found: Repair | undefined) => (found?.kind === 'asserted' ? found.changes : []);
/** The sets of changes that a repair offers. */
const offered = (found: Repair | undefined) => (found?.kind === 'alternatives' ? found.alternatives : []);

describe('repair', () => {
  it('has nothing to say where all relations hold', () => {
    assert.equal(repair(system([1, 2, 3], [[[0, 1], [2]]])), undefined);
  });

  it('changes the one quantity that two broken relations share', () => {
    // 1 2 3 / 4 5 9 / 5 7 12, with 5 for the first 1.
    const table = system(
      [5, 2, 3, 4, 5, 9, 5, 7, 12],
      [
        [[0, 1], [2]],
        [[3, 4], [5]],
        [[6, 7], [8]],
        [[0, 3], [6]],
        [[1, 4], [7]],
        [[2, 5], [8]],
      ],
    );
    assert.deepEqual(asserted(repair(table)), [{ index: 0, from: 5, to: 1 }]);
  });

  it('offers all, and asserts none, where one relation is all there is', () => {
    const found = repair(system([1, 1, 3], [[[0, 1], [2]]]));
    assert.deepEqual(found?.unexplained, [0]);
    assert.deepEqual(
      offered(found).map(([{ index, to }]) => [index, to]),
      [
        [2, 2],
        [0, 2],
        [1, 2],
      ],
      'the total first, since it follows from its parts',
    );
  });

  it('prefers the figure that is mistyped in a common way', () => {
    assert.deepEqual(asserted(repair(system([14, 3, 71], [[[0, 1], [2]]]))), [{ index: 2, from: 71, to: 17 }]);
  });

  it('fills the empty cell before it changes a figure', () => {
    assert.deepEqual(asserted(repair(system([4, null, 9], [[[0, 1], [2]]]))), [{ index: 1, from: 0, to: 5 }]);
  });

  it('never proposes a negative figure', () => {
    const found = repair(system([0, 0, 0, 3], [[[3], [0, 1, 2]]]));
    const changes = [...asserted(found), ...offered(found).flat()];
    assert.ok(changes.length > 0);
    for (const { to } of changes) assert.ok(to >= 0);
  });

  it('asserts only repairs that really balance, whatever the figures', () => {
    fc.assert(
      fc.property(fc.integer(), fc.array(fc.tuple(fc.nat(174), fc.nat(400)), { minLength: 1, maxLength: 4 }), (seed, changes) => {
        const web = requestsSystem(inventFigures(seeded(seed)));
        for (const [index, value] of changes) web.quantities[index] = { ...web.quantities[index], value };
        const result = repair(web);
        const brokenWith = (list: readonly Change[]) => {
          const quantities = web.quantities.map((quantity, index) => ({
            ...quantity,
            value: list.find((change) => change.index === index)?.to ?? quantity.value,
          }));
          return broken({ ...web, quantities });
        };
        assert.deepEqual(brokenWith(asserted(result)), result?.unexplained ?? []);
        for (const alternative of offered(result)) assert.deepEqual(brokenWith(alternative), []);
      }),
      { numRuns: 300 },
    );
  });

  it('is deterministic', () => {
    const web = requestsSystem(inventFigures(seeded(1)));
    web.quantities[3] = { ...web.quantities[3], value: 977 };
    web.quantities[40] = { ...web.quantities[40], value: 31 };
    assert.deepEqual(repair(web), repair(web));
  });

  it('solves parts that share no quantity by themselves', () => {
    const two = system(
      [1, 1, 1, 2],
      [
        [[0], [1]],
        [[2], [3]],
      ],
    );
    assert.deepEqual(
      components(two).map(({ quantities }) => quantities),
      [
        [0, 1],
        [2, 3],
      ],
    );
  });
});

describe('implied', () => {
  it('gives the value that the relations ask for, if they agree', () => {
    const unknown = (values: (number | null)[]) => ({
      ...system(values, [
        [[0, 1], [2]],
        [[1], [3]],
      ]),
      quantities: values.map((value, place) => ({ value, empty: false, line: 0, place })),
    });
    assert.equal(implied(unknown([1, null, 3, 2]), 1), 2);
    assert.equal(implied(unknown([1, null, 3, 5]), 1), undefined);
  });
});

describe('isExchange', () => {
  it('takes neighbours only', () => {
    const { quantities } = system([1, 2, 3], []);
    assert.ok(isExchange({ index: 0, from: 1, to: 2 }, { index: 1, from: 2, to: 1 }, quantities));
    assert.ok(!isExchange({ index: 0, from: 1, to: 3 }, { index: 2, from: 3, to: 1 }, quantities));
  });
});

describe('generated mistakes', () => {
  const rates = measureRates(20_000_101, 1500);
  const at = (name: keyof typeof rates.rates, least: number) =>
    it(`${name}: at least ${least * 100} %`, () => assert.ok(rates.rates[name] >= least, `${(rates.rates[name] * 100).toFixed(2)} %`));
  at('one mistyped figure, found', 1);
  at('one mistyped figure, located and restored', 0.99);
  at('two mistyped figures, found', 1);
  at('two mistyped figures, both located', 0.97);
  at('two neighbours of a column exchanged, found', 1);
  at('two neighbours of a column exchanged, both located', 0.8);
});
