import assert from 'node:assert/strict';
import fc from 'fast-check';
import { editions, type Field, latestEdition } from '../../core/form';
import { readReport } from '../../core/report/bind';
import { fieldsOf } from '../../core/report/fields';
import { applyEdits } from '../../core/text/edit';
import { canonicalEdits } from '../../core/writing/canonical';
import { inventFigures } from '../support/figures';
import { seeded } from '../support/random';
import { describeReal, realReports } from '../support/real';
import { reportIn, type Shape, shapes, textFrom } from '../support/shapes';
import { anyText } from '../support/texts';

const formatted = (text: string) => applyEdits(text, canonicalEdits(readReport(text)));
const fields = (text: string) => fieldsOf(readReport(text)).map(({ field, value, text: written }) => [field.id, value, written]);
describe('the canonical shape', () => {
  for (const edition of editions)
    for (const shape of shapes)
      it(`is what ${shape} of ${edition.edition.id} becomes, figures and prose as they were, and stays so`, () => {
        for (let seed = 1; seed <= 4; seed++) {
          const figures = inventFigures(seeded(seed), edition);
          const report = { edition, year: edition.edition.years[0], organ: '平安县水利局', text: textFrom(figures) };
          const text = reportIn({ ...report, shape });
          const once = formatted(text);
          assert.deepEqual(fields(once), fields(text));
          assert.equal(formatted(once), once);
          const canonical = reportIn({ ...report, shape: 'markdown' });
          assert.deepEqual(once.split('\n').filter(Boolean), canonical.split('\n').filter(Boolean));
        }
      });
});

describeReal('the canonical shape of the published reports @slow', () => {
  for (const [name, text] of realReports())
    it(name, () => {
      const once = formatted(text);
      assert.deepEqual(fields(once), fields(text));
      assert.equal(formatted(once), once);
      assert.equal(once.split('\n').filter((line) => /^\|[ |:]*---[ -:|]+\|$/.test(line)).length, 3);
    });
});

