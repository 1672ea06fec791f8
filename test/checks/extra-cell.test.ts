import assert from 'node:assert/strict';
import { documents, seenBy, titled } from '../support/checking';

describe('extra-cell', () => {
  it('is silent about a whole row', () => {
    assert.deepEqual(seenBy('extra-cell', titled(documents('| 规章 | 0 | 0 | 0 |'))), []);
  });
  it('marks all figures that are too many, and says how many the row has', () => {
    const [{ shown, field, message, fixes }] = seenBy('extra-cell', titled(documents('| 规章 | 0 | 0 | 0 | 7 | 8 |')));
    assert.deepEqual([shown, field, fixes], ['7 | 8', 'proactive.rules.effective', []]);
    assert.equal(message, 'The row “规章” has 5 figures; the form has 3.');
  });
  it('says so of a row without a label', () => {
    const head = `| ${Array(3).fill('结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计').join(' | ')} |`;
    const text = titled('## 四、政府信息公开行政复议、行政诉讼情况', `${head}\n| ${Array(16).fill('0').join(' | ')} |`);
    assert.equal(seenBy('extra-cell', text)[0].message, 'The row has 16 figures; the form has 15.');
  });
});
