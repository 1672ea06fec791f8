import assert from 'node:assert/strict';
import { readReport } from '../../core/report/bind';
import { beginningOf, keptLines, linesOf, rowAbove } from '../../core/report/lines';
import type { BoundTable, Report } from '../../core/report/report';

const heading = '二、主动公开政府信息情况';
const regulations = '规章 | 1 | 2 | 3';
const norms = '行政规范性文件 | 1 | 2 | 3';

function tableIn(...lines: string[]): { report: Report; table: BoundTable } {
  const report = readReport(lines.join('\n'));
  const [table, ...others] = Object.values(report.tables);
  assert.equal(others.length, 0);
  return { report, table };
}

/** The lines that the only table of a text takes up. */
function linesIn(...lines: string[]): string[] {
  const { report, table } = tableIn(...lines);
  const { first, last } = linesOf(report, table);
  return lines.slice(first, last + 1);
}

/** What is kept of the lines of the only table of a text, and what it precedes: a row by its label, headings by their article. */
function keptIn(...lines: string[]): string[][] | undefined {
  const { report, table } = tableIn(heading, ...lines);
  return keptLines(report, table, linesOf(report, table))?.map(({ text, isComment, before }) => {
    const next = !before ? 'nothing' : 'label' in before ? report.document.text.slice(before.start, before.end) : before.citation?.article;
    return [text, next ?? '', ...(isComment ? ['comment'] : [])];
  });
}

describe('the lines of a table', () => {
  it('are those from its first label to its last figure', () => {
    assert.deepEqual(linesIn(heading, '前文。', regulations, '说明。', norms, '后文。'), [regulations, '说明。', norms]);
  });
  it('have lines of separators alone next to them, at the beginning and the end of the text as well', () => {
    const lines = ['| | |', regulations, norms, norms.replace('行政规范性文件', '自有文件'), '| | |', '| --- | --- |', '| | |'];
    assert.deepEqual(linesIn(...lines), lines);
    assert.deepEqual(linesIn(...lines.slice(1, -3)), lines.slice(1, -3));
  });
  it('go on over blank lines after them to more separators, and to nothing else', () => {
    assert.deepEqual(linesIn(heading, regulations, '', '| | |', '', '后文。', '| | |'), [regulations, '', '| | |']);
  });
  it('have no page number next to them', () => {
    assert.deepEqual(linesIn(heading, '- 3 -', regulations, '- 4 -', '| | |'), [regulations]);
  });
  it('have a pipe on a line of its own that closes the last cell', () => {
    const lines = ['规章', '|', '1', '|', '2', '|', '3', '|'];
    assert.deepEqual(linesIn(heading, ...lines), lines);
  });
  it('have no cells with text next to them', () => {
    assert.deepEqual(linesIn(heading, regulations, '| 备注 | | |'), [regulations]);
  });
  it('have no mark of Word next to them', () => {
    assert.deepEqual(linesIn(heading, regulations, '[bookmark: a]'), [regulations]);
  });
  it('have no line that goes on with text above the table, which rewriting the table would lose', () => {
    const table = ['\t规章', '\t1', '\t2', '\t3'];
    assert.deepEqual(linesIn(heading, '\t以下为本机关', '主动公开情况', ...table), table);
  });
});

