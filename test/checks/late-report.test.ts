import assert from 'node:assert/strict';
import { seenBy } from '../support/checking';

const signed = (date: string, organ = '平安县水利局') => `# ${organ}2025年政府信息公开工作年度报告\n\n${organ}\n\n${date}\n`;

describe('late-report', () => {
  for (const [organ, lastDay, firstLate] of [
    ['平安县水利局', '2026年1月31日', '2026年2月1日'],
    ['平安县人民政府', '2026年3月31日', '2026年4月1日'],
    ['平安市政府', '2026年3月31日', '2026年4月1日'],
    ['平安县人民政府办公室', '2026年1月31日', '2026年2月1日'],
  ] as const)
    it(`gives ${organ} time until ${lastDay}`, () => {
      assert.deepEqual(seenBy('late-report', signed(lastDay, organ)), []);
      assert.deepEqual(
        seenBy('late-report', signed(firstLate, organ)).map(({ shown }) => shown),
        [firstLate],
      );
    });
  it('names the month, the organ and the article', () => {
    const [{ message, severity, fixes }] = seenBy('late-report', signed('2026年2月3日'));
    assert.deepEqual([severity, fixes], ['information', []]);
    assert.equal(
      message,
      'The report is signed after month 1 of 2026 has ended, by when 平安县水利局 must publish it (《中华人民共和国政府信息公开条例》第四十九条).',
    );
  });
  for (const organ of ['平安县城关镇人民政府', '平安县东山乡人民政府', '平安区西湖街道办事处'])
    it(`does not judge ${organ}: the article does not name townships`, () => {
      assert.deepEqual(seenBy('late-report', signed('2026年6月1日', organ)), []);
    });
  for (const date of ['2025年12月20日', '2027年2月3日', '2024年6月1日'])
    it(`does not judge a date of another year: ${date}`, () => assert.deepEqual(seenBy('late-report', signed(date)), []));
  for (const date of ['2026年13月1日', '2026年5月32日'])
    it(`does not judge what is no date: ${date}`, () => assert.deepEqual(seenBy('late-report', signed(date)), []));
  it('allows months and days of two digits', () => {
    assert.equal(seenBy('late-report', signed('2026年12月31日')).length, 1);
  });
  it('is silent without a signature or an organ', () => {
    assert.deepEqual(seenBy('late-report', '# 平安县水利局2025年政府信息公开工作年度报告\n'), []);
    assert.deepEqual(seenBy('late-report', '# 2025年政府信息公开工作年度报告\n\n## 一、总体情况\n\n2026年6月1日\n'), []);
  });
});
