import assert from 'node:assert/strict';
import { editions, latestEdition } from '../../core/form';
import { statementsOf } from '../../core/prose/statements';
import { readReport } from '../../core/report/bind';
import { outlineOf } from '../../core/report/outline';
import { paragraphsOf } from '../../core/report/paragraphs';
import { applyEdits } from '../../core/text/edit';
import { newReport } from '../../core/writing/renewal';
import { type Figures, inventFigures, mistype } from '../support/figures';
import { proseOn } from '../support/prose';
import { seeded } from '../support/random';
import { codesIn, findingsIn } from '../support/reading';
import { describeReal, realReports } from '../support/real';
import { reportIn, type Shape, textFrom } from '../support/shapes';

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
      const report = readReport(text);
      const found = statementsOf(report, paragraphsOf(report, outlineOf(report)));
      assert.deepEqual(
        found.map(({ subject, value }) => `${subject}=${value}`),
        expected[name],
      );
      for (const { figure, start, end } of found) if (figure) assert.match(text.slice(start, end), /^\d+$/);
    });
});

describe('prose and tables', () => {
  const shapeOf = (figures: Figures, shape: Shape, prose = proseOn(figures)) =>
    reportIn({ edition: latestEdition, year: 2025, organ: '平安县水利局', shape, text: textFrom(figures) }).replace(
      /(（一）主动公开情况。)/,
      (lead) => `${prose.join('\n')}\n${lead}`,
    );

  it('that agree give nothing to report', () => {
    for (let seed = 1; seed <= 30; seed++)
      for (const edition of editions) {
        const figures = inventFigures(seeded(seed), edition, 0.5);
        const text = reportIn({
          edition,
          year: edition.edition.years[0],
          organ: '平安县水利局',
          shape: 'tab-cells',
          text: textFrom(figures),
        });
        const prose = proseOn(figures).slice(edition.edition.id === '2021' ? 0 : 1);
        assert.deepEqual(codesIn(text.replace('（一）主动公开情况。', `${prose.join('\n')}\n（一）主动公开情况。`)), []);
      }
  });

  it('that differ in one figure of the prose give just one prose-figure, on that figure, with a fix in both directions', () => {
    const random = seeded(5);
    for (let seed = 1; seed <= 12; seed++) {
      const figures = inventFigures(seeded(seed), latestEdition, 0.5);
      const lines = proseOn(figures);
      for (const [index, line] of lines.entries())
        for (const match of line.matchAll(/\d+/g)) {
          const value = Number(match[0]);
          const changed = value > 0 && random.chance(0.5) ? value - 1 : value + 1;
          const wrong = `${line.slice(0, match.index)}${changed}${line.slice(match.index + match[0].length)}`;
          const text = shapeOf(figures, random.pick(['tab-cells', 'markdown', 'pipe-rows'] as const), lines.with(index, wrong));
          const found = findingsIn(text);
          assert.deepEqual(
            found.map(({ code }) => code),
            ['prose-figure'],
            wrong,
          );
          const at = text.indexOf(wrong) + match.index;
          assert.deepEqual([found[0].start, text.slice(found[0].start, found[0].end)], [at, String(changed)]);
          const [fix] = found[0].fixes ?? [];
          assert.deepEqual(codesIn(applyEdits(text, fix.edits)), []);
        }
    }
  });

  it('that differ because a cell is wrong which the relations name give that suspect-cell alone', () => {
    const random = seeded(6);
    for (let round = 0; round < 60; round++) {
      const figures = inventFigures(random, latestEdition, 0.5);
      const { id } = random.pick(latestEdition.tables.requests.fields);
      const wrong = new Map([...figures, [id, mistype(random, figures.get(id) ?? 0)]]);
      assert.deepEqual(codesIn(shapeOf(wrong, 'tab-cells', proseOn(figures))), [`suspect-cell@${id}`]);
    }
  });

  it('together name the cell that the relations alone can’t', () => {
    const figures = new Map(latestEdition.fields.map(({ id }) => [id, 0]));
    const right = new Map([...figures, ['disputes.reconsideration.upheld', 3], ['disputes.reconsideration.total', 3]]);
    for (const [id, value] of [['disputes.reconsideration.total', 5]] as const) {
      const wrong = new Map([...right, [id, value]]);
      const [alone] = findingsIn(shapeOf(wrong, 'markdown', []));
      assert.equal(alone.code, 'outcome-total');
      const found = findingsIn(shapeOf(wrong, 'markdown', proseOn(right)));
      assert.deepEqual(
        found.map(({ code, field }) => [code, field]),
        [['suspect-cell', id]],
      );
      assert.match(found[0].message, /The text says 3 for “行政复议” \/ “总计” too\.$/);
      const repaired = applyEdits(shapeOf(wrong, 'markdown', proseOn(right)), found[0].fixes?.[0].edits ?? []);
      assert.deepEqual(codesIn(repaired), []);
    }
  });

  it('that say there was nothing, where there was something, are told apart', () => {
    const figures = inventFigures(seeded(3), latestEdition, 0.9);
    const [finding, ...others] = findingsIn(shapeOf(figures, 'markdown', ['本年度未收到政府信息公开申请。']));
    assert.deepEqual([finding.code, finding.field, others.length], ['prose-figure', 'requests.new.total', 0]);
  });

  it('leave rough figures, drafts and text in cells alone', () => {
    const figures = inventFigures(seeded(3), latestEdition, 0.9);
    assert.deepEqual(codesIn(shapeOf(figures, 'markdown', ['全年共收到政府信息公开申请20余件。'])), []);
    const blank = newReport({ organ: '平安县水利局', year: 2025 })
      .join('\n')
      .replace('## 一、总体情况\n', '## 一、总体情况\n\n全年共收到政府信息公开申请20件。\n');
    assert.ok(!codesIn(blank).some((code) => code.startsWith('prose')));
  });
});

