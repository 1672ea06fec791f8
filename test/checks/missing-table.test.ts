import assert from 'node:assert/strict';
import { documents, seenBy, titled } from '../support/checking';

describe('missing-table', () => {
  it('is silent where the table is there, and where its chapter is missing too', () => {
    assert.deepEqual(seenBy('missing-table', titled(documents('| 规章 | 0 | 0 | 0 |'))), []);
    assert.deepEqual(seenBy('missing-table', titled('## 一、总体情况')), []);
  });
  it('inserts the blank table, which fix-all leaves to the office', () => {
    const [{ shown, message, fixes }] = seenBy('missing-table', titled('## 四、政府信息公开行政复议、行政诉讼情况', '未发生。'));
    assert.equal(shown, '四、政府信息公开行政复议、行政诉讼情况');
    assert.equal(message, 'The table of the chapter “四、政府信息公开行政复议、行政诉讼情况” is missing.');
    assert.deepEqual([fixes[0].title, fixes[0].restoresForm], ['Insert the blank table', false]);
    assert.match(fixes[0].text, /\| 结果维持 \|/);
  });
  it('says of a table in HTML how it is read, and inserts none', () => {
    const html = '<table><tr><td>规章</td><td>0</td></tr></table>';
    const [{ message, fixes }] = seenBy('missing-table', titled('## 二、主动公开政府信息情况', html));
    assert.match(message, /stands here as HTML and is not read; “Import Report …” or nianbao convert writes it out\.$/);
    assert.deepEqual(fixes, []);
  });
});
