import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { statementsOf } from '../../server/src/prose/statements';
import { applicants, noughts, subjects } from '../../server/src/prose/subjects';
import { readReport } from '../../server/src/report/bind';
import { latestEdition } from '../../server/src/standard';
import { describeReal, realReports } from '../support/real';

/** What a sentence states in a report of the water office on 2025. */
function stated(sentence: string): string[] {
  const report = readReport(`平安县水利局2025年政府信息公开工作年度报告\n\n一、总体情况\n\n${sentence}\n`);
  return statementsOf(report).map(({ subject, value, exact }) => `${subject}=${value}${exact ? '' : '~'}`);
}

describe('statements', () => {
  const lines = readFileSync(path.resolve(__dirname, '../prose/statements.txt'), 'utf8')
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

  it('have patterns whose examples they bind', () => {
    for (const { id, examples, topic } of subjects)
      for (const [clause, figure] of examples) {
        const [intro] = { requests: ['政府信息公开申请：'], disputes: ['因政府信息公开，'], documents: ['规范性文件：'] }[topic];
        assert.deepEqual(stated(intro + clause), [`${id}=${figure}`], clause);
      }
    for (const { id, examples } of applicants)
      for (const clause of examples) {
        const [, figure] = /(\d+)件/.exec(clause) ?? [];
        assert.deepEqual(stated(`收到政府信息公开申请9件，${clause}`), ['new=9', `${id}=${figure}`], clause);
      }
    for (const { subject, examples } of noughts)
      for (const clause of examples) assert.deepEqual(stated(`关于政府信息公开：${clause}`), [`${subject}=0`], clause);
  });

  it('have fields in the form', () => {
    for (const { fields, id } of subjects)
      for (const field of fields)
        if (!field.includes('*') && field !== 'requests.otherwise.total') assert.ok(latestEdition.fieldById.has(field), `${id} ${field}`);
  });
});

describeReal('statements of the published reports', () => {
  const expected: Record<string, string[]> = {
    '000': ['new=0', 'disputes=0'],
    '001': ['new=0'],
    '002': ['new=5', 'reconsideration=0', 'litigation=0'],
    '003': [],
    '004': ['new=0', 'handled=0', 'carriedOut=0', 'disputes=0'],
  };
  for (const [name, text] of realReports())
    it(name, () => {
      const found = statementsOf(readReport(text));
      assert.deepEqual(
        found.map(({ subject, value }) => `${subject}=${value}`),
        expected[name],
      );
      for (const { figure, start, end } of found) if (figure) assert.match(text.slice(start, end), /^\d+$/);
    });
});
