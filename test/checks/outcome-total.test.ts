import assert from 'node:assert/strict';
import { latestEdition } from '../../core/form';
import { tableLines } from '../../core/writing/markdown';
import { seenBy, titled } from '../support/checking';

const table = (figures: Record<string, number>) =>
  titled(
    '## 四、政府信息公开行政复议、行政诉讼情况',
    tableLines(latestEdition.tables.disputes, ({ id }) => String(figures[id.replace('disputes.', '')] ?? 0)).join('\n'),
  );

describe('outcome-total', () => {
  it('is silent where each of the three groups adds up', () => {
    assert.deepEqual(
      seenBy('outcome-total', table({ 'reconsideration.upheld': 1, 'reconsideration.pending': 2, 'reconsideration.total': 3 })),
      [],
    );
  });
  for (const [group, name] of [
    ['reconsideration', '行政复议'],
    ['litigationDirect', '未经复议直接起诉'],
    ['litigationAfter', '复议后起诉'],
  ] as const)
    it(`names the group ${name}, and offers every correction`, () => {
      const [{ shown, field, message, fixes }, ...others] = seenBy(
        'outcome-total',
        table({ [`${group}.upheld`]: 1, [`${group}.total`]: 2 }),
      );
      assert.deepEqual([shown, field, others], ['2', `disputes.${group}.total`, []]);
      assert.equal(
        message,
        `“${name}” / “总计”: the outcomes add up to 1, but the total says 2 (1 ≠ 2). Several corrections explain it equally well.`,
      );
      for (const { text } of fixes) assert.deepEqual(seenBy('outcome-total', text), []);
      assert.equal(fixes.length, 5);
    });
});
