import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { analyse } from '../../core/analysis/analyse';
import { latestEdition } from '../../core/form';
import { readReport } from '../../core/report/bind';
import { type Block, blocksOfLines, outlineOf } from '../../core/report/outline';
import { manuscriptOf } from '../../core/writing/manuscript';
import { previewOf } from '../../server/features/preview';
import { read } from '../support/reading';
import { reportIn } from '../support/shapes';

const title = '# 平安县统计局2025年政府信息公开工作年度报告';

/** Kind and words of each block after the title. */
function blocksIn(...lines: string[]): string[] {
  return blocksOf([title, ...lines].join('\n')).slice(1);
}

function blocksOf(text: string): string[] {
  const report = readReport(text);
  const textOf = (start: number, end: number) => report.document.text.slice(start, end);
  const said = (block: Block) => {
    if ('table' in block) return block.table.table.form.id;
    if (!('start' in block)) return `${block.first + 1}–${block.last + 1}`;
    const rest = block.kind === 'heading' && block.rest ? `｜${textOf(block.rest.start, block.rest.end)}` : '';
    return textOf(block.start, block.end) + rest;
  };
  return outlineOf(report).map(
    (block) => `${block.kind === 'heading' ? block.level + (block.isOwn ? ' of its own' : '') : block.kind} ${said(block)}`,
  );
}

