import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Document, LineKind } from '../../core/text/document';
import { readFigure } from '../../core/text/figure';
import { fold } from '../../core/text/fold';
import { readOrdinal } from '../../core/text/heading';
import { findMarks } from '../../core/text/marks';
import { parse } from '../../core/text/parse';
import { positionAt } from '../../core/text/positions';
import { anyText } from '../support/texts';

const cellsOf = (text: string): string[] => {
  const document = parse(text);
  return document.cells.map(({ start, end }) => document.text.slice(start, end));
};

function assertSound(document: Document): void {
  const { text, lines, cells } = document;
  lines.forEach((line, index) => {
    const next = lines[index + 1];
    assert.ok(line.start <= line.end && line.end <= text.length);
    if (next) assert.match(text.slice(line.end, next.start), /^(?:\r\n|\n|\r)$/);
    else assert.equal(line.end, text.length);
  });
  let last = 0;
  for (const { start, end, line } of cells) {
    assert.ok(start >= last && end >= start && end <= text.length, `cell ${start}–${end} after ${last}`);
    assert.ok(start >= lines[line].start && start <= lines[line].end);
    assert.equal(text.slice(start, end), text.slice(start, end).trim());
    last = end;
  }
}

describe('parse', () => {
  it('never throws, loses nothing, and keeps every range inside the text and in order', () => {
    fc.assert(
      fc.property(anyText, (text) => assertSound(parse(text))),
      { numRuns: 2000 },
    );
  });

  it('reads no further than any report reaches, and keeps the rest as it is', () => {
    const line = `${'字'.repeat(998)}。\n`;
    const document = parse(line.repeat(5000));
    assertSound(document);
    assert.ok(document.lines.length > 4000 && document.lines.length < 4500);
    assert.equal(document.lines.at(-1)?.end, line.length * 5000);
  });

  it('knows the line ends of all systems', () => {
    assert.deepEqual(
      parse('a\nb').lines.map(({ end }) => end),
      [1, 3],
    );
    assert.deepEqual(
      parse('a\r\nb').lines.map(({ start, end }) => [start, end]),
      [
        [0, 1],
        [3, 4],
      ],
    );
    assert.deepEqual(
      parse('a\rb\r\nc').lines.map(({ start }) => start),
      [0, 2, 5],
    );
    assert.equal(parse('a\r\nb').eol, '\r\n');
  });

  it('reads one cell a line after tabs, text that breaks over lines included', () => {
    assert.deepEqual(cellsOf('\t商业\n企业\n\t\n\t0\n\n\t 　5　\n'), ['商业\n企业', '', '0', '5']);
  });

  it('reads rows between pipes, with or without borders', () => {
    assert.deepEqual(cellsOf('| 规章 | 0 || 1 |'), ['规章', '0', '', '1']);
    assert.deepEqual(cellsOf('规章 | 0 | 1 | 2 |'), ['规章', '0', '1', '2']);
    assert.deepEqual(cellsOf('规章 | 0 | 1 | 2'), ['规章', '0', '1', '2']);
  });

  it('reads an empty first cell in a table without borders', () => {
    assert.deepEqual(cellsOf('行政复议 | 行政诉讼 |\n | 3 |'), ['行政复议', '行政诉讼', '', '3']);
  });

  it('reads a pipe after each cell, and one on a line of its own', () => {
    assert.deepEqual(cellsOf('规章 |\n0 |\n|\n2 |'), ['规章', '0', '', '2']);
    assert.deepEqual(cellsOf('规章\n|\n0\n|\n\n|\n2\n|'), ['规章', '0', '', '2']);
  });

  it('reads rows between tabs', () => {
    assert.deepEqual(cellsOf('行政许可\t460\t\t'), ['行政许可', '460', '', '']);
  });

  it('reads a printed row: a label, then figures', () => {
    assert.deepEqual(cellsOf('一、本年新收政府信息公开申请数量 3402 99 0 4 5 1 3511'), [
      '一、本年新收政府信息公开申请数量',
      '3402',
      '99',
      '0',
      '4',
      '5',
      '1',
      '3511',
    ]);
    assert.deepEqual(cellsOf('5.要求行政机关确认0 0 0 0 0 0 0').length, 8);
  });

  it('leaves prose in one piece', () => {
    assert.deepEqual(cellsOf('2021年，共收到申请5件'), ['2021年，共收到申请5件']);
  });

  it('passes over delimiter rows, page numbers and comments', () => {
    const kinds = parse('| --- | ---: |\n— 3 —\n第 3 页 共 9 页\n<!-- a\nb -->\n- 3').lines.map(({ kind }) => kind);
    assert.deepEqual(kinds.slice(0, 5), [LineKind.Rule, LineKind.Rule, LineKind.Rule, LineKind.Comment, LineKind.Comment]);
  });

  it('takes a row of dashes for marks, not for a delimiter', () => {
    assert.deepEqual(cellsOf('| - | - |'), ['-', '-']);
  });

  it('gives positions in UTF-16 columns', () => {
    const document = parse('a\n𠮷|5|');
    assert.deepEqual(positionAt(document, document.cells[2].start), { line: 1, character: 3 });
  });
});

