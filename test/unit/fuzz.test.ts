import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { analyseEach, analysisOf } from '../../core/analysis/analyse';
import { check } from '../../core/checks/check';
import { readReports } from '../../core/report/compilation';
import { fuzz, judge, judgeSlip } from '../fuzz/fuzz';
import { describeReal, realReports } from '../support/real';
import { anyText } from '../support/texts';

/* What holds for any text: see test/support/laws.ts. `npm run fuzz` tries more texts, for as long as you wish. */

const corpus = path.resolve(__dirname, '../fixtures/fuzz');

describe('the laws', () => {
  it('are tried on texts that once broke them', () => assert.ok(readdirSync(corpus).length > 0));

  for (const name of readdirSync(corpus))
    it(`hold for a text that once broke them: ${name}`, () => {
      const text = readFileSync(path.join(corpus, name), 'utf8');
      judge(text, true);
      if (check(analysisOf(readReports(text)[0])).length <= 3) judgeSlip(text);
    });

  it('hold for mangled reports, for reports with one slip, and for bytes @slow', () => {
    const { cases, bytes, failures } = fuzz({ cases: 4000, bytes: 60_000, seed: 1 });
    assert.ok(cases >= 4000 && bytes >= 60_000, `${cases} cases, ${bytes} bytes`);
    assert.deepEqual(
      failures.map(({ kind, seed, message }) => `${kind} ${seed}: ${message}`),
      [],
    );
  });

  it('hold for pieces of text in any order', () => {
    fc.assert(
      fc.property(anyText, (text) => judge(text, true)),
      { numRuns: 400 },
    );
  });
});

describeReal('the laws, for published reports @slow', () => {
  for (const [name, text] of realReports()) it(`hold: ${name}`, () => judge(text, true));
});

/** Texts of a given length that are slow to read if a step is not linear; each repeats one pattern. */
const adversaries: Record<string, (length: number) => string> = {
  'pipes without end': (length) => '|'.repeat(length),
  'rows of pipes': (length) => '| 0 '.repeat(length / 4),
  'lines of pipes': (length) => '|\n'.repeat(length / 2),
  'empty lines': (length) => '\n'.repeat(length),
  'carriage returns': (length) => '\r'.repeat(length),
  spaces: (length) => ' '.repeat(length),
  'spaces and a figure': (length) => `${' '.repeat(length)}0`,
  'digits without end': (length) => '7'.repeat(length),
  'digits with separators': (length) => '1,234'.repeat(length / 5),
  'open parentheses': (length) => '（'.repeat(length),
  'open comments': (length) => '<!--'.repeat(length / 4),
  'open comments on lines': (length) => '<!-- nianbao-report \n'.repeat(length / 20),
  'open brackets': (length) => '[bookmark: '.repeat(length / 11),
  headings: (length) => '# '.repeat(length / 2),
  'chapters again and again': (length) => '一、总体情况\n'.repeat(length / 7),
  'titles again and again': (length) => '平安县水利局2025年政府信息公开工作年度报告\n'.repeat(length / 24),
  'titles and chapters': (length) => '平安县水利局2025年政府信息公开工作年度报告\n一、总体情况\n'.repeat(length / 31),
  'labels again and again': (length) => '1.属于国家秘密\n'.repeat(length / 9),
  'pieces of labels': (length) => '其他处理'.repeat(length / 4),
  'pieces of labels on lines': (length) => '其他\n法律\n'.repeat(length / 6),
  'years without end': (length) => '2025年'.repeat(length / 5),
  'a sentence without end': (length) => '全年收到申请5件，'.repeat(length / 9),
  sentences: (length) => '共公开政府信息703条，其中通知314条，动态335条。'.repeat(length / 26),
  'parts within parts': (length) => '其中（部门2条'.repeat(length / 8),
  'zeros in words': (length) => '零'.repeat(length),
  numerals: (length) => '一百'.repeat(length / 2),
  'percent signs': (length) => '占19.6%'.repeat(length / 6),
  'one cell a line': (length) => '\t0\n'.repeat(length / 3),
  'breaking cells': (length) => '\t商业\n企业\n'.repeat(length / 7),
  quotes: (length) => '《“'.repeat(length / 2),
};

describe('time @slow', () => {
  const timeOf = (text: string) => {
    const start = performance.now();
    for (const { analysis } of analyseEach(text)) check(analysis);
    return performance.now() - start;
  };

  /*
   * 64 times the text may take 6 × 64 times as long: memory grows too. Quadratic time would take 64 × 64. A busy machine
   * may be slow in some attempts, but not in all of twelve.
   */
  for (const [name, text] of Object.entries(adversaries))
    it(`is linear in the text: ${name}`, () => {
      const short = text(1 << 12);
      const long = text(1 << 18);
      let [one, all] = [Infinity, Infinity];
      for (let attempt = 0; attempt < 12; attempt++) {
        one = Math.min(one, Math.max(timeOf(short), timeOf(short), 0.2));
        all = Math.min(all, timeOf(long));
        if (attempt > 0 && all <= one * 64 * 6) return;
      }
      assert.fail(`${one.toFixed(2)} ms for ${short.length} characters, ${all.toFixed(0)} ms for 64 times as many`);
    });
});
