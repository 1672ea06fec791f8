import assert from 'node:assert/strict';
import { readReport } from '../../core/report/bind';
import { outlineOf } from '../../core/report/outline';
import { paragraphsOf } from '../../core/report/paragraphs';

const title = '平安县统计局2025年政府信息公开工作年度报告';

function proseOf(text: string): string[] {
  const report = readReport(text);
  return paragraphsOf(report, outlineOf(report)).map(({ start, end }) => report.document.text.slice(start, end));
}

function proseIn(...lines: string[]): string[] {
  return proseOf([title, ...lines].join('\n'));
}

/** The prose of a table of the form with lines between its two rows. */
function proseWithin(...lines: string[]): string[] {
  return proseIn('二、主动公开政府信息情况', '规章 | 1 | 2 | 3', ...lines, '行政规范性文件 | 1 | 2 | 3');
}

describe('prose', () => {
  it('begins after the title, leaves out headings of the form and comments, and reads what follows them on their line', () => {
    assert.deepEqual(proseOf(`网站导航\n${title}\n一、总体情况：全年平稳。\n<!-- 待核 -->\n（一）主动公开情况\n公开3条。`), [
      '全年平稳。',
      '公开3条。',
    ]);
  });
  it('begins with the text where it has no title', () => {
    assert.deepEqual(proseOf('导语。\n一、总体情况\n全年平稳。'), ['导语。', '全年平稳。']);
  });
  it('ends before the signature', () => {
    assert.deepEqual(proseIn('六、其他需要报告的事项', '无。', '平安县统计局', '', '2026年1月20日'), ['无。']);
  });
  it('is nothing where the signature follows the title', () => {
    assert.deepEqual(proseIn('平安县统计局', '2026年1月20日'), []);
  });
  it('has the headings of an office’s own, which may state figures, with the text after them', () => {
    assert.deepEqual(proseIn('五、存在的主要问题及改进情况', '（一）2件申请逾期', '（六）队伍建设：培训3次。'), [
      '（一）2件申请逾期',
      '（六）队伍建设：培训3次。',
    ]);
  });
  it('knows the chapter and the part of it that it stands in', () => {
    const report = readReport(`${title}\n一、总体情况\n（一）主动公开情况\n公开3条。`);
    assert.deepEqual(
      paragraphsOf(report, outlineOf(report)).map(({ chapter, section }) => [chapter?.id, section?.label]),
      [['overview', '主动公开']],
    );
  });
  it('has each row of a table of the office’s own, without white space around it', () => {
    assert.deepEqual(proseIn('六、其他需要报告的事项', '　项\t数　', '---|---', '甲\t3件', '\t\t', '乙\t4件', '\t附言'), [
      '项\t数',
      '甲\t3件',
      '乙\t4件',
      '附言',
    ]);
  });
  it('has the lines within a table of the form if there is a sentence among them: sixteen characters at least', () => {
    const sentence = '本表截至年末，由办公室负责填报。';
    assert.equal(sentence.length, 16);
    assert.deepEqual(proseWithin(sentence.slice(1)), []);
    assert.deepEqual(proseWithin(sentence), [sentence]);
    assert.deepEqual(proseWithin('（续表）', `  ${sentence} `), ['（续表）', sentence]);
  });
  it('takes a line of cells within a table of the form for a sentence if it has a full stop', () => {
    assert.deepEqual(proseWithin('本表截至年末\t由办公室填报共两页的数据'), []);
    assert.deepEqual(proseWithin('本表截至年末\t由办公室填报共两页的数据。'), ['本表截至年末\t由办公室填报共两页的数据。']);
  });
  it('has no comment that stands within a table of the form', () => {
    assert.deepEqual(proseWithin('<!-- 本表截至年末由办公室填报。 -->', '数据截至2025年末由办公室负责填报。'), [
      '数据截至2025年末由办公室负责填报。',
    ]);
  });
  it('has no line of more than 2²⁰ characters', () => {
    const long = `${'字'.repeat(2 ** 20 - 1)}。`;
    assert.deepEqual(
      proseIn('一、总体情况', long, `字${long}`).map(({ length }) => length),
      [2 ** 20],
    );
  });
});
