import assert from 'node:assert/strict';
import { analyse, analyseAll, analyseEach, rangeInFile } from '../../core/analysis/analyse';
import { latestEdition } from '../../core/form';
import { reportIn } from '../support/shapes';

const text = reportIn({ edition: latestEdition, year: 2025, organ: '平安县水利局', shape: 'markdown', text: () => '0' });

describe('the analysis of a report', () => {
  it('has the document, the outline, the report, its tables judged, and what the prose states', () => {
    const analysis = analyse(`${text}\n`);
    assert.equal(analysis.document.text, `${text}\n`);
    assert.equal(analysis.report.identity.organ, '平安县水利局');
    assert.deepEqual(analysis.outline.filter(({ kind }) => kind === 'form-table').length, Object.keys(analysis.report.tables).length);
    assert.deepEqual(
      analysis.balances.map(({ table }) => table.table.form.id),
      ['requests', 'disputes'],
    );
  });
  it('is made once: each part is the same value however often it is asked for', () => {
    const analysis = analyse(text);
    for (const part of ['outline', 'paragraphs', 'statements', 'breakdowns', 'balances'] as const)
      assert.equal(analysis[part], analysis[part], part);
  });
  it('judges nothing and states nothing where the text is no report', () => {
    const { report, balances, statements, paragraphs } = analyse('会议纪要\n本年新收申请3件。\n');
    assert.deepEqual([report.isReport, balances, statements, paragraphs], [false, [], [], []]);
  });
  it('reads any text', () => {
    for (const odd of ['', '\n', '\ufeff', '|', '|||\n---', '<!--', '一、', '\u0000']) assert.equal(analyse(odd).document.text, odd);
  });
});

describe('the analyses of a text with several reports', () => {
  const title = '平安县水利局2025年政府信息公开工作年度报告';
  const second = title.replace('水利局', '教育局');
  const both = [title, '一、总体情况', '全年平稳。', second, '一、总体情况', '全年平稳。'].join('\n');

  it('are one for each report', () => {
    assert.deepEqual(
      analyseAll(both).map(({ report }) => report.identity.organ),
      ['平安县水利局', '平安县教育局'],
    );
  });
  it('know the line of the file on which the report begins, and places in the file', () => {
    const placed = [...analyseEach(both)];
    assert.deepEqual(
      placed.map(({ firstLine, analysis }) => [firstLine, analysis.report.identity.organ]),
      [
        [0, '平安县水利局'],
        [3, '平安县教育局'],
      ],
    );
    assert.deepEqual(rangeInFile(placed[1], placed[1].analysis.paragraphs[0]), {
      start: { line: 5, character: 0 },
      end: { line: 5, character: 5 },
    });
  });
});
