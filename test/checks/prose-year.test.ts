import assert from 'node:assert/strict';
import { prose, seenBy, titled } from '../support/checking';

const period = (from: string, to: string) => titled(`本报告所列数据的统计期限为${from}年1月1日至${to}12月31日。`);

describe('prose-year', () => {
  it('is silent about the year reported on', () => {
    assert.deepEqual(seenBy('prose-year', period('2025', '2025年')), []);
    assert.deepEqual(seenBy('prose-year', period('2025', '')), []);
  });
  it('changes the first year of a period', () => {
    const [{ shown, message, fixes }, ...others] = seenBy('prose-year', period('2024', '2025年'));
    assert.deepEqual([shown, others], ['2024', []]);
    assert.equal(message, 'The period reported on is said to be 2024年1月1日至2025年12月31日; the report is on 2025.');
    assert.deepEqual(fixes, [{ title: 'Change to 2025', text: period('2025', '2025年'), restoresForm: false }]);
  });
  it('changes the last year where the first is right', () => {
    const [{ fixes }] = seenBy('prose-year', period('2025', '2024年'));
    assert.equal(fixes[0].text, period('2025', '2025年'));
  });
  for (const dash of ['到', '—', '-', '～'])
    it(`reads a period written with ${dash}`, () => {
      assert.equal(seenBy('prose-year', period('2024', '2024年').replace('至', dash)).length, 1);
    });
  it('changes a sentence on what was done in the year before', () => {
    const [{ shown, message, fixes }] = seenBy('prose-year', prose('2024年，我局主动公开信息12条。'));
    assert.equal(shown, '2024');
    assert.equal(message, 'The text speaks of 2024 as the year reported on; the report is on 2025.');
    assert.equal(fixes[0].text, prose('2025年，我局主动公开信息12条。'));
  });
  it('is silent where another year is meant, or is not the one before', () => {
    for (const text of [
      '2024年，我局印发通知。',
      '与2024年相比，增加2条。',
      '2024年，比上年增加2条。',
      '2023年，我局公开信息12条。',
      '2023年，我局公开信息12条，2024年5条。',
      '2026年，我局将继续公开。',
    ])
      assert.deepEqual(seenBy('prose-year', prose(text)), [], text);
  });
  it('looks for such sentences in the first chapter only', () => {
    assert.deepEqual(seenBy('prose-year', titled('## 五、存在的主要问题及改进情况', '2024年，我局公开信息不够及时。')), []);
  });
  it('is silent where the report’s year is unknown', () => {
    assert.deepEqual(
      seenBy('prose-year', '## 一、总体情况\n\n统计期限为2024年1月1日至2024年12月31日。\n\n## 六、其他需要报告的事项\n'),
      [],
    );
  });
});
