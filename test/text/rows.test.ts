import assert from 'node:assert/strict';
import type { Pieces } from '../../core/text/cell';
import { barePieces, isBare, isDelimiterRow, rowPieces } from '../../core/text/pipe-rows';
import { isPageNumber, printedPieces } from '../../core/text/printed-rows';
import { isNumberedByTab, tabPieces } from '../../core/text/tab-rows';

function textsOf(text: string, pieces: Pieces | undefined): string[] | undefined {
  return pieces && Array.from({ length: pieces.length / 2 }, (_, index) => text.slice(pieces[index * 2], pieces[index * 2 + 1]));
}

describe('rows between tabs', () => {
  it('have a piece between any two tabs, empty ones included', () => {
    const text = 'a\t\tb\t';
    assert.deepEqual(textsOf(text, tabPieces(text, 0, text.length)), ['a', '', 'b', '']);
  });
  it('have no more than 4096 pieces; the last holds the rest', () => {
    const tabs = tabPieces('\t'.repeat(5000), 0, 5000);
    const pipes = rowPieces('|'.repeat(5000), 0, 5000, false);
    assert.deepEqual([tabs.length / 2, ...tabs.slice(-2)], [4096, 4095, 5000]);
    assert.deepEqual([pipes.length / 2, ...pipes.slice(-2)], [4096, 4095, 4999]);
  });
  it('have a number before a tab only where text follows, and not after `1.`', () => {
    const isNumbered = (text: string) => isNumberedByTab(text, 0, text.length);
    assert.deepEqual(['一、\t总体', '（一）\t主动', '1.\t属于', '一、总\t体', '一、\t', '规章\t0'].map(isNumbered), [
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});

describe('rows between pipes', () => {
  const row = (text: string, bordered: boolean) => textsOf(text, rowPieces(text, 0, text.length, bordered));
  it('have a border at the start in a table with borders, an empty cell there in one without', () => {
    assert.deepEqual(row('|a|b|', true), ['a', 'b']);
    assert.deepEqual(row('|a|b|', false), ['', 'a', 'b']);
    assert.deepEqual(row('a|b', true), ['a', 'b']);
  });
  it('are bare where there are pipes and white space only', () => {
    assert.ok(isBare('| ｜\t│', 0, 5));
    assert.ok(!isBare('| 0 |', 0, 5));
  });
  it('have an empty piece before each pipe of a bare line, up to a count', () => {
    assert.deepEqual(textsOf('| ||', barePieces('| ||', 0, 4, 3)), ['', ' ', '']);
    assert.deepEqual(textsOf('| ||', barePieces('| ||', 0, 4, 1)), ['']);
    assert.deepEqual(barePieces('|', 0, 1, 0), []);
  });
  const delimiters = ['|---|', '| --- | :-: |', '--- | ---', '| :- | -: |', '|:--|', '----'];
  for (const text of delimiters) it(`take ${text} for a delimiter row`, () => assert.ok(isDelimiterRow(text, 0, text.length)));
  const others = ['| - | - |', '| -- |', '| --- | a |', '|', '| | |', '| --- |  |', '| : |', '| --- | - |'];
  for (const text of others) it(`take ${text} for no delimiter row`, () => assert.ok(!isDelimiterRow(text, 0, text.length)));
});

describe('printedPieces', () => {
  const pieces = (text: string) => textsOf(text, printedPieces(text, 0, text.length));
  it('reads figures alone', () => {
    assert.deepEqual(pieces('0'), ['0']);
    assert.deepEqual(pieces('1 2　3'), ['1', '2', '3']);
  });
  it('leaves the label its spaces', () => assert.deepEqual(pieces('行政 许可 5'), ['行政 许可', '5']));
  it('reads marks and figures with units', () => assert.deepEqual(pieces('规章 / 3件 5（元）'), ['规章', '/', '3件', '5（元）']));
  it('reads no row that ends in words, nor in a year', () => {
    assert.equal(pieces('规章 5 以上'), undefined);
    assert.equal(pieces('成立于 2021年'), undefined);
  });
  it('parts a first figure from the label that it is stuck to only where two or more others follow', () => {
    assert.deepEqual(pieces('确认1 2 3'), ['确认', '1', '2', '3']);
    assert.deepEqual(pieces('确认1 2'), ['确认1', '2']);
    assert.deepEqual(pieces('abc1 2 3'), ['abc1', '2', '3']);
    assert.deepEqual(pieces('确认x 2 3'), ['确认x', '2', '3']);
  });
  it('takes a long text before a single figure for a sentence', () => {
    assert.equal(pieces(`${'字'.repeat(41)} 5`), undefined);
    assert.equal(pieces(`${'字'.repeat(40)} 5`)?.length, 2);
    assert.equal(pieces(`${'字'.repeat(41)} 5 6`)?.length, 3);
  });
  it('reads no row of more than 400 characters', () => {
    assert.equal(pieces('0 '.repeat(200).trim())?.length, 200);
    assert.equal(pieces(`0${' 0'.repeat(200)}`), undefined);
  });
});

describe('isPageNumber', () => {
  const isIt = (text: string) => isPageNumber(text, 0, text.length);
  for (const text of ['- 3 -', '— 12 —', '-3-', '第3页', '第 3 页 共 9 页', '第３页', `- ${'1'.repeat(12)} -`])
    it(`holds for ${text}`, () => assert.ok(isIt(text)));
  for (const text of ['- 3', '3', '--', '—', '第页', '第三页', '- a -', '第3条', `- ${'1'.repeat(13)} -`])
    it(`does not hold for ${text}`, () => assert.ok(!isIt(text)));
});
