import assert from 'node:assert/strict';
import { isAllowed } from '../../core/analysis/cell-change';
import { editionOf } from '../../core/form';

describe('isAllowed', () => {
  const allowed = (id: string, edition: '2019' | '2021' = '2021') => {
    const field = editionOf(edition).fieldById.get(id);
    assert.ok(field, id);
    return [2, 0, 0.5, -1].filter((value) => isAllowed(field, value));
  };

  it('takes whole numbers where things are counted', () => assert.deepEqual(allowed('requests.new.total'), [2, 0]));
  it('takes fractions of money', () => assert.deepEqual(allowed('proactive.fees.amount'), [2, 0, 0.5]));
  it('takes negative changes from last year', () => assert.deepEqual(allowed('proactive.licensing.change', '2019'), [2, 0, -1]));
});
