import assert from 'node:assert/strict';
import { prose, seenBy } from '../support/checking';

describe('leftover-mark', () => {
  it('is silent about brackets that a clerk writes', () => {
    assert.deepEqual(seenBy('leftover-mark', prose('依据〔2021〕30号[附件1]公开。')), []);
  });
  for (const mark of ['[bookmark: _GoBack]', '[image: ]'])
    it(`removes ${mark}`, () => {
      const [{ shown, message, fixes }, ...others] = seenBy('leftover-mark', prose(`全年公开${mark}12条。`));
      assert.deepEqual([shown, others], [mark, []]);
      assert.equal(message, `“${mark}” is a mark left over from Word, not a part of the report.`);
      assert.deepEqual(fixes, [{ title: 'Remove the mark', text: prose('全年公开12条。'), restoresForm: true }]);
    });
});
