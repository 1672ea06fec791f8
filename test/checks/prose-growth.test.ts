import assert from 'node:assert/strict';
import { last, prose, requests, seenBy, titled } from '../support/checking';

const lastYear = (count: number | string) =>
  last(titled(requests(`| 一、本年新收政府信息公开申请数量 | ${count} | 0 | 0 | 0 | 0 | 0 | ${count} |`)).replace('2025年', '2024年'));
const grown = (words: string) => prose(`全年共收到政府信息公开申请5件，${words}。`);

describe('prose-growth', () => {
  for (const right of ['同比增长25%', '同比增长25.0%', '同比增长24%', '同比增长26%', '较上年增加25%', '比去年上升了约25%'])
    it(`takes ${right} from 4 to 5 for right`, () => assert.deepEqual(seenBy('prose-growth', grown(right), lastYear(4)), []));
  for (const wrong of ['同比增长20%', '同比增长23%', '同比增长27%', '同比增长24.8%', '同比下降25%'])
    it(`takes ${wrong} from 4 to 5 for wrong`, () => assert.equal(seenBy('prose-growth', grown(wrong), lastYear(4)).length, 1));
  it('shows both figures and the right percentage, and leads to last year’s', () => {
    const [{ shown, severity, message, related, fixes }] = seenBy('prose-growth', grown('同比增长20.0%'), lastYear(4));
    assert.deepEqual([shown, severity, fixes], ['20.0', 'information', []]);
    assert.equal(message, 'From 4 last year to 5 is +25.0 %.');
    assert.deepEqual(related, ['Last year’s report has 4 here.']);
  });
  it('shows a fall with a minus', () => {
    assert.deepEqual(seenBy('prose-growth', grown('同比下降50%'), lastYear(10)), []);
    assert.equal(seenBy('prose-growth', grown('同比下降20%'), lastYear(10))[0].message, 'From 10 last year to 5 is −50 %.');
  });
  it('is silent without last year’s figure, where that is 0, and where other words stand between', () => {
    assert.deepEqual(seenBy('prose-growth', grown('同比增长20%')), []);
    assert.deepEqual(seenBy('prose-growth', grown('同比增长20%'), lastYear('')), []);
    assert.deepEqual(seenBy('prose-growth', grown('同比增长20%'), lastYear(0)), []);
    assert.deepEqual(seenBy('prose-growth', grown('其中答复同比增长20%'), lastYear(4)), []);
  });
});
