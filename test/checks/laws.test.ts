import assert from 'node:assert/strict';
import fc from 'fast-check';
import { analysisOf } from '../../core/analysis/analyse';
import { check } from '../../core/checks/check';
import { latestEdition } from '../../core/form';
import { readReport } from '../../core/report/bind';
import { applyEdits } from '../../core/text/edit';
import { fixAllEdits } from '../../server/features/code-actions';
import { type Figures, inventFigures, mistype } from '../support/figures';
import { seeded } from '../support/random';
import { codesIn, findingsIn, seriousIn, valuesOf } from '../support/reading';
import { reportIn, type Shape, shapes, textFrom } from '../support/shapes';
import { anyText } from '../support/texts';

const report = (figures: Figures, shape: Shape = 'markdown') =>
  reportIn({ edition: latestEdition, year: 2022, organ: '平安县水利局', shape, text: textFrom(figures) });

describe('one mistyped figure @slow', () => {
  it('is one finding, on that cell, whose first fix restores the text, in every cell and shape', () => {
    const random = seeded(20);
    for (const shape of shapes) {
      const figures = inventFigures(random, latestEdition, 0.4);
      const right = report(figures, shape);
      for (const { id } of latestEdition.tables.requests.fields) {
        const wrong = report(new Map([...figures, [id, mistype(random, figures.get(id) ?? 0)]]), shape);
        assert.deepEqual(seriousIn(wrong), [`suspect-cell@${id}`], shape);
        const [finding] = findingsIn(wrong);
        assert.equal(applyEdits(wrong, finding.fixes?.[0].edits ?? []), right);
        assert.ok((finding.related ?? []).length >= 2);
      }
    }
  });

  it('in chapter four is shown at the total, with every correction offered', () => {
    const figures = new Map(latestEdition.fields.map(({ id }) => [id, 0]));
    const wrong = report(new Map([...figures, ['disputes.reconsideration.upheld', 1], ['disputes.reconsideration.total', 2]]));
    const [finding, ...others] = findingsIn(wrong);
    assert.deepEqual([finding.code, finding.field, others.length], ['outcome-total', 'disputes.reconsideration.total', 0]);
    assert.equal(finding.fixes?.length, 5);
    for (const { edits } of finding.fixes ?? []) assert.deepEqual(codesIn(applyEdits(wrong, edits)), []);
  });

  it('is not reported again as an empty cell', () => {
    const figures = inventFigures(seeded(4), latestEdition, 0.9);
    const id = 'requests.granted.natural';
    const wrong = reportIn({
      edition: latestEdition,
      year: 2022,
      organ: '平安县水利局',
      shape: 'markdown',
      text: (field) => (field.id === id ? '' : textFrom(figures)(field)),
    });
    assert.deepEqual(codesIn(wrong), [`suspect-cell@${id}`]);
    assert.deepEqual(valuesOf(readReport(applyEdits(wrong, findingsIn(wrong)[0].fixes?.[0].edits ?? []))), figures);
  });
});

describe('two mistakes', () => {
  it('that share no relation have a fix each', () => {
    const figures = inventFigures(seeded(8), latestEdition, 0.9);
    const wrong = new Map(figures);
    for (const id of ['requests.new.natural', 'requests.granted.other']) wrong.set(id, (figures.get(id) ?? 0) + 10);
    const found = findingsIn(report(wrong));
    assert.deepEqual(
      found.map(({ code, field }) => `${code}@${field}`),
      ['suspect-cell@requests.new.natural', 'suspect-cell@requests.granted.other'],
    );
    assert.deepEqual(
      found.map(({ fixes }) => fixes?.[0].edits.length),
      [1, 1],
    );
  });

  it('that are an exchange are shown on both cells, and repaired at once', () => {
    const figures = inventFigures(seeded(8), latestEdition, 0.9);
    const [a, b] = ['requests.granted.natural', 'requests.partial.natural'];
    const wrong = new Map([...figures, [a, figures.get(b) ?? 0], [b, figures.get(a) ?? 0]] as [string, number][]);
    const text = report(wrong);
    const found = findingsIn(text);
    assert.deepEqual(
      found.map(({ code, field }) => `${code}@${field}`),
      [`suspect-cell@${a}`, `suspect-cell@${b}`],
    );
    assert.equal(applyEdits(text, found[0].fixes?.[0].edits ?? []), report(figures));
  });
});

describe('suppression', () => {
  const wrong = '# 平安县水利局2022年政府信息公开工作年度报告\n## 一、基本情况\n';
  const silenced = (comment: string) => codesIn(wrong.replace('## 一', `${comment}\n## 一`)).includes('chapter-title');
  it('silences the code on the line below, and no other', () => {
    assert.ok(codesIn(wrong).includes('chapter-title'));
    assert.ok(!silenced('<!-- nianbao-ignore chapter-title: 上级要求 -->'));
    assert.ok(!silenced('<!-- nianbao-ignore row-total, chapter-title -->'));
    assert.ok(!silenced('<!-- nianbao-ignore chapter-title：全角冒号 -->\n<!-- nianbao-ignore row-total: x -->'));
    assert.ok(silenced('<!-- nianbao-ignore row-total: 别的 -->'));
    assert.ok(silenced('<!-- nianbao-ignore chapter-title: 隔了一行 -->\n'));
  });
});

describe('severities', () => {
  it('are changed or silenced by code', () => {
    const read = readReport('# 平安县水利局2022年政府信息公开工作年度报告\n## 一、基本情况\n');
    const level = (severity: 'off' | 'error') =>
      check(analysisOf(read), { severities: { 'chapter-title': severity } })
        .filter(({ code }) => code === 'chapter-title')
        .map((each) => each.severity);
    assert.deepEqual([level('off'), level('error')], [[], ['error']]);
  });
});

/** A report with a few things done to it that happen to texts. */
const harmed = fc
  .record({
    seed: fc.nat(500),
    shape: fc.constantFrom(...shapes),
    cuts: fc.array(
      fc.tuple(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat(40),
        fc.constantFrom('', '|', '\t', '\n', '冇', '0', '３', '/', '[bookmark: x]'),
      ),
      { maxLength: 5 },
    ),
  })
  .map(({ seed, shape, cuts }) =>
    cuts.reduce(
      (text, [place, length, put]) => {
        const at = Math.floor(place * text.length);
        return text.slice(0, at) + put + text.slice(at + length);
      },
      report(inventFigures(seeded(seed)), shape),
    ),
  );

describe('any text', () => {
  it('is checked without an exception, every range inside it', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, harmed), (text) => {
        for (const finding of findingsIn(text)) {
          const spans = [finding, ...(finding.related ?? []), ...(finding.fixes ?? []).flatMap(({ edits }) => edits)];
          for (const { start, end } of spans) assert.ok(0 <= start && start <= end && end <= text.length, finding.code);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('cut off at any character is still read', () => {
    const text = report(inventFigures(seeded(2)), 'tab-cells');
    for (let end = 0; end <= text.length; end += 7) findingsIn(text.slice(0, end));
  });

  it('comes to rest when the form is corrected throughout', () => {
    fc.assert(
      fc.property(harmed, (text) => {
        let now = text;
        for (let round = 0; round < 12; round++) {
          const edits = fixAllEdits(findingsIn(now));
          if (edits.length === 0) return;
          now = applyEdits(now, edits);
        }
        assert.fail('still changing after a dozen rounds');
      }),
      { numRuns: 150 },
    );
  });
});
