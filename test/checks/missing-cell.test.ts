import assert from 'node:assert/strict';
import { documents, seenBy, titled } from '../support/checking';

describe('missing-cell', () => {
  it('is silent about a whole row', () => {
    assert.deepEqual(seenBy('missing-cell', titled(documents('| 规章 | 0 | 0 | 0 |'))), []);
  });
  it('says how many figures a row has, and names the first field that is missing', () => {
    const [{ shown, field, message, fixes }] = seenBy(
      'missing-cell',
      titled(documents('| 规章 | 0 | 0 |', '| 行政规范性文件 | 0 | 0 | 0 |')),
    );
    assert.deepEqual([shown, field, message, fixes], ['规章', 'proactive.rules.effective', 'The row “规章” has 2 of 3 figures.', []]);
  });
  it('says so of a row without a label', () => {
    const text = titled(
      '## 四、政府信息公开行政复议、行政诉讼情况',
      '| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n| 1 | 0 | 0 | 0 | 1 |',
    );
    assert.equal(seenBy('missing-cell', text)[0].message, 'The row has 5 of 15 figures.');
  });
});
