import assert from 'node:assert/strict';
import { latestEdition } from '../../core/form';
import { tableLines } from '../../core/writing/markdown';
import { seenBy, titled } from '../support/checking';

const { proactive, requests, disputes } = latestEdition.tables;
const heading = {
  proactive: '## 二、主动公开政府信息情况',
  requests: '## 三、收到和处理政府信息公开申请情况',
  disputes: '## 四、政府信息公开行政复议、行政诉讼情况',
};
/** A table without the rows whose label has one of these beginnings. */
const without = (table: typeof proactive, figure: string, ...labels: readonly string[]) =>
  titled(
    heading[table.form.id],
    tableLines(table, () => figure)
      .filter((line) => !labels.some((label) => line.includes(`| ${label}`)))
      .join('\n'),
  );

describe('missing-row', () => {
  it('is silent where all rows are there', () => {
    assert.deepEqual(seenBy('missing-row', without(proactive, '0')), []);
  });
  it('stands at the row after which one is missing, and inserts it there with the figures that the sums imply', () => {
    const text = without(requests, '0', '二、');
    const [{ shown, field, message, fixes }, ...others] = seenBy('missing-row', text);
    assert.deepEqual([shown, field, others], ['一、本年新收政府信息公开申请数量', 'requests.carriedIn.natural', []]);
    assert.equal(message, 'The table lacks the row “二、上年结转政府信息公开申请数量”, which belongs after this one.');
    assert.equal(fixes[0].title, 'Insert the row “二、上年结转政府信息公开申请数量” after this one');
    assert.ok(!fixes[0].restoresForm);
    assert.match(fixes[0].text, /一、本年新收.*\n\| 二、上年结转政府信息公开申请数量 \| {2}\| {2}\|( 0 \|){7}\n/);
  });
  it('inserts a row whose figures no sum implies without figures', () => {
    const [{ fixes }] = seenBy('missing-row', without(proactive, '0', '行政强制'));
    assert.match(fixes[0].text, /\| 行政强制 \|\s*\|/);
  });
  it('inserts no row where none of its block is above', () => {
    const [{ message, fixes }] = seenBy('missing-row', without(proactive, '0', '行政许可'));
    assert.match(message, /“行政许可”, which belongs after this one/);
    assert.deepEqual(fixes, []);
  });
  it('stands at the first row where the missing one comes before all', () => {
    const [{ shown }] = seenBy('missing-row', without(proactive, '0', '规章'));
    assert.equal(shown, '行政规范性文件');
  });
  it('has a finding for each of four missing rows, and one for five, which names three', () => {
    const labels = ['规章', '行政规范性文件', '行政许可', '行政处罚', '行政强制'];
    assert.equal(seenBy('missing-row', without(proactive, '0', ...labels.slice(1))).length, 4);
    const [{ message, shown }, ...others] = seenBy('missing-row', without(proactive, '0', ...labels));
    assert.equal(message, 'The table lacks 5 rows, from “规章”、“行政规范性文件”、“行政许可” on.');
    assert.deepEqual([shown, others], ['行政事业性收费', []]);
  });
  it('says of a table whose one row has no label that it has no figures', () => {
    const lines = tableLines(disputes, () => '0');
    const [{ message, fixes }] = seenBy('missing-row', titled(heading.disputes, lines.slice(0, -1).join('\n')));
    assert.deepEqual([message, fixes], ['The table has no row of figures.', []]);
  });
});
