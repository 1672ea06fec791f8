import assert from 'node:assert/strict';
import { clauseOfDenial, clauseOfFigure, type Passage } from '../../core/prose/clauses';
import { sentencesOf } from '../../core/prose/sentences';
import { readReport } from '../../core/report/bind';
import { outlineOf } from '../../core/report/outline';
import { paragraphsOf } from '../../core/report/paragraphs';

/** The first sentence of a report on 2025. */
function passageOf(prose: string): Passage {
  const report = readReport(`平安县水利局2025年政府信息公开工作年度报告\n\n一、总体情况\n\n${prose}\n`);
  const [paragraph] = paragraphsOf(report, outlineOf(report)).slice(-1);
  const [sentence] = sentencesOf(report.document.text, paragraph).slice(-1);
  return { report, paragraph, sentence };
}
const around = (prose: string, index: number) => {
  const { before, after } = clauseOfFigure(passageOf(prose), index);
  return [before, after];
};

describe('the clause of a figure', () => {
  it('goes from a comma or a parenthesis to one', () => {
    assert.deepEqual(around('全年，收到申请9件已办，答复', 0), ['收到申请', '已办']);
    assert.deepEqual(around('全年,收到申请9件已办,答复', 0), ['收到申请', '已办']);
    assert.deepEqual(around('全年（收到申请9件已办（答复', 0), ['收到申请', '已办']);
    assert.deepEqual(around('全年(收到申请9件已办(答复', 0), ['收到申请', '已办']);
    assert.deepEqual(around('全年）收到申请9件', 0), ['收到申请', '']);
    assert.deepEqual(around('全年)收到申请9件', 0), ['收到申请', '']);
  });

  it('goes on over 、 and colons before the figure, and ends at them after it', () => {
    assert.deepEqual(around('收到、办结：申请9件：答复', 0), ['收到、办结：申请', '']);
    assert.deepEqual(around('申请9件已办:答复', 0), ['申请', '已办']);
    assert.deepEqual(around('申请9件已办、答复', 0), ['申请', '已办']);
  });

  it('begins after the figure before and ends at the next', () => {
    assert.deepEqual(around('收到9件办结8件答复7件', 1), ['办结', '答复']);
    assert.deepEqual(around('收到9件，办结8件', 1), ['办结', '']);
  });

  it('is kept to its sentence', () => assert.deepEqual(around('收到9件。办结8件', 0), ['办结', '']));

  it('has no white space, and relative years', () => {
    assert.deepEqual(around('2024 年 结转 申请 9 件 结转至 2026 年', 0), ['上年结转申请', '结转至下年']);
  });

  it('knows what the sentence and the clause say before it, as written', () => {
    const { said, lead, earlier } = clauseOfFigure(passageOf('全年，收到 9 件办结 8件'), 1);
    assert.deepEqual([said, lead, earlier], ['全年，收到 9 件办结 ', '收到 9 件办结 ', '全年，收到 9 件']);
  });
});

describe('the clause of a denial', () => {
  it('ends with the denial', () => {
    const passage = passageOf('2024年，全 年未收到申请');
    const at = passage.report.document.text.indexOf('未收到');
    assert.deepEqual(clauseOfDenial(passage, at), { said: '2024年，全 年', lead: '全 年', earlier: '2024年，', before: '全年', after: '' });
  });
});
