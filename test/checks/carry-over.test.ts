import assert from 'node:assert/strict';
import { last, requests, seenBy, titled } from '../support/checking';

const carriedOut = (natural: number | string, total: number | string) =>
  last(titled(requests(`| 四、结转下年度继续办理 | ${natural} | 0 | 0 | 0 | 0 | 0 | ${total} |`)).replace('2025年', '2024年'));
const carriedIn = (natural: number | string, total: number | string) =>
  titled(requests(`| 二、上年结转政府信息公开申请数量 | ${natural} | 0 | 0 | 0 | 0 | 0 | ${total} |`));

describe('carry-over', () => {
  it('is silent where both agree, and without last year’s report', () => {
    assert.deepEqual(seenBy('carry-over', carriedIn(1, 1), carriedOut(1, 1)), []);
    assert.deepEqual(seenBy('carry-over', carriedIn(3, 3)), []);
  });
  it('compares column by column, leads to last year’s figure and takes it over', () => {
    const found = seenBy('carry-over', carriedIn(3, 3), carriedOut(1, 1));
    assert.deepEqual(
      found.map(({ field }) => field),
      ['requests.carriedIn.natural', 'requests.carriedIn.total'],
    );
    const [{ shown, message, related, fixes }] = found;
    assert.equal(shown, '3');
    assert.equal(message, '“二、上年结转政府信息公开申请数量” / “自然人” is 3; last year’s report carries out 1.');
    assert.deepEqual(related, ['Last year’s report has 1 here.']);
    assert.deepEqual(fixes, [{ title: 'Take over last year’s 1', text: carriedIn(1, 3), restoresForm: false }]);
  });
  it('compares no cell that is empty or text, in either year', () => {
    assert.deepEqual(seenBy('carry-over', carriedIn('', ''), carriedOut(1, 1)), []);
    assert.deepEqual(seenBy('carry-over', carriedIn('若干', '若干'), carriedOut(1, 1)), []);
    assert.deepEqual(seenBy('carry-over', carriedIn(3, 3), carriedOut('', '')), []);
  });
  it('reads a mark as 0', () => {
    assert.match(
      seenBy('carry-over', carriedIn('/', '/'), carriedOut(1, 1))[0].message,
      /“自然人” is 0; last year’s report carries out 1\.$/,
    );
  });
  it('is silent where the repair of suspect-cell makes both agree', () => {
    const text = titled(
      requests(
        '| 一、本年新收政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |',
        '| 二、上年结转政府信息公开申请数量 | 21 | 0 | 0 | 0 | 0 | 0 | 12 |',
        '| （七）总计 | 12 | 0 | 0 | 0 | 0 | 0 | 12 |',
        '| 四、结转下年度继续办理 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |',
      ),
    );
    assert.equal(seenBy('suspect-cell', text).length, 1);
    assert.deepEqual(seenBy('carry-over', text, carriedOut(12, 12)), []);
  });
});
