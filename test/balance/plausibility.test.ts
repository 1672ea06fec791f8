import assert from 'node:assert/strict';
import { costOf, isExchange } from '../../core/balance/plausibility';
import type { Quantity } from '../../core/balance/system';
import { rowOf } from '../support/systems';

/** What one mistake costs, whatever it is. */
const mistake = 4;

const assertCost = (cost: number, expected: number) => assert.ok(Math.abs(cost - expected) < 1e-9, `${cost}, not ${expected}`);

describe('the cost of one mistyped figure', () => {
  /** The likelihood of a way, among the outcomes that it can have: 1 / n is the same as n equally likely ones. */
  const cases: [way: string, meant: number, written: number, cost: number][] = [
    ['the one digit wrong: one of nine others', 1, 4, Math.log(9)],
    ['one of two digits wrong: twice as many ways', 17, 14, Math.log(18)],
    ['the first digit wrong', 17, 47, Math.log(18)],
    ['two digits exchanged', 17, 71, 0],
    ['two of three digits exchanged: one of two pairs', 123, 132, Math.log(2)],
    ['two digits exchanged that do not stand side by side', 123, 321, 2 * Math.log(27) + 1],
    ['two digits wrong', 123, 145, 2 * Math.log(27) + 1],
    ['two digits wrong, one of them the other’s', 123, 142, 2 * Math.log(27) + 1],
    ['two digits wrong, one of them the other’s, the other way round', 123, 134, 2 * Math.log(27) + 1],
    ['three digits wrong', 12345, 13425, 3 * Math.log(45) + 1],
    ['two of few digits wrong: as good as any figure', 12, 34, 2 + 2.3 * 2],
    ['a digit dropped: one of three', 123, 12, Math.log(3)],
    ['the first digit dropped', 123, 23, Math.log(3)],
    ['a digit in the middle dropped', 123, 13, Math.log(3)],
    ['a digit doubled', 12, 122, Math.log(2)],
    ['the first digit doubled', 12, 112, Math.log(2)],
    ['the one digit doubled', 5, 55, 0],
    ['a digit added: ten at three places', 12, 152, Math.log(30)],
    ['a digit added at the beginning', 12, 512, Math.log(30)],
    ['a digit added at the end', 12, 125, Math.log(30)],
    ['any figure as long as the longer', 12, 345, 2 + 2.3 * 3],
    ['any figure one digit shorter', 123, 45, 2 + 2.3 * 3],
    ['any figure two digits shorter', 123, 1, 2 + 2.3 * 3],
    ['any figure two digits longer', 1, 123, 2 + 2.3 * 3],
  ];
  for (const [way, meant, written, cost] of cases)
    it(`${way}: ${meant} as ${written}`, () =>
      assertCost(costOf([{ index: 0, from: written, to: meant }], rowOf([written])), mistake + cost));

  it('left empty: likelier than all but exchanged digits', () => {
    assertCost(costOf([{ index: 0, from: 0, to: 812 }], rowOf([null])), mistake + 0.5);
  });

  it('taken from one of the four cells around', () => {
    assertCost(costOf([{ index: 0, from: 789, to: 5 }], rowOf([789, 789])), mistake + 1 + Math.log(4));
    assertCost(costOf([{ index: 1, from: 789, to: 5 }], rowOf([789, 789])), mistake + 1 + Math.log(4));
  });

  it('not taken from a cell that is further away, or holds another figure', () => {
    assertCost(costOf([{ index: 0, from: 789, to: 5 }], rowOf([789, 1, 789])), mistake + 2 + 2.3 * 3);
    assertCost(costOf([{ index: 0, from: 789, to: 5 }], rowOf([789, 788])), mistake + 2 + 2.3 * 3);
  });
});

describe('the cost of several changes', () => {
  it('is that of each', () => {
    const changes = [
      { index: 0, from: 14, to: 17 },
      { index: 1, from: 21, to: 12 },
    ];
    assertCost(costOf(changes, rowOf([14, 21])), 2 * mistake + Math.log(18));
  });

  it('is that of one mistake for two neighbours that are exchanged, and of each of the others', () => {
    const changes = [
      { index: 0, from: 312, to: 45 },
      { index: 2, from: 71, to: 17 },
      { index: 1, from: 45, to: 312 },
    ];
    assertCost(costOf(changes, rowOf([312, 45, 71])), 2 * mistake);
  });

  it('is that of one mistake for an exchange and of one for what follows it', () => {
    const changes = [
      { index: 0, from: 312, to: 45 },
      { index: 1, from: 45, to: 312 },
      { index: 2, from: 71, to: 17 },
    ];
    assertCost(costOf(changes, rowOf([312, 45, 71])), 2 * mistake);
  });

  it('is nothing for none', () => assert.equal(costOf([], []), 0));
});

describe('isExchange', () => {
  const at = (line: number, place: number): Quantity => ({ value: 0, empty: false, line, place });
  const exchange = (a: Quantity, b: Quantity) => isExchange({ index: 0, from: 1, to: 2 }, { index: 1, from: 2, to: 1 }, [a, b]);

  it('takes neighbours of a row and of a column', () => {
    assert.ok(exchange(at(3, 5), at(3, 6)));
    assert.ok(exchange(at(3, 5), at(2, 5)));
  });

  it('takes no cells that are diagonal, further away, or the same', () => {
    assert.ok(!exchange(at(3, 5), at(2, 6)));
    assert.ok(!exchange(at(3, 5), at(3, 7)));
    assert.ok(!exchange(at(3, 5), at(1, 5)));
    assert.ok(!exchange(at(3, 5), at(3, 5)));
  });

  it('takes only two that stand in each other’s place', () => {
    const row = rowOf([1, 2]);
    assert.ok(!isExchange({ index: 0, from: 1, to: 2 }, { index: 1, from: 2, to: 3 }, row));
    assert.ok(!isExchange({ index: 0, from: 1, to: 3 }, { index: 1, from: 2, to: 1 }, row));
  });
});