describe('the outline', () => {
  it('tells the headings of the form, the parts of an office\u2019s own, and the text that goes on after a heading', () => {
    assert.deepEqual(
      blocksIn(
        '## 一、总体情况',
        '（一）主动公开情况。公开信息3条。',
        '## 五、存在的主要问题及改进情况：概述。',
        '（一）存在的问题',
        '人手不足。',
      ),
      [
        'chapter 一、总体情况',
        'section （一）主动公开情况｜公开信息3条。',
        'chapter 五、存在的主要问题及改进情况｜概述。',
        'section of its own （一）存在的问题',
        'paragraph 人手不足。',
      ],
    );
  });
  it('tells every line of the title, and what stands above and below it', () => {
    assert.deepEqual(blocksOf('导航\n平安县统计局\n2025年政府信息公开\n工作年度报告\n导语。'), [
      'paragraph 导航',
      'title 平安县统计局',
      'title 2025年政府信息公开',
      'title 工作年度报告',
      'paragraph 导语。',
    ]);
  });
  it('takes a comment for one wherever it stands', () => {
    assert.deepEqual(blocksIn('<!-- 待核 -->', '一、总体情况'), ['comment <!-- 待核 -->', 'chapter 一、总体情况']);
  });
  it('takes a numbered line for a paragraph if it is a sentence, or longer than forty characters', () => {
    const long = `（一）${'加'.repeat(38)}`;
    assert.deepEqual(blocksIn('## 五、存在的主要问题及改进情况', '（一）人手不足。', long, long.slice(0, -1)), [
      'chapter 五、存在的主要问题及改进情况',
      'paragraph （一）人手不足。',
      `paragraph ${long}`,
      `section of its own ${long.slice(0, -1)}`,
    ]);
  });
  it('takes two rows of cells for a table of the office\u2019s own, one for a paragraph', () => {
    assert.deepEqual(blocksIn('## 六、其他需要报告的事项', '甲\t一', '', '| 项 | 数 |', '| --- | --- |', '| 甲 | 一 |'), [
      'chapter 六、其他需要报告的事项',
      'paragraph 甲\t一',
      'other-table 5–7',
    ]);
  });
  it('has each table of the form once, with what stands before and after it', () => {
    const text = reportIn({ edition: latestEdition, year: 2025, organ: '平安县水利局', shape: 'markdown', text: () => '0' });
    const kinds = outlineOf(readReport(`${text}\n附言。\n`)).map(({ kind }) => kind);
    const around = kinds.flatMap((kind, index) => (kind === 'form-table' ? [[kinds[index - 1], kinds[index + 1]]] : []));
    assert.deepEqual(around, [
      ['heading', 'heading'],
      ['heading', 'heading'],
      ['heading', 'heading'],
    ]);
    assert.ok(!kinds.includes('other-table'));
  });
  it('has text among the rows of a table with that table', () => {
    const text = reportIn({ edition: latestEdition, year: 2025, organ: '平安县水利局', shape: 'markdown', text: () => '0' });
    const within = text.replace(/(\n\| 行政规范性文件)/, '\n\n本表由办公室填报，数据截至年末。\n$1');
    const table = outlineOf(readReport(within)).find(({ kind }) => kind === 'form-table');
    assert.deepEqual(table?.kind === 'form-table' && table.kept?.map((kept) => kept.text), ['本表由办公室填报，数据截至年末。']);
  });
  it('takes one row with its delimiter, and rows of one cell each, for paragraphs', () => {
    assert.deepEqual(blocksIn('## 六、其他需要报告的事项', '| 项 | 数 |', '| --- | --- |', '', '\t甲', '\t乙').slice(1), [
      'paragraph | 项 | 数 |',
      'paragraph 甲',
      'paragraph 乙',
    ]);
  });
  it('has the lines next to a table of the form', () => {
    assert.deepEqual(blocksIn('二、主动公开政府信息情况', '前文。', '规章 | 1 | 2 | 3', '后文。').slice(1), [
      'paragraph 前文。',
      'form-table proactive',
      'paragraph 后文。',
    ]);
  });
  it('has the tables of the form in the text’s order, also if rows of the second stand above the first', () => {
    const blocks = blocksIn(
      '一、总体情况',
      '行政规范性文件 | 1 | 2 | 3',
      '三、收到和处理政府信息公开申请情况',
      '本年新收政府信息公开申请数量 | 1',
      '二、主动公开政府信息情况',
      '规章 | 1 | 2 | 3',
    );
    assert.deepEqual(blocks, [
      'chapter 一、总体情况',
      'paragraph 行政规范性文件 | 1 | 2 | 3',
      'chapter 三、收到和处理政府信息公开申请情况',
      'form-table requests',
      'chapter 二、主动公开政府信息情况',
      'form-table proactive',
    ]);
  });
  it('reads the lines of a table of the form like any other text on request', () => {
    const report = readReport(`${title}\n二、主动公开政府信息情况\n规章 | 1 | 2 | 3\n行政规范性文件 | 1 | 2 | 3\n`);
    assert.deepEqual(
      blocksOfLines(report, { first: 2, last: 3 }).map(({ kind }) => kind),
      ['other-table'],
    );
  });
  it('takes one to six # for the marks of a heading, with any white space after them', () => {
    assert.deepEqual(blocksIn('# 甲', '###### 乙', '####### 丙', `# ${' '.repeat(30)}丁`), [
      'paragraph 甲',
      'paragraph 乙',
      'paragraph ####### 丙',
      'paragraph 丁',
    ]);
  });
  it('has nothing after a heading that ends the text with a stop', () => {
    assert.deepEqual(blocksIn('一、总体情况： '), ['chapter 一、总体情况']);
  });
  it('leaves white space and Markdown marks out of the words of a line', () => {
    assert.deepEqual(blocksIn('## 五、存在的主要问题及改进情况', ' ### （一）存在的问题  ', '  人手不足。 '), [
      'chapter 五、存在的主要问题及改进情况',
      'section of its own （一）存在的问题',
      'paragraph 人手不足。',
    ]);
  });
  it('takes a numbered heading with text after it for a part of the office’s own where the form has no such part', () => {
    assert.deepEqual(blocksIn('## 一、总体情况', '（六）队伍建设。培训3次。').slice(1), ['section of its own （六）队伍建设｜培训3次。']);
  });
  it('takes rows between tabs for a table, rows with spaces for paragraphs, and ends a table at a page number', () => {
    assert.deepEqual(blocksIn('## 六、其他需要报告的事项', '甲\t一', '乙\t二', '- 3 -', '丙\t三', '', '甲 1', '乙 2').slice(1), [
      'other-table 3–4',
      'paragraph 丙\t三',
      'paragraph 甲 1',
      'paragraph 乙 2',
    ]);
  });
  it('begins the foot at the signature, however many blank lines stand in it', () => {
    const foot = ['平安县统计局', ...Array.from({ length: 20 }, () => ''), '2026年1月20日'];
    assert.deepEqual(blocksIn('## 六、其他需要报告的事项', '无。', ...foot).slice(1), [
      'paragraph 无。',
      'signature 平安县统计局',
      'signature 2026年1月20日',
    ]);
  });
  it('is what the preview and the published report are made of: both have the same headings', () => {
    const text = [title, '## 五、存在的主要问题及改进情况', '（一）存在的问题', '人手不足。', '（二）改进措施', '加强培训。'].join('\n');
    const { html } = previewOf(read(TextDocument.create('file:///r.nianbao', 'nianbao', 1, text), {}));
    const drawn = [...html.matchAll(/<h3[^>]*>(.*?)<\/h3>/g)].map(([, words]) => words);
    const published = manuscriptOf(analyse(text)).passages.flatMap((passage) => (passage.kind === 'section' ? [passage.text] : []));
    assert.deepEqual(drawn, ['（一）存在的问题', '（二）改进措施']);
    assert.deepEqual(published, drawn);
  });
});
