import assert from 'node:assert/strict';
import { findChapters, findSections } from '../../core/report/chapters';
import { parse } from '../../core/text/parse';

const chaptersIn = (text: string) => findChapters(parse(text)).map(({ chapter: { id }, line }) => `${id} ${line}`);

describe('findChapters', () => {
  const headings: [what: string, line: string, chapter: string | undefined][] = [
    ['a title with its number', '一、总体情况', 'overview'],
    ['a title with marks', '## 一、总体情况', 'overview'],
    ['a title with marks and no number', '## 总体情况', 'overview'],
    ['an official title without a number', '总体情况', 'overview'],
    ['another wording with the right number', '一、概述', 'overview'],
    ['another wording with another number, if it is long', '七、存在的主要问题和改进措施', 'problems'],
    ['no short wording with another number', '七、概述', undefined],
    ['a title after the year', '二、2022年主动公开政府信息情况', 'proactive'],
    ['a title with a slip', '六、其他需要报告的亊项', 'other'],
    ['a title by its words and its number', '三、本局依申请公开办理', 'requests'],
    ['no title by its words with another number', '五、本局依申请公开办理', undefined],
    ['a title that leads into its text', '一、总体情况。本年各项工作有序推进', 'overview'],
    ['no title of a part', '（一）总体情况', undefined],
    ['no long line', `二、主动公开${'字'.repeat(60)}`, undefined],
    ['no line of a table of contents with dots', '一、本局总体情况......1', undefined],
    ['no line of a table of contents with an ellipsis', '二、本局主动公开……3', undefined],
    ['no line of a table of contents with middle dots', '二、本局主动公开···3', undefined],
    ['no line of a table of contents with underscores', '二、本局主动公开___3', undefined],
    ['a title after a tab to the letter', '\t一、总体情况', 'overview'],
    ['no other wording after a tab', '\t一、基本情况', undefined],
    ['no title before a pipe', '总体情况 |', undefined],
  ];
  for (const [what, line, chapter] of headings)
    it(`knows ${what}`, () => assert.deepEqual(chaptersIn(line), chapter ? [`${chapter} 0`] : []));

  it('passes over a list of contents whose chapters come again', () => {
    const list = '一、总体情况\n二、主动公开政府信息情况\n\n';
    assert.deepEqual(chaptersIn(`${list}一、总体情况\n正文\n二、主动公开政府信息情况`), ['overview 3', 'proactive 5']);
    assert.deepEqual(chaptersIn('一、总体情况\n二、主动公开政府信息情况'), ['overview 0', 'proactive 1']);
  });
  it('keeps a chapter that stands there twice with text between', () => {
    assert.deepEqual(chaptersIn('一、总体情况\n正文\n一、总体情况\n正文'), ['overview 0', 'overview 2']);
  });
  it('ends a chapter where the next begins, the last with the text', () => {
    const ends = findChapters(parse('一、总体情况\n正文\n六、其他需要报告的事项\n正文')).map(({ endLine }) => endLine);
    assert.deepEqual(ends, [2, 4]);
  });
});

describe('findSections', () => {
  const sectionsIn = (line: string) => {
    const document = parse(`一、总体情况\n${line}`);
    return findSections(document, findChapters(document)[0]).map(({ section }) => section?.id ?? 'own');
  };
  const lines: [what: string, line: string, sections: string[]][] = [
    ['a numbered part', '（一）主动公开', ['proactive']],
    ['a part that leads into its text', '（二）依申请公开情况。全年没有', ['requests']],
    ['a part after a tab', '\t（三）政府信息管理', ['management']],
    ['a part without a number', '平台建设情况', ['platform']],
    ["an office's own part", '（六）队伍建设', ['own']],
    ['no numbered point of another kind', '1.队伍建设', []],
    ['no statement without a number', '我局未收到依申请公开', []],
    ['no long line without a number', '本年度在政府信息公开平台建设方面的工作', []],
    ['no line that goes on after a comma', '平台建设，内容更新', []],
    ['no figures', '主动公开信息35条', []],
  ];
  for (const [what, line, sections] of lines) it(`knows ${what}`, () => assert.deepEqual(sectionsIn(line), sections));
});
