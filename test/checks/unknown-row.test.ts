import assert from 'node:assert/strict';
import { documents, seenBy, titled } from '../support/checking';

const table = (label: string) => titled(documents('| 规章 | 0 | 0 | 0 |', '| 行政规范性文件 | 0 | 0 | 0 |', `| ${label} | 3 | 0 | 3 |`));

describe('unknown-row', () => {
  it('is silent about the form’s rows and their other printed names', () => {
    assert.deepEqual(seenBy('unknown-row', titled(documents('| 规章 | 0 | 0 | 0 |', '| 规范性文件 | 0 | 0 | 0 |'))), []);
  });
  it('marks a row that the form does not have, and has no fix', () => {
    const [{ shown, message, fixes }, ...others] = seenBy('unknown-row', table('行政确认'));
    assert.deepEqual([shown, fixes, others], ['行政确认', [], []]);
    assert.equal(message, 'The form of 2021 has no row “行政确认” in this table.');
  });
  it('shows 24 characters of a long label, and cuts off the 25th', () => {
    const label = '其他依照法律法规规定应当由本机关主动公开的信息件数';
    assert.match(seenBy('unknown-row', table(label.slice(0, 24)))[0].message, new RegExp(`“${label.slice(0, 24)}”`));
    assert.match(seenBy('unknown-row', table(label.slice(0, 25)))[0].message, new RegExp(`“${label.slice(0, 24)}…”`));
  });
});
