import assert from 'node:assert/strict';
import { checks } from '../../core/checks/index';
import { seenBy } from '../support/checking';

const { wrong, right } = checks.find(({ code }) => code === 'column-total')?.examples ?? { wrong: '', right: '' };

describe('column-total', () => {
  it('is silent where the results add up', () => {
    assert.deepEqual(seenBy('column-total', right), []);
  });
  it('stands at the total of each column that fails, where no single cell explains them', () => {
    const found = seenBy('column-total', wrong);
    assert.deepEqual(
      found.map(({ shown, field }) => [shown, field]),
      [
        ['6', 'requests.handled.natural'],
        ['6', 'requests.handled.total'],
      ],
    );
    assert.equal(
      found[0].message,
      'Column “自然人”: the results add up to 5, but the total says 6 (5 ≠ 6). Several corrections explain it equally well.',
    );
    assert.ok(found[0].fixes.length > 1);
    for (const { text } of found[0].fixes) assert.deepEqual(seenBy('column-total', text), []);
  });
});
