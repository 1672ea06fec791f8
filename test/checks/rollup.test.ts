import assert from 'node:assert/strict';
import { latestEdition } from '../../core/form';
import { tableLines } from '../../core/writing/markdown';
import { below, seenBy } from '../support/checking';

type Figures = Readonly<Record<string, number>>;
const report = (organ: string, figures: Figures, year = 2025) =>
  `# ${organ}${year}年政府信息公开工作年度报告\n\n## 二、主动公开政府信息情况\n\n${tableLines(latestEdition.tables.proactive, ({ id }) =>
    String(figures[id.replace('proactive.', '')] ?? 0),
  ).join('\n')}\n`;
const county = (figures: Figures) => report('平安县人民政府', figures);
const offices = (...counts: readonly number[]) =>
  below(...counts.map((count, index) => report(`平安县${'甲乙丙丁戊己庚辛壬癸子丑寅卯'[index]}局`, { 'licensing.decisions': count })));

describe('rollup', () => {
  it('is silent where the reports below add up, and where there are none', () => {
    assert.deepEqual(seenBy('rollup', county({ 'licensing.decisions': 12 }), offices(5, 7)), []);
    assert.deepEqual(seenBy('rollup', county({ 'licensing.decisions': 12 })), []);
    assert.deepEqual(seenBy('rollup', county({ 'licensing.decisions': 12 }), below()), []);
  });
  it('names the report that may be left out, leads to the figures, and takes over the sum', () => {
    const [{ shown, field, message, related, fixes }, ...others] = seenBy('rollup', county({ 'licensing.decisions': 5 }), offices(5, 7, 0));
    assert.deepEqual([shown, field, others], ['5', 'proactive.licensing.decisions', []]);
    assert.equal(
      message,
      '“行政许可” / “本年处理决定数量” is 5; the reports below make 12. The difference is the figure of 平安县乙局, which may be left out.',
    );
    assert.deepEqual(related, ['平安县甲局 has 5 here.', '平安县乙局 has 7 here.']);
    assert.deepEqual(
      fixes.map(({ title, text }) => [title, text]),
      [['Change to 12', county({ 'licensing.decisions': 12 })]],
    );
  });
  it('reads an empty cell as 0, and leaves text to another check', () => {
    const text = county({ 'licensing.decisions': 77 });
    assert.match(seenBy('rollup', text.replace(' 77 ', '  '), offices(5, 7))[0].message, /is 0; the reports below make 12\./);
    assert.deepEqual(seenBy('rollup', text.replace(' 77 ', ' 若干 '), offices(5, 7)), []);
  });
  it('names the report that may be counted twice', () => {
    assert.match(
      seenBy('rollup', county({ 'licensing.decisions': 19 }), offices(5, 7))[0].message,
      /the figure of 平安县乙局, which may be counted twice\.$/,
    );
  });
  it('names the three largest where no report makes up the difference', () => {
    const [{ message }] = seenBy('rollup', county({ 'licensing.decisions': 100 }), offices(1, 9, 5, 7));
    assert.match(message, /make 22\. The largest are those of 平安县乙局, 平安县丁局, 平安县丙局\.$/);
  });
  it('names none where all are 0', () => {
    assert.match(seenBy('rollup', county({ 'licensing.decisions': 100 }), offices(0, 0))[0].message, /make 0\.$/);
  });
  it('names three reports at most that make up the difference', () => {
    const [{ message }] = seenBy('rollup', county({ 'licensing.decisions': 15 }), offices(5, 5, 5, 5));
    assert.match(message, /the figure of 平安县甲局, 平安县乙局, 平安县丙局, which/);
  });
  it('leads to twelve figures at most', () => {
    assert.equal(seenBy('rollup', county({}), offices(...Array(13).fill(3)))[0].related.length, 12);
  });
  it('finds cents equal that binary fractions make unequal', () => {
    const neighbours = below(report('平安县甲局', { 'fees.amount': 0.1 }), report('平安县乙局', { 'fees.amount': 0.2 }));
    assert.deepEqual(seenBy('rollup', county({ 'fees.amount': 0.3 }), neighbours), []);
    assert.match(seenBy('rollup', county({ 'fees.amount': 0.1 }), neighbours)[0].message, /平安县乙局, which may be left out/);
  });
  it('offers all sums at once where several differ, and names first the report that explains most', () => {
    const neighbours = below(
      report('平安县甲局', { 'licensing.decisions': 5, 'penalty.decisions': 1 }),
      report('平安县乙局', { 'licensing.decisions': 5, 'penalty.decisions': 3 }),
    );
    const found = seenBy('rollup', county({ 'licensing.decisions': 5, 'penalty.decisions': 1 }), neighbours);
    assert.equal(found.length, 2);
    assert.match(found[0].message, /the figure of 平安县乙局, 平安县甲局, which/);
    const [all] = found[0].fixes;
    assert.equal(all.title, 'Take over all sums of the reports below (2)');
    assert.equal(all.text, county({ 'licensing.decisions': 10, 'penalty.decisions': 4 }));
  });
  it('says once which reports are not summed: those on another year, and those that lack the table', () => {
    const neighbours = below(
      report('平安县甲局', { 'licensing.decisions': 5 }, 2024),
      '# 平安县乙局2025年政府信息公开工作年度报告\n\n## 一、总体情况\n',
      report('平安县丙局', { 'licensing.decisions': 5 }),
    );
    const [{ shown, message, fixes }, ...others] = seenBy('rollup', county({ 'licensing.decisions': 9 }), neighbours);
    assert.deepEqual([shown, fixes, others], ['# 平安县人民政府2025年政府信息公开工作年度报告', [], []]);
    assert.equal(message, 'These reports below lack a table, or are on another year, and are not summed: 0.md, 1.md.');
  });
});
