import assert from 'node:assert/strict';
import { analyse } from '../../core/analysis/analyse';
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
