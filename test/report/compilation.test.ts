import assert from 'node:assert/strict';
import { chapterOn, readReports, split } from '../../core/report/compilation';

const title = '平安县水利局2025年政府信息公开工作年度报告';
const second = '永安县教育局2025年政府信息公开工作年度报告';
const overview = '一、总体情况';
const tables = '二、主动公开政府信息情况';
const first = [title, overview, '全年平稳。', tables, '无。'];

/** A number of lines of prose. */
function prose(count: number): string[] {
  return Array.from({ length: count }, () => '全年平稳。');
}

/** The first line of each report. */
function heads(lines: readonly string[], eol = '\n'): string[] {
  const parts = split(lines.join(eol));
  for (const { start, firstLine } of parts)
    assert.equal(
      start,
      lines.slice(0, firstLine).reduce((sum, line) => sum + line.length + eol.length, 0),
    );
  assert.equal(parts.map(({ text }) => text).join(''), lines.join(eol));
  return parts.map(({ firstLine }) => lines[firstLine]);
}

/** The first line of the report after the first, whose title and first chapter are these lines; undefined where it is no report. */
function headOf(...lines: string[]): string | undefined {
  return heads([...first, ...lines])[1];
}

describe('a report in a compilation', () => {
  it('begins at a title after which the chapters begin from the first again', () => {
    assert.deepEqual(heads([...first, second, overview, '全年平稳。']), [title, second]);
    assert.deepEqual(
      readReports([...first, second, overview].join('\n')).map(({ identity }) => identity.organ),
      ['平安县水利局', '永安县教育局'],
    );
  });
  it('begins with the text where it is the first, whatever stands there', () => {
    assert.deepEqual(heads(['', '封面', ...first]), ['']);
    assert.deepEqual(heads(['']), ['']);
    assert.deepEqual(heads([title]), [title]);
    assert.deepEqual(heads([overview, '全年平稳。', second, overview]), [overview, second]);
  });
  for (const [name, eol] of [
    ['LF', '\n'],
    ['CR LF', '\r\n'],
    ['CR', '\r'],
  ])
    it(`begins after line ends of ${name}`, () => {
      assert.deepEqual(heads([...first, second, overview, ...first], eol), [title, second, title]);
    });
  it('does not begin at a title after which the chapters go on', () => {
    assert.equal(headOf(second, '三、收到和处理政府信息公开申请情况'), undefined);
  });
  it('begins at a title after which the last chapter comes again', () => {
    assert.equal(headOf(second, tables), second);
  });
  it('does not begin where a chapter comes again without a title', () => {
    assert.equal(headOf(overview, '全年平稳。'), undefined);
  });
  it('does not begin at a title with no chapter above it: its own cover', () => {
    assert.deepEqual(heads(['政府信息公开工作年度报告', '', ...first]), ['政府信息公开工作年度报告']);
  });
  it('does not begin at its own title, although a chapter comes twice after it', () => {
    assert.deepEqual(heads(['封面', title, overview, '全年平稳。', overview, '无。']), ['封面']);
  });
  it('begins at a title that could be the heading of a chapter, and has its first chapter after that', () => {
    const both = '一、政府信息公开总体情况年报';
    assert.equal(chapterOn(both, 0, both.length), 1);
    assert.equal(headOf(both, '全年平稳。', tables), both);
    assert.equal(headOf(both, '全年平稳。'), undefined);
  });
  it('may have blank lines around its headings', () => {
    assert.equal(headOf('', second, ' ', overview, '', '全年平稳。'), second);
  });
  it('does not begin at a second title before the same first chapter', () => {
    assert.deepEqual(heads([...first, second, '说明。', second, overview]), [title, second]);
    assert.equal(split([...first, second, '说明。', second, overview].join('\n'))[1].firstLine, first.length);
  });
  it('has its first chapter within sixty lines after the title', () => {
    assert.equal(headOf(second, ...prose(59), overview), second);
    assert.equal(headOf(second, ...prose(60), overview), undefined);
  });
  it('has a chapter within the five hundred lines above it', () => {
    assert.equal(headOf(...prose(498), second, overview), second);
    assert.equal(headOf(...prose(499), second, overview), undefined);
  });
  it('has its first chapter after the title, which may have the words of a chapter above', () => {
    assert.equal(headOf(second), undefined);
  });
});

