import assert from 'node:assert/strict';
import { documents, seenBy, titled } from '../support/checking';

const table = (...cells: readonly string[]) =>
  titled(documents(`| 规章 | ${cells.slice(0, 3).join(' | ')} |`, `| 行政规范性文件 | ${cells.slice(3).join(' | ')} |`));

describe('blank-cells', () => {
  it('is silent about a filled table, and about three empty cells', () => {
    assert.deepEqual(seenBy('blank-cells', table('0', '0', '0', '0', '0', '0')), []);
    assert.deepEqual(seenBy('blank-cells', table('', '', '', '0', '0', '0')), []);
  });
  it('says once of a table that four cells are empty, and fills them with 0', () => {
    const [{ field, message, fixes }, ...others] = seenBy('blank-cells', table('0', '', '', '', '', '0'));
    assert.deepEqual([field, message, others], ['proactive.rules.repealed', '4 cells of this table are empty and are read as 0.', []]);
    assert.deepEqual(
      fixes.map(({ title }) => title),
      ['Fill the empty cells with 0 (4)'],
    );
    assert.deepEqual(seenBy('blank-cells', fixes[0].text), []);
    assert.deepEqual(seenBy('empty-cell', fixes[0].text), []);
  });
  it('says so of a single mark, and writes 0 in its place', () => {
    const [{ shown, field, message, fixes }, ...others] = seenBy('blank-cells', table('0', '/', '0', '0', '0', '0'));
    assert.deepEqual([shown, field, others], ['/', 'proactive.rules.repealed', []]);
    assert.equal(message, 'Marks stand in the place of figures in this table (1); they are read as 0.');
    assert.deepEqual(
      fixes.map(({ title }) => title),
      ['Write 0 in place of the marks (1)'],
    );
    assert.equal(fixes[0].text, table('0', '0', '0', '0', '0', '0'));
    assert.ok(!fixes[0].restoresForm);
  });
  for (const mark of ['—', '无', '-', '／'])
    it(`takes ${mark} for a mark`, () => {
      assert.equal(seenBy('blank-cells', table(mark, '0', '0', '0', '0', '0')).length, 1);
    });
  it('names both, and stands at the first of them', () => {
    const [{ shown, message, fixes }] = seenBy('blank-cells', table('/', '', '', '', '', '0'));
    assert.equal(shown, '/');
    assert.equal(message, '4 cells of this table are empty, and marks stand in the place of figures (1); all are read as 0.');
    assert.equal(fixes.length, 2);
  });
  it('does not count three empty cells beside a mark', () => {
    const [{ shown, field, message }] = seenBy('blank-cells', table('', '/', '', '', '0', '0'));
    assert.deepEqual([shown, field], ['/', 'proactive.rules.repealed']);
    assert.match(message, /^Marks stand/);
  });
  it('counts cells that leave no trace in a text without separators', () => {
    const text = titled('## 二、主动公开政府信息情况', '信息内容 本年制发件数 本年废止件数 现行有效件数\n规章\n行政规范性文件\n');
    const found = seenBy('blank-cells', text);
    assert.deepEqual(
      found.map(({ shown, message }) => [shown, message]),
      [['规章', '6 cells of this table are empty and are read as 0.']],
    );
  });
});
