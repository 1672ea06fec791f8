import assert from 'node:assert/strict';
import { documents, requests, seenBy, titled } from '../support/checking';

/** Two rows of documents, as many of whose cells are empty from the left. */
const withEmpty = (count: number) => {
  const cells = Array.from({ length: 6 }, (_, index) => (index < count ? '' : '0'));
  return titled(documents(`| 规章 | ${cells.slice(0, 3).join(' | ')} |`, `| 行政规范性文件 | ${cells.slice(3).join(' | ')} |`));
};

describe('empty-cell', () => {
  it('is silent about a table that is filled', () => {
    assert.deepEqual(seenBy('empty-cell', withEmpty(0)), []);
  });
  it('names the cell, and fills in 0', () => {
    const [{ field, message, fixes }] = seenBy('empty-cell', withEmpty(1));
    assert.equal(field, 'proactive.rules.issued');
    assert.equal(message, '“规章” / “本年制发件数” is empty; it is read as 0.');
    assert.equal(fixes[0].title, 'Fill in 0');
    assert.match(fixes[0].text, /\| 规章 \| 0 \| 0 \| 0 \|\n/);
    assert.ok(!fixes[0].restoresForm);
  });
  it('has a finding for each of three empty cells, and none for four', () => {
    assert.equal(seenBy('empty-cell', withEmpty(3)).length, 3);
    assert.deepEqual(seenBy('empty-cell', withEmpty(4)), []);
  });
  it('is silent about a cell that a repair fills', () => {
    const table = (cell: string) =>
      titled(
        requests(
          `| 一、本年新收政府信息公开申请数量 | ${cell} | 0 | 0 | 0 | 0 | 0 | 7 |`,
          '| 二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |',
          '| （七）总计 | 7 | 0 | 0 | 0 | 0 | 0 | 7 |',
          '| 四、结转下年度继续办理 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |',
        ),
      );
    assert.deepEqual(seenBy('empty-cell', table('')), []);
    assert.equal(
      seenBy('suspect-cell', table(''))[0].message,
      '“一、本年新收政府信息公开申请数量” / “自然人” is empty; the sums ask for 7.',
    );
  });
});
