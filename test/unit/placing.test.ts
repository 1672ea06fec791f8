import assert from 'node:assert/strict';
import { readReport } from '../../core/report/bind';
import { applyEdits } from '../../core/text/edit';
import { insertLines, missingParts } from '../../core/writing/placing';

const title = '# 平安县统计局2025年政府信息公开工作年度报告';

/** The lines of a text after one missing part has been inserted, blank ones left out. */
function withPart(text: string, chapter: number): string[] {
  const report = readReport(text);
  const part = missingParts(report).find((each) => each.chapter.number === chapter);
  assert.ok(part);
  return applyEdits(text, [insertLines(report.document, part.at, part.lines)])
    .split('\n')
    .filter((line) => line.trim() !== '');
}

describe('what a report lacks', () => {
  it('is a chapter, a chapter with its table, or a table', () => {
    const report = readReport(`${title}\n\n## 一、总体情况\n\n无\n\n## 二、主动公开政府信息情况\n`);
    assert.deepEqual(
      missingParts(report).map(({ kind, chapter }) => `${chapter.number} ${kind}`),
      ['2 table', '3 chapter-with-table', '4 chapter-with-table', '5 chapter', '6 chapter'],
    );
  });
  it('is a table in HTML where the chapter has one that is not read', () => {
    const report = readReport(
      `${title}\n\n## 二、主动公开政府信息情况\n\n<table><tr><td>a</td></tr></table>\n\n## 五、存在的主要问题及改进情况\n`,
    );
    assert.equal(missingParts(report).find(({ chapter }) => chapter.number === 2)?.kind, 'html-table');
  });
  it('is no table as HTML where that stands in the next chapter', () => {
    const report = readReport(`${title}\n\n## 二、主动公开政府信息情况\n\n## 五、存在的主要问题及改进情况\n\n<table></table>\n`);
    assert.equal(missingParts(report).find(({ chapter }) => chapter.number === 2)?.kind, 'table');
  });
});

describe('a missing chapter', () => {
  const foot = '平安县统计局\n2026年1月20日';
  it('goes before the next chapter that is there', () => {
    const lines = withPart(`${title}\n\n## 一、总体情况\n\n无\n\n## 六、其他需要报告的事项\n\n无\n`, 5);
    assert.deepEqual(lines.slice(3), ['## 五、存在的主要问题及改进情况', '## 六、其他需要报告的事项', '无']);
  });
  it('goes before the signature where no chapter follows', () => {
    const lines = withPart(`${title}\n\n## 一、总体情况\n\n无\n\n${foot}\n`, 6);
    assert.deepEqual(lines.slice(-3), ['## 六、其他需要报告的事项', ...foot.split('\n')]);
  });
  it('goes to the end where there is no signature', () => {
    assert.deepEqual(withPart(`${title}\n\n## 一、总体情况\n\n无。\n`, 6).slice(-2), ['无。', '## 六、其他需要报告的事项']);
  });
  it('goes before a comment at the end that is never closed, which would swallow it', () => {
    const lines = withPart(`${title}\n\n## 一、总体情况\n\n无。\n\n<!-- 待补\n还有\n`, 6);
    assert.deepEqual(lines.slice(-3), ['## 六、其他需要报告的事项', '<!-- 待补', '还有']);
  });
  it('goes to the end after a comment that is closed', () => {
    assert.equal(withPart(`${title}\n\n## 一、总体情况\n\n无。\n\n<!-- 待补 -->\n`, 6).at(-1), '## 六、其他需要报告的事项');
  });
  it('has the marks of the headings that are there', () => {
    assert.ok(withPart(`${title}\n\n### 一、总体情况\n\n无。\n`, 6).includes('### 六、其他需要报告的事项'));
    assert.ok(withPart('平安县统计局2025年政府信息公开工作年度报告\n\n一、总体情况\n\n无。\n', 6).includes('六、其他需要报告的事项'));
  });
});
