import assert from 'node:assert/strict';
import { LineKind, Separator } from '../../core/text/document';
import { parse } from '../../core/text/parse';

const names = {
  [LineKind.Blank]: 'blank',
  [LineKind.Text]: 'text',
  [LineKind.Cells]: 'cells',
  [LineKind.Comment]: 'comment',
  [LineKind.Rule]: 'rule',
};
const separators = { [Separator.None]: '', [Separator.Space]: 'space', [Separator.Tab]: 'tab', [Separator.Pipe]: 'pipe' };

const kinds = (text: string) => parse(text).lines.map(({ kind }) => names[kind]);
const cells = (text: string) =>
  parse(text).cells.map(({ start, end, separator, alone, afterGap }) =>
    [JSON.stringify(text.slice(start, end)), separators[separator], alone ? 'alone' : '', afterGap ? 'gap' : ''].filter(Boolean).join(' '),
  );
const headings = (text: string) => parse(text).headings.map(({ title }) => text.slice(title.start, title.end));

describe('a text with a pipe on a line of its own below', () => {
  it('is a cell from the start, and no heading', () => {
    assert.deepEqual(kinds('一、总体情况\n|'), ['cells', 'cells']);
    assert.deepEqual(cells('一、总体情况\n|'), ['"一、总体情况" pipe alone']);
    assert.deepEqual(headings('一、总体情况\n|'), []);
    assert.deepEqual(headings('一、总体情况'), ['总体情况']);
  });
  it('is closed by it across blank lines, comments and delimiter rows', () => {
    assert.deepEqual(cells('规章\n\n<!-- 注 -->\n|'), ['"规章" pipe alone']);
    assert.deepEqual(cells('规章\n| --- |\n||'), ['"规章" pipe alone', '"" pipe']);
  });
  it('stays text where the pipe begins the next row', () => {
    assert.deepEqual(kinds('规章\n|\n0 | 1 |'), ['text', 'cells', 'cells']);
    assert.deepEqual(cells('规章\n|\n0 | 1 |').slice(0, 2), ['"规章" alone', '"" pipe alone']);
  });
  it('may be a single figure', () => {
    assert.deepEqual(cells('5\n|'), ['"5" pipe alone']);
    assert.deepEqual(cells('5 6\n|'), ['"5" space', '"6" space', '"" pipe alone']);
  });
  it('may be numbered with a tab', () => {
    assert.deepEqual(cells('一、\t总体情况\n|'), ['"一、\\t总体情况" pipe alone']);
    assert.deepEqual(headings('一、\t总体情况'), ['总体情况']);
  });
});

describe('a line of nothing but pipes', () => {
  it('is a row of empty cells in a table with borders', () => {
    assert.deepEqual(cells('| a | b |\n|  |  |'), ['"a" pipe', '"b" pipe', '"" pipe', '"" pipe']);
  });
  it('has an empty cell before each pipe in a table without borders, or after a text', () => {
    assert.equal(cells('a | b |\n|  |  |').length, 5);
    assert.equal(cells('| a | b |\n5\n| | |').length, 5);
  });
  it('closes empty cells where there are fewer than three pipes', () => assert.equal(cells('| a | b |\n||').length, 4));
});

describe('a cell that stands alone after a tab', () => {
  it('takes the lines that go on with its text, which have no cells of their own', () => {
    const text = '\t商业\n企业\n\t5';
    assert.deepEqual(cells(text), ['"商业\\n企业" tab alone', '"5" tab alone']);
    assert.deepEqual(
      parse(text).lines.map(({ firstCell, cellCount }) => [firstCell, cellCount]),
      [
        [0, 1],
        [1, 0],
        [1, 1],
      ],
    );
  });
  it('does not break where it is empty or a figure', () => {
    assert.deepEqual(cells('\t5\n企业'), ['"5" tab alone', '"企业" alone']);
    assert.deepEqual(cells('\t 12\n企业'), ['"12" tab alone', '"企业" alone']);
    assert.deepEqual(cells('\t\n企业'), ['"" tab alone', '"企业" alone']);
  });
  it('does not break where other cells stand beside it', () => assert.deepEqual(cells('a\tb\nc'), ['"a" tab', '"b" tab', '"c" alone']));
});

describe('gaps', () => {
  it('are noted at the first cell after a blank line, however blank, and at no other', () => {
    assert.deepEqual(cells('\ta\n\n\t5\n\t6'), ['"a" tab alone', '"5" tab alone gap', '"6" tab alone']);
    assert.deepEqual(cells('\ta\n　\n\t5'), ['"a" tab alone', '"5" tab alone gap']);
    assert.deepEqual(cells('a | b\n\nc | d'), ['"a" pipe', '"b" pipe', '"c" pipe gap', '"d" pipe']);
  });
});

describe('comments', () => {
  it('reach from their first line to the one that ends them', () => {
    assert.deepEqual(kinds('<!-- a\n| b |\n\nc -->\nd'), ['comment', 'comment', 'blank', 'comment', 'text']);
    assert.deepEqual(kinds('<!-- a -->\nb'), ['comment', 'text']);
    assert.deepEqual(kinds('a <!-- b\nc'), ['text', 'text']);
  });
});

describe('headings', () => {
  it('have their ordinal, or none where marks alone set them off', () => {
    const [numbered, marked, both] = parse('（二）受理\n## 受理\n### 3.受理').headings;
    assert.deepEqual([numbered.ordinal?.level, numbered.ordinal?.value, numbered.marks], [2, 2, 0]);
    assert.deepEqual([marked.ordinal, marked.marks], [undefined, 2]);
    assert.deepEqual([both.ordinal?.level, both.ordinal?.value, both.marks], [3, 3, 3]);
  });
});
