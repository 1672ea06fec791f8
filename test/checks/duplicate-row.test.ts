import assert from 'node:assert/strict';
import { documents, seenBy, titled } from '../support/checking';

describe('duplicate-row', () => {
  it('is silent where each row stands once', () => {
    assert.deepEqual(seenBy('duplicate-row', titled(documents('| 规章 | 0 | 0 | 0 |', '| 行政规范性文件 | 0 | 0 | 0 |'))), []);
  });
  it('marks the second, leads to the first, and has no fix', () => {
    const text = titled(documents('| 规章 | 1 | 0 | 1 |', '| 行政规范性文件 | 0 | 0 | 0 |', '| 规章 | 2 | 0 | 2 |'));
    const [{ shown, field, message, related, fixes }, ...others] = seenBy('duplicate-row', text);
    assert.deepEqual([shown, field, fixes, others], ['规章', 'proactive.rules.issued', [], []]);
    assert.equal(message, 'The row “规章” stands in the table already. Only its first occurrence is read.');
    assert.deepEqual(related, ['The row stands here first.']);
  });
  it('says of the one row without a label that the figures stand there twice', () => {
    const figures = `| ${Array(15).fill('0').join(' | ')} |`;
    const head = `| ${Array(3).fill('结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计').join(' | ')} |`;
    const [{ message }] = seenBy(
      'duplicate-row',
      titled('## 四、政府信息公开行政复议、行政诉讼情况', [head, figures, '', head, figures].join('\n')),
    );
    assert.equal(message, 'The table’s figures stand here a second time. Only the first are read.');
  });
});