describe('readFigure', () => {
  const read = (text: string) => readFigure(text, 0, text.length);
  const number = (text: string) => {
    const figure = read(text);
    assert.ok(figure.kind === 'number', text);
    return figure;
  };
  const numbers: [string, number][] = [
    ['0', 0],
    ['5', 5],
    ['40614', 40614],
    ['１２', 12],
    ['64,504', 64504],
    ['1，234，567', 1234567],
    ['924.06', 924.06],
    ['15996.59', 15996.59],
    ['-3', -3],
    ['－3', -3],
    ['+2', 2],
    ['减2', -2],
    ['5件', 5],
    ['5728300（单位：元）', 5728300],
    ['330.9万元', 330.9],
    ['**7**', 7],
  ];
  for (const [text, value] of numbers)
    it(`reads ${text} as ${value}`, () => {
      assert.equal(number(text).value, value);
    });
  for (const text of ['/', '-', '—', '——', '无', '不适用'])
    it(`reads ${text} as not applicable`, () => assert.equal(read(text).kind, 'not-applicable'));
  for (const text of ['', '2.重复申请', '2021年', '若干', '1,23', '一', '3402 99', '1.2.3', 'O'])
    it(`reads no figure in ${JSON.stringify(text)}`, () => assert.equal(read(text).kind, 'none'));
  it('marks digits that are not plain', () => {
    assert.deepEqual(
      ['12', '１２', '1,234'].map((text) => number(text).unusual),
      [false, true, true],
    );
  });
  it('says where the number stands within the text', () => {
    const { from, to } = number('5728300（单位：元）');
    assert.deepEqual([from, to], [0, 7]);
  });
});

describe('fold', () => {
  it('drops what labels differ in without differing', () => {
    assert.equal(fold(' 3．危及“三安全 一稳定” '), '3.危及三安全一稳定');
    assert.equal(fold('（一）予以公开'), '(一)予以公开');
    assert.equal(fold('**商业<br>企业**'), '商业企业');
    assert.equal(fold('[bookmark: _GoBack]规章'), '规章');
  });
  it('tells where each character stands', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const offsets: number[] = [];
        const folded = fold(text, 0, text.length, offsets);
        assert.equal(offsets.length, folded.length);
        assert.ok(offsets.every((offset, index) => index === 0 || offset > offsets[index - 1]));
      }),
    );
  });
});

describe('readOrdinal', () => {
  const level = (text: string) => {
    const ordinal = readOrdinal(text, 0, text.length);
    return ordinal && [ordinal.level, ordinal.value, text.slice(ordinal.rest)];
  };
  it('reads every style', () => {
    assert.deepEqual(level('一、总体情况'), [1, 1, '总体情况']);
    assert.deepEqual(level('十二．其他'), [1, 12, '其他']);
    assert.deepEqual(level('第三章 申请'), [1, 3, '申请']);
    assert.deepEqual(level('（二）部分公开'), [2, 2, '部分公开']);
    assert.deepEqual(level('3.其他'), [3, 3, '其他']);
    assert.deepEqual(level('(4)其他'), [3, 4, '其他']);
  });
  it('sees none in a citation, a year or a decimal', () => {
    for (const text of ['第二十条第（一）项', '2021年', '3.5', '总体情况', '']) assert.equal(level(text), undefined);
  });
});

describe('findMarks', () => {
  it('finds bookmarks, pictures and field codes', () => {
    const text = '[bookmark: _GoBack]（一）主动[image: 图1]公开 PAGEREF _Toc123 \\h';
    assert.deepEqual(
      findMarks(text).map(({ start, end }) => text.slice(start, end)),
      ['[bookmark: _GoBack]', '[image: 图1]', 'PAGEREF _Toc123 \\h'],
    );
  });
  it('leaves brackets of the text alone', () => {
    assert.deepEqual(findMarks('国办发[2020]17号 [注]'), []);
  });
});
