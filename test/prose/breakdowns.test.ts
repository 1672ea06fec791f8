import assert from 'node:assert/strict';
import { breakdownsOf } from '../../core/prose/breakdowns';
import { readReport } from '../../core/report/bind';
import { outlineOf } from '../../core/report/outline';
import { paragraphsOf } from '../../core/report/paragraphs';

/** The breakdowns of a sentence, as `whole = part + part`. */
function breakdowns(sentence: string): string[] {
  const report = readReport(`平安县水利局2025年政府信息公开工作年度报告\n\n一、总体情况\n\n${sentence}\n`);
  return breakdownsOf(report, paragraphsOf(report, outlineOf(report))).map(
    ({ whole, parts }) => `${whole.value} = ${parts.map(({ value }) => value).join(' + ')}`,
  );
}

describe('breakdownsOf', () => {
  const cases: [rule: string, sentence: string, ...found: string[]][] = [
    ['takes a figure, 其中, and figures of its unit', '发布信息9条，其中动态4条，公告3条，解读1条。', '9 = 4 + 3 + 1'],
    ['takes three parts, whatever they come to', '发布信息90条，其中动态4条，公告3条，解读1条。', '90 = 4 + 3 + 1'],
    ['takes two parts that come to nine tenths of the whole', '发布信息20条，其中动态15条，公告3条。', '20 = 15 + 3'],
    ['takes two parts that come to more than the whole', '发布信息20条，其中动态15条，公告8条。', '20 = 15 + 8'],
    ['takes no two parts that come to less', '发布信息20条，其中动态15条，公告2条。'],
    ['takes no single part', '发布信息20条，其中动态20条。'],
    ['takes no figure without 其中', '发布信息9条，动态4条，公告3条，解读1条。'],
    ['takes no list without a whole', '其中动态4条，公告3条，解读1条。'],
    ['leaves percentages out of the parts', '发布信息9条，其中动态4条，占44%，公告3条，解读2条。', '9 = 4 + 3 + 2'],
    ['takes no list with another unit', '发布信息9条，其中文件4份，动态3条，公告3条，解读1条。'],
    ['takes no rough whole', '发布信息20余条，其中动态4条，公告3条，解读1条。'],
    ['takes no rough part', '发布信息20条，其中动态约4条，公告3条，解读1条。'],
    ['takes no list that names only some', '发布信息20条，其中主要有动态4条，公告3条，解读1条。'],
    ['takes no list that ends in 等', '发布信息20条，其中动态4条，公告3条，解读1条等。'],
    ['takes no list with the rest in the next sentence', '发布信息20条，其中动态4条，公告3条，解读1条。其余按时更新。'],
    ['takes no list with the rest in the next sentence after white space', '发布信息20条，其中动态4条，公告3条，解读1条； 其他略。'],
    ['takes 部分公开 for a part like others', '办结申请9件，其中予以公开4件，部分公开3件，不予公开2件。', '9 = 4 + 3 + 2'],
    ['takes no list with 12 characters and more between', '发布信息9条一二三四五六七八九十甲乙丙，其中动态4条，公告3条，解读1条。'],
    ['takes a list with 12 characters between', '发布信息9条一二三四五六七八九十甲，其中动态4条，公告3条，解读1条。', '9 = 4 + 3 + 1'],
    ['ends a list at the next 其中', '发布信息9条，其中动态5条，公告4条，其中甲2条，乙1条，丙1条。', '9 = 5 + 4', '4 = 2 + 1 + 1'],
    [
      'leaves lists in parentheses to the figure before them',
      '公开信息9条，其中财务5条（其中预算2条、决算2条、调整1条），采购3条，人事1条。',
      '9 = 5 + 3 + 1',
      '5 = 2 + 2 + 1',
    ],
    ['reads ASCII parentheses, and those within others', '公开信息9条，其中财务5条(含(甲)2条)，采购3条，人事1条。', '9 = 5 + 3 + 1'],
    ['takes what is not closed as in parentheses up to the end', '公开信息9条，其中财务5条，采购4条（人事1条，其他2条。', '9 = 5 + 4'],
    ['takes parentheses after a list for none', '公开信息9条），其中财务5条，采购3条，人事1条。', '9 = 5 + 3 + 1'],
    ['takes no list in parentheses without 其中', '公开信息9条（预算2条、决算2条、调整1条）。'],
    ['takes no list in parentheses that names only some', '公开信息9条（其中主要有预算2条、决算2条、调整1条）。'],
    ['takes no list in parentheses with another unit', '公开信息9条（其中预算2份、决算2条、调整1条）。'],
    ['takes no list in parentheses that are not closed', '公开信息9条（其中预算2条、决算2条、调整1条。'],
    ['takes a list in parentheses alone', '公开信息9条（其中预算2条、决算2条、调整1条），采购7条。', '9 = 2 + 2 + 1'],
    ['keeps to one sentence', '发布信息9条。其中动态4条，公告3条，解读1条。'],
  ];
  for (const [rule, sentence, ...found] of cases) it(`${rule}: ${sentence}`, () => assert.deepEqual(breakdowns(sentence), found));
});
