import assert from 'node:assert/strict';
import { latestEdition } from '../../core/form';
import { tableLines } from '../../core/writing/markdown';
import { documents, requests, seenBy, titled } from '../support/checking';

const cell = (written: string) => titled(documents(`| 规章 | ${written} | 0 | 0 |`, '| 行政规范性文件 | 0 | 0 | 0 |'));

describe('not-a-count', () => {
  it('is silent about whole figures, and about money with decimals', () => {
    assert.deepEqual(seenBy('not-a-count', cell('12')), []);
    const money = tableLines(latestEdition.tables.proactive, ({ measure }) => (measure.decimals ? '1.25' : '0')).join('\n');
    assert.deepEqual(seenBy('not-a-count', titled('## 二、主动公开政府信息情况', money)), []);
  });
  it('says that a count is whole', () => {
    const [{ shown, field, message, fixes }] = seenBy('not-a-count', cell('1.5'));
    assert.deepEqual([shown, field, fixes], ['1.5', 'proactive.rules.issued', []]);
    assert.equal(message, '“规章” / “本年制发件数” is 1.5: a count is a whole number.');
  });
  it('says that a count is not negative', () => {
    assert.equal(seenBy('not-a-count', cell('-2'))[0].message, '“规章” / “本年制发件数” is -2: a count can’t be negative.');
  });
  it('allows a negative change, and no negative money', () => {
    const rows = (change: string) =>
      titled(`## 二、主动公开政府信息情况\n\n| 信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 |\n| 行政许可 | 3 | ${change} | 0 |`);
    assert.deepEqual(seenBy('not-a-count', rows('-2')), []);
    assert.equal(seenBy('not-a-count', rows('-2.5')).length, 1);
  });
  it('offers the figure that the sums imply', () => {
    const row = (natural: string) => titled(requests(`| 一、本年新收政府信息公开申请数量 | ${natural} | 1 | 0 | 0 | 0 | 0 | 6 |`));
    const [{ fixes }] = seenBy('not-a-count', row('5.5'));
    assert.deepEqual(
      fixes.map(({ title, text }) => [title, text]),
      [['Change to 5', row('5')]],
    );
  });
});