describe('the canonical shape of tables that are not as they should be', () => {
  const remark = '以上数据由各科室报送，经办公室汇总后核定。';
  const table = latestEdition.tables.requests;
  /** A report whose tables hold what is wanted, with a hand on the lines of its tables. */
  const draft = (shape: Shape, text: (field: Field) => string, change = (lines: string[]) => lines) =>
    change(reportIn({ edition: latestEdition, year: 2025, organ: '平安县水利局', shape, text }).split('\n')).join('\n');
  const numbered = (field: Field) => String((field.index * 7) % 13);

  for (const shape of shapes)
    it(`keeps empty cells, marks, remarks and wide digits of ${shape}`, () => {
      const odd = ['', '/', '—', '１２', '1,234', '无', '0'];
      const text = draft(shape, (field) => (/^(?:lines|printed)/.test(shape) ? numbered(field) : odd[(field.index * 3) % odd.length]));
      const once = formatted(text);
      assert.ok(once.includes('| --- | --- |'));
      assert.deepEqual(fields(once), fields(text));
      assert.equal(formatted(once), once);
    });

  for (const shape of shapes)
    it(`leaves a paragraph between the blocks of ${shape} where it stands, and what it says`, () => {
      const title = latestEdition.tables.proactive.form.blocks[1].title ?? '';
      const text = draft(shape, numbered, (lines) => {
        const at = lines.findIndex((line) => line.includes(title));
        return [...lines.slice(0, at), '', remark, '', ...lines.slice(at)];
      });
      const once = formatted(text);
      const lines = once.split('\n');
      const at = lines.indexOf(remark);
      assert.deepEqual([lines[at - 1], lines[at + 1]], ['', '']);
      assert.ok(lines[at - 2].startsWith('|') && lines[at + 2].includes(title) && lines[at + 3].startsWith('| ---'));
      assert.deepEqual(fields(once), fields(text));
      assert.equal(formatted(once), once);
    });

  it('leaves a comment in front of its row', () => {
    const comment = '<!-- nianbao-ignore row-total: 已核对 -->';
    const row = table.rows[6].entry.label;
    const text = draft('tab-cells', numbered, (lines) => {
      const at = lines.findIndex((line) => line.includes(row));
      return [...lines.slice(0, at), comment, ...lines.slice(at)];
    });
    const lines = formatted(text).split('\n');
    assert.ok(lines[lines.indexOf(comment) + 1].includes(row));
    assert.deepEqual(fields(lines.join('\n')), fields(text));
  });

  it('keeps an office’s own row, too many cells and too few, and a label’s addition', () => {
    const text = draft('pipe-rows', numbered, (lines) =>
      lines.flatMap((line) => {
        if (line.startsWith('行政许可')) return [line.replace('行政许可', '行政许可（含延续）')];
        if (line.startsWith('行政处罚')) return [line.replace(/\| +\| +\|$/, '| 99 | |')];
        if (line.startsWith('规章')) return [line.replace(/\d+ \|$/, '')];
        if (line.includes('3.要求提供公开出版物')) return [line, ' | | 9.本局自设的一类 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |'];
        return [line];
      }),
    );
    const once = formatted(text);
    assert.match(once, /\| 行政许可（含延续） \| \d+ \| {2}\| {2}\|/);
    assert.match(once, /\| 行政处罚 \| \d+ \| 99 \| {2}\|/);
    assert.match(once, /\| 规章 \| \d+ \| \d+ \|\n/);
    assert.match(once, /\| {2}\| {2}\| 9.本局自设的一类 \| 1 \| 0 \| 0 \| 0 \| 0 \| 0 \| 1 \|/);
    assert.deepEqual(fields(once), fields(text));
    assert.equal(formatted(once), once);
  });

  it('corrects labels, and leaves out rows that are not there', () => {
    const text = draft('tab-rows', numbered, (lines) =>
      lines
        .filter((line) => !line.includes('1.属于国家秘密'))
        .map((line) => line.replace('现行有效件数', '现行冇效件数').replace('4.保护', '4，保护')),
    );
    const once = formatted(text);
    assert.match(once, /现行有效件数/);
    assert.match(once, /\| {2}\| （三）不予公开 \| 2\.其他法律/);
    assert.match(once, /4\.保护第三方/);
    assert.ok(!once.includes('1.属于国家秘密'));
  });

  it('drops the number of a page and the headings repeated on it', () => {
    const text = draft('tab-rows', numbered, (lines) => {
      const at = lines.findIndex((line) => line.includes('4.保护'));
      const heading = lines.findIndex((line) => line.includes('商业企业'));
      return [...lines.slice(0, at), '', '- 3 -', '', lines[heading - 1], lines[heading], ...lines.slice(at)];
    });
    assert.equal(
      formatted(text)
        .split('\n')
        .filter((line) => line.includes('商业企业')).length,
      1,
    );
    assert.equal(formatted(text), formatted(draft('tab-rows', numbered)));
  });

  it('keeps the line ends of the text', () => {
    const text = draft('tab-cells', numbered).replace(/\n/g, '\r\n');
    assert.ok(!/[^\r]\n/.test(formatted(text)));
  });

  it('never throws, and never changes what any text says', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = formatted(text);
        assert.deepEqual(fields(once), fields(text));
      }),
      { numRuns: 300 },
    );
  });

  it('keeps what a report says whose lines were dropped, doubled or exchanged @slow', () => {
    const random = seeded(11);
    for (let round = 0; round < 300; round++) {
      const lines = draft(random.pick(shapes), numbered).split('\n');
      for (let times = 0; times < 3; times++) {
        const at = random.below(lines.length);
        const kind = random.below(3);
        if (kind === 0) lines.splice(at, 1);
        else if (kind === 1) lines.splice(at, 0, lines[random.below(lines.length)]);
        else [lines[at], lines[(at + 1) % lines.length]] = [lines[(at + 1) % lines.length], lines[at]];
      }
      const text = lines.join('\n');
      const once = formatted(text);
      assert.deepEqual(fields(once), fields(text), text);
      assert.equal(formatted(once), once, text);
    }
  });
});
