import assert from 'node:assert/strict';
import { seenBy, titled } from '../support/checking';

const other = (text: string, year = 2025) => titled('## 六、其他需要报告的事项', text).replace('2025年', `${year}年`);

describe('fee-statement', () => {
  for (const word of ['收费', '处理费', '收取', '费用', '减免'])
    it(`is silent where the chapter speaks of ${word}`, () => assert.deepEqual(seenBy('fee-statement', other(`本年度没有${word}。`)), []));
  it('says what is missing, on the heading', () => {
    const [{ shown, severity, message, fixes }, ...others] = seenBy('fee-statement', other('无。'));
    assert.deepEqual([shown, severity, fixes, others], ['六、其他需要报告的事项', 'information', [], []]);
    assert.equal(
      message,
      '“六、其他需要报告的事项” says nothing of processing fees; 国办函〔2020〕109号 asks whether any were charged, and how much.',
    );
  });
  it('reads the last line of the chapter, and nothing after it', () => {
    assert.deepEqual(seenBy('fee-statement', other('无。\n\n其他情况。\n\n未收取信息处理费。')), []);
    assert.equal(
      seenBy('fee-statement', titled('## 六、其他需要报告的事项\n\n无。', '## 五、存在的主要问题及改进情况\n\n收费公开不够。')).length,
      1,
    );
  });
  it('is not asked by the form of 2019, nor where the chapter is missing', () => {
    assert.deepEqual(seenBy('fee-statement', other('无。', 2020)), []);
    assert.deepEqual(seenBy('fee-statement', titled('## 一、总体情况')), []);
  });
});
