import assert from 'node:assert/strict';
import { documents, requests, seenBy, titled } from '../support/checking';

const cell = (written: string) => titled(documents(`| 规章 | ${written} | 0 | 0 |`, '| 行政规范性文件 | 0 | 0 | 0 |'));
const fixOf = (written: string) => seenBy('not-a-number', cell(written))[0]?.fixes[0];

describe('not-a-number', () => {
  it('is silent about figures, empty cells and marks', () => {
    for (const written of ['0', '', '/', '1,204', '３']) assert.deepEqual(seenBy('not-a-number', cell(written)), [], written);
  });
  it('names the text and the cell', () => {
    const [{ shown, field, message, fixes }] = seenBy('not-a-number', cell('若干'));
    assert.deepEqual([shown, field, fixes], ['若干', 'proactive.rules.issued', []]);
    assert.equal(message, '“若干” stands where the figure of “规章” / “本年制发件数” belongs.');
  });
  for (const [written, value] of [
    ['三', 3],
    ['十二件', 12],
    ['两件', 2],
    ['O', 0],
    ['1o', 10],
    ['l2', 12],
    ['I', 1],
  ] as const)
    it(`takes ${written} for ${value}`, () => {
      assert.equal(fixOf(written).title, `Change to ${value}`);
      assert.equal(fixOf(written).text, cell(String(value)));
      assert.ok(!fixOf(written).restoresForm);
    });
  it('takes the value that the sums imply before the one that the text looks like', () => {
    const row = (total: string) => titled(requests(`| 一、本年新收政府信息公开申请数量 | 5 | 1 | 0 | 0 | 0 | 0 | ${total} |`));
    assert.equal(seenBy('not-a-number', row('九'))[0].fixes[0].text, row('6'));
  });
});