describe('a title in a compilation', () => {
  it('may stand over two lines, with blank lines between', () => {
    assert.equal(headOf('永安县教育局2025年政府信息公开', '', ' 　', '工作年度报告', overview), '永安县教育局2025年政府信息公开');
  });
  it('may be all that begins the text', () => {
    assert.deepEqual(heads(['工作年度报告', overview, tables]), ['工作年度报告']);
    assert.deepEqual(heads(['', '工作年度报告', overview, tables]), ['']);
  });
  it('has its first chapter within sixty lines after its second line', () => {
    const over = ['永安县教育局2025年政府信息公开', '工作年度报告'];
    assert.equal(headOf(...over, ...prose(59), overview), over[0]);
    assert.equal(headOf(...over, ...prose(60), overview), undefined);
  });
  it('has its subject on its first line where it stands over two', () => {
    assert.equal(headOf('全年平稳。', '工作年度报告', overview), undefined);
  });
  it('has nothing else on its second line', () => {
    assert.equal(headOf('永安县教育局2025年政府信息公开', '工作年度报告如下', overview), undefined);
  });
  it('may be a heading of Markdown', () => {
    assert.equal(headOf(`## ${second}`, overview), `## ${second}`);
    assert.equal(headOf('# 永安县教育局', `# ${second.slice(6)}`, overview), '# 永安县教育局');
  });
  it('is at most ninety characters long, on both of its lines', () => {
    const long = `${second}${' '.repeat(90 - second.length)}`;
    assert.equal(headOf(long, overview), long);
    assert.equal(headOf(`${long} `, overview), undefined);
    const above = `永安县教育局2025年政府信息公开${' '.repeat(90)}`.slice(0, 90);
    assert.equal(headOf(above, '工作年度报告', overview), above);
    assert.equal(headOf(`${above} `, '工作年度报告', overview), undefined);
    assert.equal(headOf(above, `工作年度报告${' '.repeat(90)}`, overview), undefined);
  });
  it('is no sentence about reports', () => {
    assert.equal(headOf('本局编制了2025年政府信息公开工作年度报告。', overview), undefined);
  });
});

describe('above the title of a report', () => {
  const untold = '2025年政府信息公开工作年度报告';

  it('the organ belongs to it if the title does not name one', () => {
    assert.equal(headOf('永安县教育局', '', untold, overview), '永安县教育局');
    assert.equal(headOf('永安县教育局', '2025年', '政府信息公开工作年度报告', overview), '政府信息公开工作年度报告');
    assert.equal(headOf('永安县教育局', second, overview), second);
    assert.equal(headOf('永安县教育局', `## 关于${second}`, overview), `## 关于${second}`);
  });
  it('a line that is no name belongs to the report before', () => {
    assert.equal(headOf('全年平稳。', untold, overview), untold);
  });
  it('a chapter’s heading belongs to the report before', () => {
    assert.equal(headOf('六、其他需要报告的事项', untold, overview), untold);
  });
  it('a comment belongs to it, and one above the organ as well', () => {
    assert.equal(headOf('<!-- 第二篇 -->', '', second, overview), '<!-- 第二篇 -->');
    assert.equal(headOf(' <!-- 第二篇 --> ', '永安县教育局', untold, overview), ' <!-- 第二篇 --> ');
  });
  it('a comment that begins or ends elsewhere belongs to the report before', () => {
    assert.equal(headOf('<!--', '第二篇 -->', second, overview), second);
    assert.equal(headOf('说明 <!-- 第二篇 -->', second, overview), second);
    assert.equal(headOf('<!-- 第二篇 --> 说明', second, overview), second);
  });
});

describe('a list of contents in a compilation', () => {
  it('has no chapters: its headings stand next to each other', () => {
    assert.equal(headOf('全年平稳。', overview, '', tables, '', second, '三、收到和处理政府信息公开申请情况', '无。'), undefined);
  });
  it('is passed over where it begins the text', () => {
    assert.deepEqual(heads([overview, tables, '说明。', second, overview]), [overview]);
  });
  it('is passed over where it stands after a title', () => {
    assert.equal(headOf(second, overview, tables, '', '说明。', '三、收到和处理政府信息公开申请情况', '无。'), undefined);
  });
});

describe('the heading of a chapter on a line', () => {
  const numberOf = (line: string) => chapterOn(line, 0, line.length);

  it('has the number of its chapter', () => {
    assert.equal(numberOf(tables), 2);
    assert.equal(numberOf('六、其他需要报告的事项'), 6);
    assert.equal(numberOf('一、总体情况：全年平稳。'), 1);
  });
  it('may have marks of Markdown and white space before it', () => {
    for (const marks of ['## ', ' ', '\t', '　', '　## ']) assert.equal(numberOf(marks + overview), 1, marks);
  });
  it('is no line without a number, no other heading, no blank line', () => {
    for (const line of ['总体情况', '一、学习培训', '（一）主动公开', '七、总体情况', '', '##'])
      assert.equal(numberOf(line), undefined, line);
  });
  it('is at most seventy characters long, text after its title included', () => {
    const long = `一、总体情况：${'全'.repeat(63)}`;
    assert.equal(numberOf(long), 1);
    assert.equal(numberOf(`${long}年`), undefined);
  });
  it('ends with its line', () => {
    assert.equal(chapterOn('##\n一、总体情况', 0, 2), undefined);
  });
});
