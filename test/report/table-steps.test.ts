import assert from 'node:assert/strict';
import { chapterOf, latestEdition } from '../../core/form';
import type { BoundChapter } from '../../core/report/report';
import { mostUnknown, type RowKey } from '../../core/report/table-rows';
import { mostPending, outside, type Reading, type State, step } from '../../core/report/table-steps';
import { tokenOf } from '../../core/report/table-tokens';
import { findTables } from '../../core/report/tables';
import { parse } from '../../core/text/parse';

/** The state after a text, from a state outside any table, and what has been collected. */
function stateAfter(text: string, chapter?: BoundChapter): { state: State; reading: Reading } {
  const reading: Reading = { text, stretches: [] };
  const state = parse(text).cells.reduce((now: State, cell) => step(reading, now, tokenOf(text, cell)), outside(chapter));
  return { state, reading };
}

const nameOf = (key: RowKey) => (key.kind === 'named' ? key.id : key.kind);

/** The closed rows of a text, each with its values. */
function rowsIn(text: string): string[] {
  return findTables(parse(text), []).flatMap(({ rows }) =>
    rows.map(({ key, values }) => `${nameOf(key)}: ${values.map(({ start, end }) => text.slice(start, end) || '_').join(' ')}`.trim()),
  );
}

function inChapter(id: 'disputes' | 'requests'): BoundChapter {
  const span = { start: 0, end: 0 };
  return { chapter: chapterOf(latestEdition, id), line: 0, span, title: span, endLine: 1 };
}

describe('tokenOf', () => {
  const kindOf = (text: string) => parse(text).cells.map((cell) => tokenOf(text, cell).kind);
  const cases: [what: string, text: string, kinds: string[]][] = [
    ['a number and a mark as figures', '\t5\n\t/', ['figure', 'figure']],
    ['an empty cell', '\t', ['empty']],
    ['a label', '\t规章', ['label']],
    ['a label with an addition', '\t规章（含修订）', ['label']],
    ['other words as text', '\t局长信箱', ['text']],
    ['a sentence as the end', '\t本年没有。', ['end']],
    ['quotation marks as nothing', '\t“”', ['nothing']],
    ['a line of eighty characters as text', '字'.repeat(80), ['text']],
    ['a longer line as the end', '字'.repeat(81), ['end']],
    ['a cell of four hundred characters as text', `\t${'字'.repeat(400)}`, ['text']],
    ['a longer cell as the end', `\t${'字'.repeat(401)}`, ['end']],
  ];
  for (const [what, text, kinds] of cases) it(`takes ${what}`, () => assert.deepEqual(kindOf(text), kinds));
});

describe('a step from outside any table', () => {
  it('opens a row at a row label', () => {
    const { state, reading } = stateAfter('\t规章');
    assert.ok(state.kind === 'row' && state.row.key.kind === 'named');
    assert.equal(state.row.key.id, 'rules');
    assert.deepEqual([state.stretch.table, state.row.need, reading.stretches.length], ['proactive', 3, 1]);
  });
  it('stands among headings after a column label', () => assert.equal(stateAfter('\t本年制发件数').state.kind, 'headings'));
  it('opens the row of a table without row labels at its column label', () => {
    const { state } = stateAfter('\t结果维持');
    assert.ok(state.kind === 'row' && state.row.key.kind === 'unlabelled' && state.row.isHeaded);
  });
  it('opens no table at a label that several tables have', () => {
    const { state } = stateAfter('\t总计');
    assert.deepEqual([state.kind, state.pending.length], ['outside', 1]);
  });
  it('keeps the last texts, and no more than a dozen', () => {
    const { state } = stateAfter(Array.from({ length: mostPending + 3 }, (_, index) => `\t甲乙${'丙'.repeat(index)}`).join('\n'));
    assert.equal(state.pending.length, mostPending);
    assert.equal(state.pending[0].end - state.pending[0].start, 5);
  });
  it('passes over figures', () => assert.equal(stateAfter('\t5').state.kind, 'outside'));
  it('begins the row without a label at a figure beside others, in its chapter only', () => {
    assert.equal(stateAfter('0 0 0', inChapter('disputes')).state.kind, 'row');
    assert.equal(stateAfter('0 0 0', inChapter('requests')).state.kind, 'outside');
    assert.equal(stateAfter('\t0', inChapter('disputes')).state.kind, 'outside');
    assert.equal(stateAfter('/ / /', inChapter('disputes')).state.kind, 'outside');
  });
});

