import assert from 'node:assert/strict';
import { components } from '../../core/balance/components';
import { sum, systemOf } from '../support/systems';

describe('components', () => {
  it('are the parts of a system that share no quantity, each over its own places', () => {
    const found = components(systemOf([1, 2, 3, 4], sum([0], 2), { parts: [1], wholes: [3], offset: 2 }));
    assert.deepEqual(
      found.map(({ quantities, relations, system }) => [
        quantities,
        relations,
        system.relations,
        system.quantities.map(({ value }) => value),
      ]),
      [
        [[0, 2], [0], [{ parts: [0], wholes: [1], offset: undefined }], [1, 3]],
        [[1, 3], [1], [{ parts: [0], wholes: [1], offset: 2 }], [2, 4]],
      ],
    );
  });

  it('join what relations tie together, be it through others', () => {
    const tied = [sum([0, 1], 2), sum([3, 4], 5), sum([6], 7), sum([2, 5], 6)];
    assert.deepEqual(
      components(systemOf([1, 2, 3, 4, 5, 6, 7, 8], ...tied)).map(({ quantities, relations }) => [quantities, relations]),
      [
        [
          [0, 1, 2, 3, 4, 5, 6, 7],
          [0, 1, 2, 3],
        ],
      ],
    );
  });

  it('leave out quantities without a relation', () => {
    assert.deepEqual(
      components(systemOf([1, 2, 3], sum([0], 2))).map(({ quantities }) => quantities),
      [[0, 2]],
    );
  });
});
