import assert from 'node:assert/strict';
import { analyse } from '../../core/analysis/analyse';
import { check } from '../../core/checks/check';
import { documents, seenBy, titled } from '../support/checking';

describe('not-a-report', () => {
  it('is said of the first line of any other text, and nothing else is said', () => {
    const text = '会议记录\n今天讨论了三件事。\n';
    const [{ shown, message }, ...others] = seenBy('not-a-report', text);
    assert.deepEqual([shown, others], ['会议记录', []]);
    assert.match(message, /^Nothing here looks like an annual report/);
    assert.equal(check(analyse(text)).length, 1);
  });
  for (const text of ['', ' \n\t\n'])
    it(`says of ${JSON.stringify(text)} that it is empty`, () => {
      assert.match(seenBy('not-a-report', text)[0].message, /^The file is empty\./);
    });
  it('is not said where a title, chapters or a table of the form are', () => {
    for (const text of [
      titled(),
      '## 一、总体情况\n\n## 六、其他需要报告的事项\n',
      documents('| 规章 | 0 | 0 | 0 |', '| 行政规范性文件 | 0 | 0 | 0 |'),
    ])
      assert.deepEqual(seenBy('not-a-report', text), []);
  });
});
