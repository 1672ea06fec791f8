import assert from 'node:assert/strict';
import { last, requests, seenBy, titled } from '../support/checking';

const licences = (count: number | string) =>
  titled(`## 二、主动公开政府信息情况\n\n| 信息内容 | 本年处理决定数量 |\n| 行政许可 | ${count} |`);
const found = (now: number | string, before: number | string) =>
  seenBy('sudden-change', licences(now), last(licences(before).replace('2025年', '2024年')));

describe('sudden-change', () => {
  it('says of a figure that is more than five times last year’s what both are', () => {
    const [{ shown, field, message, related, fixes }, ...others] = found(4600, 450);
    assert.deepEqual([shown, field, fixes, others], ['4600', 'proactive.licensing.decisions', [], []]);
    assert.equal(message, '“行政许可” / “本年处理决定数量” is 4600; it was 450 last year.');
    assert.deepEqual(related, ['Last year’s report has 450 here.']);
  });
  it('allows five times and a fifth, and nothing beyond', () => {
    assert.deepEqual(found(500, 100), []);
    assert.equal(found(501, 100).length, 1);
    assert.deepEqual(found(100, 500), []);
    assert.equal(found(99, 500).length, 1);
  });
  it('leaves figures alone that stay below 100 in both years', () => {
    assert.deepEqual(found(99, 1), []);
    assert.equal(found(100, 1).length, 1);
    assert.deepEqual(found(0, 99), []);
    assert.equal(found(0, 100).length, 1);
  });
  it('says nothing without last year’s figure', () => {
    assert.deepEqual(found(4600, ''), []);
    assert.deepEqual(seenBy('sudden-change', licences(4600)), []);
  });
  it('judges the sum, and not its parts', () => {
    const row = (count: number) => titled(requests(`| 一、本年新收政府信息公开申请数量 | ${count} | 0 | 0 | 0 | 0 | 0 | ${count} |`));
    const fields = seenBy('sudden-change', row(900), last(row(100).replace('2025年', '2024年'))).map(({ field }) => field);
    assert.ok(!fields.includes('requests.new.natural'));
  });
});
