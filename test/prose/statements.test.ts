import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { statementsOf } from '../../core/prose/statements';
import { readReport } from '../../core/report/bind';
import { outlineOf } from '../../core/report/outline';
import { paragraphsOf } from '../../core/report/paragraphs';
import { stated } from '../support/stated';

describe('statements', () => {
  const lines = readFileSync(path.resolve(__dirname, 'statements.txt'), 'utf8')
    .split('\n')
    .filter((line) => line.includes(' ⇒') && !line.startsWith('#'));
  for (const line of lines) {
    const [sentence, expected] = line.split(' ⇒');
    it(sentence.slice(0, 60), () => assert.deepEqual(stated(sentence).sort(), expected.trim().split(' ').filter(Boolean).sort()));
  }

  it('are shown by sentences enough, a third of them with none', () => {
    assert.ok(lines.length >= 120, String(lines.length));
    assert.ok(lines.filter((line) => line.endsWith('⇒')).length >= lines.length / 3);
  });

  const all = (text: string) => {
    const report = readReport(text);
    return statementsOf(report, paragraphsOf(report, outlineOf(report)));
  };
  const report = (...lines: string[]) => `平安县水利局2025年政府信息公开工作年度报告\n\n${lines.join('\n\n')}\n`;

  it('come in the text’s order, with where they stand, and their fields', () => {
    const text = report('一、总体情况', '未发生政府信息公开行政复议，收到政府信息公开申请1件。', '被提起行政诉讼2件，因政府信息公开。');
    assert.deepEqual(
      all(text).map(({ subject, start, end, figure, fields }) => [
        subject,
        text.slice(start, end),
        figure?.unit,
        fields.map(({ id }) => id),
      ]),
      [
        ['reconsideration', '未发生政府信息公开行政复议', undefined, ['disputes.reconsideration.total']],
        ['new', '1', '件', ['requests.new.total']],
        ['litigation', '2', '件', ['disputes.litigationDirect.total', 'disputes.litigationAfter.total']],
      ],
    );
  });

  it('are none of a subject whose fields the edition does not have', () => {
    const line = '制定规范性文件2件，现行有效3件';
    assert.deepEqual(stated(line), ['normativeIssued=2', 'normativeEffective=3']);
    assert.deepEqual(stated(line, { year: '2020年' }), []);
  });

  it('are looked for in the part on requests even where no word names a subject', () => {
    const lines = ['一、总体情况', '（二）依申请公开情况', '全年收到9件，办结8件'];
    assert.deepEqual(
      all(report(...lines)).map(({ subject, value }) => [subject, value]),
      [
        ['new', 9],
        ['handled', 8],
      ],
    );
    assert.deepEqual(all(report(lines[0], '（三）政府信息管理情况', lines[2])), []);
  });

  it('count applicants of the subject spoken of last in the sentence', () => {
    assert.deepEqual(
      all(report('一、总体情况', '收到政府信息公开申请9件，自然人5件，办结8件，自然人4件。自然人3件。')).map(({ fields, value }) => [
        fields[0].id,
        value,
      ]),
      [
        ['requests.new.total', 9],
        ['requests.new.natural', 5],
        ['requests.handled.total', 8],
        ['requests.handled.natural', 4],
      ],
    );
  });

  it('count applicants in the subject’s units alone, and not after a subject without applicants', () => {
    assert.deepEqual(stated('收到政府信息公开申请9件，自然人5人次'), ['new=9']);
    assert.deepEqual(stated('政府信息公开申请不予公开9件，自然人5件'), ['refused=9']);
    assert.deepEqual(stated('收到政府信息公开申请9件，不予公开2件，自然人5件'), ['new=9', 'refused=2', 'natural=5']);
  });
});

describe('statements of a report whose year is not known', () => {
  it('take the year to which requests are carried over as the next', () => {
    assert.deepEqual(stated('收到政府信息公开申请9件，结转至2026年3件', { year: '' }), ['new=9', 'carriedOut=3']);
  });

  it('bind nothing where the words do not tell which year is meant', () => {
    assert.deepEqual(stated('收到政府信息公开申请9件，结转2026年3件，2024年结转1件', { year: '' }), ['new=9']);
  });

  it('take figures of any year', () => assert.deepEqual(stated('2024年收到政府信息公开申请9件', { year: '' }), ['new=9']));
});
