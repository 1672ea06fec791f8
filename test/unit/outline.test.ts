import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { analyse } from '../../core/analysis/analyse';
import { readReport } from '../../core/report/bind';
import { type Block, outlineOf } from '../../core/report/outline';
import { paragraphsOf } from '../../core/report/paragraphs';
import { eachLine } from '../../core/text/line-ends';
import { manuscriptOf } from '../../core/writing/manuscript';
import { previewOf } from '../../server/features/preview';
import { read } from '../support/reading';

const title = '# 平安县统计局2025年政府信息公开工作年度报告';

/** Kind and words of each block. */
function blocksIn(...lines: string[]): string[] {
  const report = readReport([title, ...lines].join('\n'));
  const textOf = (start: number, end: number) => report.document.text.slice(start, end);
  const said = (block: Block) => {
    if ('table' in block) return block.table.table.form.id;
    if (!('start' in block)) return `${block.first + 1}–${block.last + 1}`;
    const rest = block.kind === 'heading' && block.rest ? `｜${textOf(block.rest.start, block.rest.end)}` : '';
    return textOf(block.start, block.end) + rest;
  };
  return outlineOf(report)
    .slice(1)
    .map((block) => `${block.kind === 'heading' ? block.level + (block.isOwn ? ' of its own' : '') : block.kind} ${said(block)}`);
}

function proseIn(...lines: string[]): string[] {
  const report = readReport([title, ...lines].join('\n'));
  return paragraphsOf(report, outlineOf(report)).map(({ start, end }) => report.document.text.slice(start, end));
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
  it('begins the foot at the signature, however many blank lines stand in it', () => {
    const foot = ['平安县统计局', ...Array.from({ length: 20 }, () => ''), '2026年1月20日'];
    assert.deepEqual(blocksIn('## 六、其他需要报告的事项', '无。', ...foot).slice(1), [
      'paragraph 无。',
      'signature 平安县统计局',
      'signature 2026年1月20日',
    ]);
    assert.deepEqual(proseIn('## 六、其他需要报告的事项', '无。', ...foot), ['无。']);
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

describe('prose', () => {
  it('begins after the title, leaves out headings of the form and comments, and reads what follows them on their line', () => {
    assert.deepEqual(proseIn('## 一、总体情况：全年平稳。', '<!-- 待核 -->', '（一）主动公开情况', '公开3条。'), [
      '全年平稳。',
      '公开3条。',
    ]);
  });
  it('has the headings of an office\u2019s own, which may state figures', () => {
    assert.deepEqual(proseIn('## 五、存在的主要问题及改进情况', '（一）2件申请逾期'), ['（一）2件申请逾期']);
  });
});

describe('lines', () => {
  it('end at each kind of line end, and the last may be empty', () => {
    const lines: string[] = [];
    const text = 'a\r\n\nb\rc\r\r\n';
    eachLine(text, (start, end) => lines.push(text.slice(start, end)));
    assert.deepEqual(lines, ['a', '', 'b', 'c', '', '']);
  });
});
