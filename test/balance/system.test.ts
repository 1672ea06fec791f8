import assert from 'node:assert/strict';
import { broken, difference, enters, implied, type Quantity, residual, type SumRelation } from '../../core/balance/system';
import { sum, systemOf } from '../support/systems';

describe('difference', () => {
  const of = (values: readonly (number | null)[], relation: SumRelation) => difference(relation, (index) => values[index]);

  it('is what the parts exceed the wholes by', () => {
    assert.equal(of([3, 4, 5, 1], { parts: [0, 1], wholes: [2, 3] }), 1);
    assert.equal(of([3, 4, 9], sum([0, 1], 2)), -2);
  });

  it('counts what belongs to the parts and is no quantity', () => {
    assert.equal(of([3, 9], { parts: [0], wholes: [1], offset: 6 }), 0);
  });

  it('is not known where a part or a whole is not', () => {
    assert.equal(of([null, 4, 9], sum([0, 1], 2)), null);
    assert.equal(of([3, 4, null], sum([0, 1], 2)), null);
  });
});

describe('broken', () => {
  it('lists the relations that do not hold, without those that can’t be judged', () => {
    const { relations } = systemOf([], sum([0], 1), sum([0], 2), sum([0], 3), sum([1], 2));
    const quantities = [1, 1, 2, null].map((value, place): Quantity => ({ value, empty: false, line: 0, place }));
    assert.deepEqual(broken({ quantities, relations }), [1, 3]);
    assert.deepEqual(
      relations.map((relation) => residual({ quantities, relations }, relation)),
      [0, -1, null, -1],
    );
  });
});

describe('enters', () => {
  it('holds for the quantities of both sides alone', () => {
    assert.deepEqual(
      [0, 1, 2].map((index) => enters(index, sum([0], 2))),
      [true, false, true],
    );
  });
});

describe('implied', () => {
  const impliedAt = (index: number, values: readonly (number | null)[], ...relations: SumRelation[]) =>
    implied({ quantities: values.map((value, place) => ({ value, empty: false, line: 0, place })), relations }, index);

  it('is what a part lacks', () => assert.equal(impliedAt(1, [1, null, 3], sum([0, 1], 2)), 2));
  it('is what a whole must be', () => assert.equal(impliedAt(2, [1, 4, null], sum([0, 1], 2)), 5));
  it('is zero where nothing is lacking', () => assert.equal(impliedAt(1, [3, null, 3], sum([0, 1], 2)), 0));
  it('leaves out the value that stands there', () => assert.equal(impliedAt(1, [1, 9, 3], sum([0, 1], 2)), 2));

  it('is what all relations agree on', () => {
    assert.equal(impliedAt(1, [1, null, 3, 2], sum([0, 1], 2), sum([1], 3)), 2);
    assert.equal(impliedAt(1, [1, null, 3, 5], sum([0, 1], 2), sum([1], 3)), undefined);
  });

  it('leaves out relations with another unknown, and those of other quantities', () => {
    assert.equal(impliedAt(1, [1, null, 3, null], sum([1], 3), sum([0, 1], 2), sum([0], 2)), 2);
  });

  it('is never negative', () => assert.equal(impliedAt(1, [4, null, 3], sum([0, 1], 2)), undefined));
  it('is not known where no relation tells', () => assert.equal(impliedAt(0, [null, 1, 1], sum([1], 2)), undefined));
});
