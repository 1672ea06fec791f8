import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { editions } from '../../core/form';
import { readReport } from '../../core/report/bind';
import { readReports } from '../../core/report/compilation';
import { fieldsOf } from '../../core/report/fields';
import { linesOf } from '../../core/report/lines';
import type { Report } from '../../core/report/report';
import { bringIn, sendOut } from '../../exchange/convert';
import type { TargetFormat } from '../../exchange/formats';
import { inventReports } from '../support/compilations';
import { inventFigures } from '../support/figures';
import { seeded } from '../support/random';
import { describeReal, realReports } from '../support/real';
import { reportIn, shapes, textFrom } from '../support/shapes';

const fields = (text: string) =>
  Object.fromEntries(fieldsOf(readReport(text)).map(({ field, value, text: written }) => [field.id, { value, text: written }]));

/** The paragraphs outside the tables, without heading marks and comments. */
function proseOf(text: string): string[] {
  const report = readReport(text);
  const taken = new Set<number>();
  for (const table of Object.values(report.tables)) {
    const { first, last } = linesOf(report, table);
    for (let line = first; line <= last; line++) taken.add(line);
  }
  return report.document.lines
    .filter((_, line) => !taken.has(line))
    .map(({ start, end }) =>
      text
        .slice(start, end)
        .replace(/^\s*#+\s/, '')
        .trim(),
    )
    .filter((line) => line !== '' && !line.startsWith('<!--'));
}

async function thereAndBack(text: string, target: TargetFormat): Promise<string> {
  const draft = await bringIn(`report.${target}`, await sendOut(text, target));
  return draft.text;
}

async function comesBack(text: string): Promise<void> {
  const { organ, year } = readReport(text).identity;
  for (const target of ['docx', 'html', 'md'] as const) {
    const back = await thereAndBack(text, target);
    assert.deepEqual(fields(back), fields(text), target);
    assert.deepEqual(proseOf(back), proseOf(text), target);
    const read = readReport(back).identity;
    assert.deepEqual([read.organ, read.year], [organ, year], target);
    assert.equal(await thereAndBack(back, target), back, `${target}, once more`);
  }
  assert.deepEqual(fields(await thereAndBack(text, 'xlsx')), fields(text), 'xlsx');
}

describe('a report that is exported and imported again @slow', () => {
  for (const name of readdirSync('samples')) it(`is the same: ${name}`, () => comesBack(readFileSync(`samples/${name}`, 'utf8')));

  for (const edition of editions)
    for (const shape of shapes)
      it(`is the same: ${shape}, ${edition.edition.id}`, async () => {
        const text = textFrom(inventFigures(seeded(shape.length), edition));
        await comesBack(reportIn({ edition, year: edition.edition.years[0], organ: '平安县水利局', shape, text }));
      });
});

describeReal('a published report that leaves and comes back @slow', () => {
  for (const [name, text] of realReports()) it(`is the same: ${name}`, () => comesBack(text));
});

describe('many reports that are exported and imported again', () => {
  it('are the same, each by itself', async () => {
    const text = inventReports(seeded(12), 3, ['markdown']).join('\n');
    for (const target of ['docx', 'html', 'md'] as const) {
      const back = await thereAndBack(text, target);
      assert.deepEqual(readReports(back).map(figures), readReports(text).map(figures), target);
    }
    const rows = new TextDecoder().decode(await sendOut(text, 'csv')).split('\n');
    assert.ok(rows.length > 600);
    await assert.rejects(sendOut(text, 'xlsx'), /3 reports/);
  });
});

function figures(report: Report): unknown {
  return [report.identity.organ, report.identity.year, fieldsOf(report).map(({ field, value }) => [field.id, value])];
}
