import assert from 'node:assert/strict';
import { latestEdition } from '../../core/form';
import { tableLines } from '../../core/writing/markdown';
import { requests, seenBy, titled } from '../support/checking';

type Row = readonly [natural: number | string, business: number, total: number];
const line = (label: string, [natural, business, total]: Row) => `| ${label} | ${natural} | ${business} | 0 | 0 | 0 | 0 | ${total} |`;
const table = (first: Row, second: Row = [0, 0, 0], handled: Row = [12, 0, 12]) =>
  titled(
    requests(
      line('一、本年新收政府信息公开申请数量', first),
      line('二、上年结转政府信息公开申请数量', second),
      line('（七）总计', handled),
      line('四、结转下年度继续办理', [0, 0, 0]),
    ),
  );
const received = '“一、本年新收政府信息公开申请数量”';
const carriedIn = '“二、上年结转政府信息公开申请数量”';

describe('suspect-cell', () => {
  it('is silent where all sums hold', () => {
    assert.deepEqual(seenBy('suspect-cell', table([12, 0, 12])), []);
  });

  it('names the cell, what it should be and the sums that it breaks, and repairs it first', () => {
    const [{ shown, field, severity, message, related, fixes }, ...others] = seenBy('suspect-cell', table([21, 0, 12]));
    assert.deepEqual([shown, field, severity, others], ['21', 'requests.new.natural', 'error', []]);
    assert.equal(message, `${received} / “自然人” is 21 and should be 12: then every sum that it is part of holds.`);
    assert.deepEqual(related, [
      `Row ${received}: the applicants add up to 21, but the total says 12 (21 ≠ 12).`,
      'Column “自然人”: new and carried in make 21, handled and carried out make 12; they must be equal (21 ≠ 12).',
    ]);
    assert.deepEqual(fixes, [{ title: `Change ${received} / “自然人” to 12`, text: table([12, 0, 12]), restoresForm: false }]);
  });

  it('says of an empty cell what the sums ask for', () => {
    const [{ message }] = seenBy('suspect-cell', table(['', 0, 12]));
    assert.equal(message, `${received} / “自然人” is empty; the sums ask for 12.`);
  });

  it('shows two cells that are exchanged, each with its partner, and repairs both at once', () => {
    const found = seenBy('suspect-cell', table([5, 3, 15], [12, 2, 7], [17, 5, 22]));
    assert.deepEqual(
      found.map(({ message }) => message),
      [
        `${received} / “自然人” is 5 and should be 12: it seems exchanged with ${carriedIn} / “自然人”.`,
        `${carriedIn} / “自然人” is 12 and should be 5: it seems exchanged with ${received} / “自然人”.`,
      ],
    );
    assert.equal(found[0].related.at(-1), `${carriedIn} / “自然人” must be changed with it, to 5.`);
    assert.equal(found[0].fixes[0].title, `Change 2 cells: ${received} / “自然人” to 12, ${carriedIn} / “自然人” to 5`);
    for (const { fixes } of found) assert.equal(fixes[0].text, table([12, 3, 15], [5, 2, 7], [17, 5, 22]));
  });

  it('names the other cell that must be changed for a sum to go on holding, with its figure', () => {
    assert.deepEqual(
      seenBy('suspect-cell', table([21, 3, 15], [23, 2, 34], [44, 5, 49])).map(({ message }) => message),
      [
        `${received} / “自然人” is 21 and should be 12; for the sums to hold, ${carriedIn} / “自然人” must also be changed, to 32.`,
        `${carriedIn} / “自然人” is 23 and should be 32; for the sums to hold, ${received} / “自然人” must also be changed, to 12.`,
      ],
    );
  });

  it('names all other cells where there are several', () => {
    const [{ message, fixes }, ...others] = seenBy('suspect-cell', table([21, 3, 15], [51, 2, 17], [72, 5, 32]));
    assert.equal(others.length, 2);
    assert.equal(
      message,
      `${received} / “自然人” is 21 and should be 12; for the sums to hold, these must also be changed: ${carriedIn} / “自然人”, “（七）总计” / “自然人”.`,
    );
    assert.equal(fixes[0].text, table([12, 3, 15], [15, 2, 17], [27, 5, 32]));
  });

  it('says which figure the text has, where that decides between repairs', () => {
    const disputes = (total: number) =>
      tableLines(latestEdition.tables.disputes, ({ id }) =>
        String({ 'disputes.reconsideration.upheld': 3, 'disputes.reconsideration.total': total }[id] ?? 0),
      ).join('\n');
    const text = titled(
      '## 四、政府信息公开行政复议、行政诉讼情况',
      disputes(5),
      '## 五、存在的主要问题及改进情况',
      '全年发生政府信息公开行政复议3件。',
    );
    const [{ field, message }] = seenBy('suspect-cell', text);
    assert.equal(field, 'disputes.reconsideration.total');
    assert.match(message, /that it is part of holds\. The text says 3 for “行政复议” \/ “总计” too\.$/);
    const silent = seenBy('suspect-cell', text.replace('3件', '多件'));
    assert.deepEqual(silent, []);
  });
});
