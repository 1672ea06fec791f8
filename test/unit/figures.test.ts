import assert from 'node:assert/strict';
import { OpenDocument } from '../../core/editing/open-document';
import { readReport } from '../../core/report/bind';
import { destinationFrom, firstEmptyFigure, type Step } from '../../core/report/steps';
import { newReport } from '../../core/writing/renewal';
import { sample } from '../support/samples';

/** What a key selects from the place just after some words; its line's first characters where it selects nothing. */
function selected(text: string, words: string, step: Step): string | undefined {
  const span = destinationFrom(readReport(text), text.indexOf(words) + words.length, step);
  return (
    span && (span.start < span.end ? text.slice(span.start, span.end) : text.slice(text.lastIndexOf('\n', span.start) + 1, span.start))
  );
}

describe('keys in tables', () => {
  const text = sample('水利局');
  const last =
    text
      .split('\n')
      .findLast((line) => /^(?:\| \d+ ){15}\|$/.test(line))
      ?.slice(0, -2) ?? '';

  it('lead to the next and the previous figure, and from one table to the next', () => {
    assert.equal(selected(text, '| 行政规范性文件 ', 'next'), '2');
    assert.equal(selected(text, '| 行政事业性收费 | 58.6', 'next'), '21');
    assert.equal(selected(text, '| 行政规范性文件 | 2', 'previous'), '0');
  });

  it('lead to the empty line below the table from its last figure', () => {
    assert.equal(selected(text, last, 'next'), '');
    assert.equal(selected(text, '| 行政事业性收费 | 58.6', 'below'), '');
    const report = readReport(text);
    assert.ok((destinationFrom(report, text.indexOf(last) + last.length, 'next')?.start ?? 0) > text.indexOf(last) + last.length);
  });

  it('lead to the first cell of a blank row between its borders', () => {
    const blank = newReport({ organ: '平安县水利局', year: 2025 }).join('\n');
    const report = readReport(blank);
    const [row] = report.tables.disputes?.rows ?? [];
    const line = blank.lastIndexOf('\n', row.cells[0].start) + 1;
    assert.deepEqual(
      row.cells.map(({ start }) => start - line),
      Array.from({ length: 15 }, (_, index) => 2 + 3 * index),
    );
  });

  it('lead to the end of the line where the text ends with the table', () => {
    const cut = text.slice(0, text.indexOf(last) + last.length + 2);
    assert.equal(selected(cut, last, 'next'), `${last} |`);
  });

  it('stay at the first figure, and lead nowhere in prose', () => {
    assert.equal(selected(text, '| 规章 | ', 'previous'), undefined);
    assert.equal(selected(text, '全年', 'next'), undefined);
  });

  it('find the first empty cell of a text, in whichever of its reports it is', () => {
    const cell = '| 行政规范性文件 | 2 ';
    const at = text.indexOf(cell) + '| 行政规范性文件 |'.length;
    const open = text.replace(cell, '| 行政规范性文件 |  ');
    const before = text.replaceAll('水利局', '教育局');
    assert.equal(firstEmptyFigure(before), undefined);
    const alone = firstEmptyFigure(open) ?? 0;
    assert.ok(alone >= at && alone <= at + 2);
    assert.equal(firstEmptyFigure(`${before}\n${open}`), before.length + 1 + alone);
    assert.equal(firstEmptyFigure(`${open}\n${open.replaceAll('水利局', '教育局')}`), alone);
  });

  it('find the report of a compilation that a line is in, also after an edit', () => {
    const { create, update } = OpenDocument.configuration;
    const document = create('file:///a.md', 'nianbao', 1, `${text}\n${text.replaceAll('水利局', '教育局')}`);
    const second = text.split('\n').length + 3;
    assert.equal(document.reportAt({ line: second, character: 0 }).report.identity.organ, '平安县教育局');
    update(document, [{ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '<!-- 一 -->\n' }], 2);
    const { report, document: view } = document.reportAt({ line: second + 1, character: 0 });
    assert.equal(report.identity.organ, '平安县教育局');
    assert.equal(view.positionAt(0).line, text.split('\n').length + 1);
  });
});