describe('a step in a row', () => {
  const valuesAfter = (text: string) => {
    const { state } = stateAfter(text);
    return state.kind === 'row' ? state.row.values.map(({ start, end }) => text.slice(start, end)) : undefined;
  };
  it('adds figures and empty cells as values', () => assert.deepEqual(valuesAfter('| 规章 | 1 |  | 3 |'), ['1', '', '3']));
  it('adds a text where a value is due', () => assert.deepEqual(valuesAfter('| 规章 | 若干 |'), ['若干']));
  it('adds no figure of a later line where label and figures share a line', () => {
    assert.deepEqual(valuesAfter('规章 1 2 3\n4 5'), ['1', '2', '3']);
  });
  it('adds no figure after an empty line to a full row of one cell a line', () => {
    assert.deepEqual(valuesAfter('\t规章\n\t1\n\t2\n\t3\n\n\t4'), ['1', '2', '3']);
    assert.deepEqual(valuesAfter('\t规章\n\t1\n\t2\n\n\t4'), ['1', '2', '4']);
  });
  it('ends the table at a sentence', () => assert.equal(stateAfter('\t规章\n\t1\n正文。').state.kind, 'outside'));
  it('goes on with the rest of a label that breaks over lines', () => {
    const text = '5.要求行政机关确认或重新 0 0 0 0 0 0 0\n出具已获取信息';
    const begun = stateAfter(text.slice(0, text.indexOf('\n'))).state;
    assert.equal(begun.kind, 'outside');
    const table = '一、本年新收政府信息公开申请数量 1 0 0 0 0 0 1\n';
    const { state } = stateAfter(table + text);
    assert.ok(state.kind === 'row' && state.row.key.kind === 'named');
    assert.deepEqual([state.row.key.id, state.row.remainder, state.pending.length], ['rejected.confirm', '', 0]);
  });
  it('takes a mistyped label for the row that is still missing', () => {
    assert.deepEqual(rowsIn('\t行政许可\n\t1\n\n\t行政处冇\n\t2'), ['licensing: 1', 'penalty: 2']);
  });
  it("opens an office's own row at words beside a figure", () => {
    assert.deepEqual(rowsIn('| 规章 | 1 | 2 | 3 |\n| 局长信箱 | 4 |'), ['rules: 1 2 3', 'unknown: 4']);
  });
  it('opens no row at a page number or a mark', () => {
    assert.deepEqual(rowsIn('| 规章 | 1 | 2 | 3 |\n| abc | 4 |'), ['rules: 1 2 3']);
  });
});

describe('rows', () => {
  it('share the figures after a group whose own labels are lost, if there are just as many', () => {
    const figures = (count: number) => Array.from({ length: count }, (_, index) => index).join(' | ');
    const head = '| 一、本年新收政府信息公开申请数量 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |\n';
    assert.equal(rowsIn(`${head}| （四）无法提供 | ${figures(21)} |`).length, 4);
    assert.ok(rowsIn(`${head}| （四）无法提供 | ${figures(20)} |`).length < 4);
  });
  it('are none for a label in running text outside its chapter', () => assert.deepEqual(rowsIn('规章\n行政许可'), []));
  it('of their own may be forty; with one more, another table has begun', () => {
    const own = (count: number) =>
      `| 规章 | 1 | 2 | 3 |\n${Array.from({ length: count }, (_, index) => `| 自有事项${index} | 3 |`).join('\n')}`;
    const known = '\n| 行政许可 | 5 |';
    assert.equal(findTables(parse(own(mostUnknown) + known), []).length, 1);
    assert.equal(findTables(parse(own(mostUnknown + 1) + known), []).length, 2);
  });
});
