import assert from 'node:assert/strict';
import { prose, seenBy } from '../support/checking';

const parts = (whole: number) => prose(`共主动公开政府信息${whole}条，其中通知公告314条，工作动态335条，政策法规44条。`);

describe('prose-breakdown', () => {
  it('is silent where the parts add up', () => {
    assert.deepEqual(seenBy('prose-breakdown', parts(693)), []);
  });
  it('marks the whole, leads to the parts, and changes the whole to their sum', () => {
    const [{ shown, message, related, fixes }, ...others] = seenBy('prose-breakdown', parts(703));
    assert.deepEqual([shown, others], ['703', []]);
    assert.equal(message, 'The parts named make 693, the whole is said to be 703 (314 + 335 + 44 = 693).');
    assert.deepEqual(related, Array(3).fill('This is one of the parts.'));
    assert.deepEqual(fixes, [{ title: 'Change the whole to 693', text: parts(693), restoresForm: false }]);
  });
  it('shows parts of 0 in the sum', () => {
    const text = prose('共主动公开政府信息703条，其中通知公告314条，工作动态335条，政策法规0条。');
    assert.match(seenBy('prose-breakdown', text)[0].message, /\(314 \+ 335 \+ 0 = 649\)/);
  });
  it('is silent about lists that say that they are partial', () => {
    for (const word of ['主要', '其余为其他，']) {
      assert.deepEqual(
        seenBy('prose-breakdown', prose(`共公开信息703条，其中${word}通知公告314条，工作动态335条，政策法规44条。`)),
        [],
        word,
      );
    }
  });
  it('is silent where one of the figures differs from the table’s', () => {
    const table = '\n\n| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n| 规章 | 0 | 0 | 0 |\n| 行政规范性文件 | 4 | 0 | 20 |\n';
    const text = prose('全年制定发布规范性文件9件，其中甲类3件，乙类3件，丙类2件。');
    assert.equal(seenBy('prose-breakdown', text).length, 1);
    const withTable = `${text}\n## 二、主动公开政府信息情况${table}`;
    assert.equal(seenBy('prose-figure', withTable).length, 1);
    assert.deepEqual(seenBy('prose-breakdown', withTable), []);
  });
});
