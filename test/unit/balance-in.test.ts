import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { balanceIn } from '../../server/features/balance';
import { hoverAt } from '../../server/features/hover';
import { read } from '../support/reading';

/** Disputes whose sum is wrong in a way that several corrections explain; `prose` says something of them. */
const reading = (prose: string) => {
  const text = `# 平安县统计局2025年政府信息公开工作年度报告

## 一、总体情况

${prose}

## 四、政府信息公开行政复议、行政诉讼情况

| 行政复议 | | | | | 行政诉讼 | | | | | | | | | |
| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经复议直接起诉 | | | | | 复议后起诉 | | | | |
| | | | | | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |
| 2 | 1 | 1 | 1 | 6 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
`;
  return read(TextDocument.create('file:///a.nianbao', 'nianbao', 1, text), {});
};

describe('a table as hover, hints and code lens judge it', () => {
  for (const prose of ['全年无重大变化。', '本年政府信息公开行政复议5件。'])
    it(`has the same repairs as the findings: ${prose}`, () => {
      const own = reading(prose);
      const { disputes } = own.report.tables;
      assert.ok(disputes);
      const balance = balanceIn(own, disputes);
      const judged = (balance?.repairs ?? []).flatMap(({ changes }) => changes.map(({ cell, to }) => `${cell.field.id} ${to}`));
      const found = own.findings
        .filter(({ code }) => code === 'suspect-cell')
        .map(({ field, fixes }) => `${field} ${fixes?.[0].edits[0].newText.trim()}`);
      assert.deepEqual(judged, found);
      assert.equal(found.length, prose.includes('5件') ? 1 : 0);
    });

  it('is the table that the hover of a repaired cell shows as broken', () => {
    const own = reading('本年政府信息公开行政复议5件。');
    const [suspect] = own.findings.filter(({ code }) => code === 'suspect-cell');
    const hover = JSON.stringify(hoverAt(own, suspect.start)?.contents);
    assert.match(hover, /2 \+ 1 \+ 1 \+ 1 = 5 ≠ 6` ✗/);
    assert.equal(hover.match(/✗/g)?.length, suspect.related?.length);
  });
});