describe('the lines kept within a table', () => {
  it('are text and comments, each with the row after it', () => {
    assert.deepEqual(keptIn(regulations, '<!-- 待核 -->', '数据截至年末。', '', '- 3 -', norms), [
      ['<!-- 待核 -->', norms, 'comment'],
      ['数据截至年末。', norms],
    ]);
  });
  it('are none where all belongs to the table, broken labels and headings included', () => {
    assert.deepEqual(keptIn('第二十条', '第（一）项', '信息内容 | 本年制发', '件数', regulations, '行政规范', '性文件 | 1 | 2 | 3'), []);
    assert.deepEqual(keptIn('规章 | 1 |  | 3', norms), []);
    assert.deepEqual(keptIn('\t规章', '\t1', '\t2', '\t3', '\t行政规范性', '文件', '\t1', '\t2', '\t3'), []);
  });
  it('have a line that goes on with the kept line above it, and none that goes on with a label', () => {
    const table = ['\t规章', '\t1', '\t2', '\t3', '\t数据截至', '年末', '\t行政规范性', '文件', '\t1', '\t2', '\t3'];
    assert.deepEqual(
      keptIn(...table)?.map(([text]) => text),
      ['\t数据截至', '年末'],
    );
  });
  it('have a line of which one cell or one word is foreign', () => {
    assert.deepEqual(
      keptIn(regulations, '第二十条 | 数据截至年末', '第二十条 数据截至年末', norms)?.map(([text]) => text),
      ['第二十条 | 数据截至年末', '第二十条 数据截至年末'],
    );
  });
  it('can’t be told where a line holds a row and something else, be it the first, one between, or the last', () => {
    const other = ' | 数据截至年末';
    assert.equal(keptIn(`${regulations}${other}`, norms), undefined);
    assert.equal(keptIn(regulations, `${norms}${other}`, '规划文件 | 1 | 2 | 3'), undefined);
    assert.equal(keptIn(regulations, `${norms}${other}`), undefined);
  });
  it('can’t be told where a line holds a heading and something else', () => {
    assert.equal(keptIn('第二十条第（一）项 | 数据截至年末', regulations), undefined);
  });
  it('can’t be told where a line holds a row of the office’s own and something else', () => {
    assert.equal(keptIn(regulations, '规划文件 | 1 | 2 | 3 | 数据截至年末', norms), undefined);
  });
  it('precede a row of the office’s own, if that comes next', () => {
    const own = '自有文件 | 1 | 2 | 3';
    assert.deepEqual(keptIn(regulations, '备注说明文字', own, '数据截至年末。', norms), [
      ['备注说明文字', own],
      ['数据截至年末。', norms],
    ]);
  });
  it('precede the headings of a block, if they stand between the line and the first row of the block', () => {
    const headings = ['第二十条第（六）项', '信息内容 | 本年处理决定数量'];
    assert.deepEqual(keptIn(regulations, '说明。', ...headings, '行政处罚 | 2'), [['说明。', '第二十条第（六）项']]);
    assert.deepEqual(keptIn(regulations, ...headings, '说明。', '行政处罚 | 2'), [['说明。', '行政处罚 | 2']]);
    assert.deepEqual(keptIn(regulations, '说明。', '行政处罚 | 2', ...headings, '行政强制 | 3'), [['说明。', '行政处罚 | 2']]);
  });
  it('precede the row where the headings of its block are repeated above it', () => {
    const headings = ['第二十条第（一）项', '信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数'];
    assert.deepEqual(keptIn(regulations, '说明。', ...headings, norms), [['说明。', norms]]);
  });
  it('precede nothing after the last row', () => {
    const headings = ['第二十条第（六）项', '信息内容 | 本年处理决定数量'];
    assert.deepEqual(keptIn(regulations, norms, '备注说明文字', ...headings), [['备注说明文字', 'nothing']]);
  });
});

describe('a row of a table', () => {
  const beginnings = (...lines: string[]) => {
    const { report, table } = tableIn(...lines);
    return table.rows.map((row) => report.document.text.slice(beginningOf(row), row.end));
  };
  it('begins at its label, also where its figures are missing', () => {
    assert.deepEqual(beginnings(heading, regulations, '行政规范性文件'), [regulations, '行政规范性文件']);
  });
  it('begins at its first figure where the form has no label for it', () => {
    const figures = '1 | 2 | 3 | 4 | 10 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0';
    const columns = '结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计';
    assert.deepEqual(beginnings('四、政府信息公开行政复议、行政诉讼情况', columns, figures), [figures]);
  });
  it('of the office’s own follows the row of the form that is nearest above it', () => {
    const above = (...lines: string[]) => {
      const { table } = tableIn(heading, ...lines);
      return rowAbove(table, table.unknownRows[0])?.form?.entry.label;
    };
    const own = '规划文件 | 1 | 2 | 3';
    assert.equal(above(regulations, norms, own), '行政规范性文件');
    assert.equal(above(regulations, own, norms), '规章');
  });
});