describe('breakdowns', () => {
  const codes = (sentence: string) =>
    codesIn(`平安县水利局2025年政府信息公开工作年度报告\n\n一、总体情况\n\n${sentence}\n`).filter((code) => code.startsWith('prose'));
  for (const [sentence, expected] of [
    ['共主动公开政府信息703条，其中通知公告314条，工作动态335条，年度计划2条，政策法规42条。', 'prose-breakdown'],
    ['共主动公开政府信息693条，其中通知公告314条，工作动态335条，年度计划2条，政策法规42条。', ''],
    ['全年主动发布信息53条，其中动态信息发布36条，规范性文件0条,其他16条，政策解读1条，回应关切0条。', ''],
    ['共发布信息2199条，其中政务要闻345条，图片新闻36条，通知公告111条。其余子栏目按时更新。', ''],
    ['共发布信息2199条，其中政务要闻345条，图片新闻36条，通知公告111条等。', ''],
    ['共发布信息2199条，其中主要有政务要闻345条，图片新闻36条，通知公告111条。', ''],
    ['共发布信息20条，其中文件5份，动态14条，公告3条。', ''],
    ['共发布信息20余条，其中动态14条，公告3条，解读1条。', ''],
    ['形成权力事项6223项，其中政务服务事项2022项。', ''],
    ['共发布信息20条，其中动态15条，公告8条。', 'prose-breakdown'],
    ['共发布信息20条，其中动态5条，公告8条。', ''],
    ['公开财务信息5条，其中部门财务信息2条(其中部门预算1条、部门决算1条)，其他财务信息2条，采购信息1条。', ''],
    ['公开财务信息5条，其中部门财务信息3条(其中部门预算1条、部门决算1条、调整2条)，其他财务信息1条，采购信息1条。', 'prose-breakdown'],
    ['公开财务信息5条，其中部门财务信息2条(其中部门预算1条、部门决算1条)，其他财务信息2条，采购信息2条。', 'prose-breakdown'],
  ] as const)
    it(`${expected || 'nothing'}: ${sentence}`, () => assert.deepEqual(codes(sentence), expected ? [expected] : []));
});

describe('shares and years', () => {
  const codes = (prose: string, year = 2025) =>
    codesIn(`平安县水利局${year}年政府信息公开工作年度报告\n\n${prose}\n`).filter((code) => code.startsWith('prose'));
  for (const [prose, expected] of [
    ['一、总体情况\n办结政府信息公开申请806件，不予处理158件，占19.6%。', ''],
    ['一、总体情况\n办结政府信息公开申请806件，不予处理158件，占20%。', ''],
    ['一、总体情况\n办结政府信息公开申请806件，不予处理158件，占29.6%。', 'prose-share'],
    ['一、总体情况\n办结806件，不予处理158件，占比19.60％。', ''],
    ['一、总体情况\n发布信息120条，占80%。', ''],
    ['一、总体情况\n公开的信息中，指南1条，占8%；公文5条，占41%；预决算2条，占17%。', ''],
    ['统计期限为2024年1月1日至2024年12月31日。\n一、总体情况\n……', 'prose-year'],
    ['统计期限为2025年1月1日至12月31日。\n一、总体情况\n……', ''],
    ['统计期限为2025年1月1日起至2024年12月31日。\n一、总体情况\n……', 'prose-year'],
    ['一、总体情况\n2024年，我局认真做好政府信息公开工作。', 'prose-year'],
    ['一、总体情况\n2025年，我局认真做好政府信息公开工作。', ''],
    ['一、总体情况\n2024年，县政府印发通知，我局认真落实。', ''],
    ['一、总体情况\n2024年，我局成立，与上年相比公开数量有所增加。', ''],
    ['一、总体情况\n……\n五、存在的主要问题及改进情况\n2024年，公开内容不够丰富。', ''],
  ] as const)
    it(`${expected || 'nothing'}: ${prose.replace(/\n/g, ' ')}`, () => assert.deepEqual(codes(prose), expected ? [expected] : []));
});
