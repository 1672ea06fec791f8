import assert from 'node:assert/strict';
import { seenBy, shownBy, titled } from '../support/checking';

describe('chapter-title', () => {
  for (const heading of ['## 五、存在的主要问题及改进情况', '五、存在的主要问题及改进情况', '## 五、 存在的主要问题及改进情况'])
    it(`is silent about “${heading}”`, () => assert.deepEqual(shownBy('chapter-title', titled(heading)), []));
  it('gives a heading in other words the form’s title', () => {
    const [{ shown, message, fixes }] = seenBy('chapter-title', titled('## 五、存在的主要问题和改进措施', '甲。'));
    assert.equal(shown, '五、存在的主要问题和改进措施');
    assert.equal(message, 'The form calls this chapter “五、存在的主要问题及改进情况”.');
    assert.equal(fixes[0].title, 'Change the heading to “五、存在的主要问题及改进情况”');
    assert.equal(fixes[0].text, titled('## 五、存在的主要问题及改进情况', '甲。'));
    assert.ok(fixes[0].restoresForm);
  });
  it('leaves a right ordinal as it is written', () => {
    const [{ fixes }] = seenBy('chapter-title', titled('## 第五部分 存在的主要问题和改进措施'));
    assert.match(fixes[0].text, /## 第五部分 ?存在的主要问题及改进情况\n/);
  });
  it('corrects a wrong ordinal with the title', () => {
    const [{ fixes }] = seenBy('chapter-title', titled('## 四、存在的主要问题及改进情况'));
    assert.equal(fixes[0].text, titled('## 五、存在的主要问题及改进情况'));
  });
});
