import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { analysisOf } from '../../core/analysis/analyse';
import { check } from '../../core/checks/check';
import type { CheckedFinding } from '../../core/checks/support/finding';
import { editionOf, latestEdition } from '../../core/form';
import { digestOf } from '../../core/library/digest';
import { Library } from '../../core/library/library';
import { sameOrgan } from '../../core/library/organs';
import { rollUp } from '../../core/library/rollup';
import { readReport } from '../../core/report/bind';
import { fieldsOf } from '../../core/report/fields';
import { applyEdits } from '../../core/text/edit';
import { summedLines } from '../../core/writing/markdown';
import { resolveRollUps } from '../../files/below';
import { nodeFiles } from '../../files/node-files';
import { type Figures, inventFigures } from '../support/figures';
import { seeded } from '../support/random';
import { alone } from '../support/reading';
import { reportIn, type Shape, shapes, textFrom } from '../support/shapes';

const organ = '平安县水利局';

/** This year's figures, as they follow from last year's. */
function following(last: Figures, seed: number): Figures {
  const figures = inventFigures(seeded(seed), latestEdition, 0.5);
  const get = (id: string) => figures.get(id) ?? 0;
  for (const column of ['natural', 'business', 'research', 'nonprofit', 'legal', 'other', 'total']) {
    const carried = last.get(`requests.carriedOut.${column}`) ?? 0;
    // The rest of the column follows: what is new makes up the sum.
    const sum = get(`requests.handled.${column}`) + get(`requests.carriedOut.${column}`);
    const fresh = Math.max(0, sum - carried);
    figures.set(`requests.carriedIn.${column}`, carried);
    figures.set(`requests.new.${column}`, fresh);
    figures.set(`requests.carriedOut.${column}`, fresh + carried - get(`requests.handled.${column}`));
  }
  for (const row of ['rules', 'normative'])
    figures.set(
      `proactive.${row}.effective`,
      Math.max(0, (last.get(`proactive.${row}.effective`) ?? 0) + get(`proactive.${row}.issued`) - get(`proactive.${row}.repealed`)),
    );
  const sumsUp = (row: string) =>
    ['natural', 'business', 'research', 'nonprofit', 'legal', 'other'].reduce((all, column) => all + get(`requests.${row}.${column}`), 0);
  for (const row of ['new', 'carriedIn', 'carriedOut']) figures.set(`requests.${row}.total`, sumsUp(row));
  return figures;
}

const text = (figures: Figures, year: number, name = organ, shape: Shape = 'tab-cells', edition = latestEdition) =>
  reportIn({ edition, year, organ: name, shape, text: textFrom(figures) });

function against(now: string, last: string): CheckedFinding[] {
  const report = readReport(now);
  const library = new Library([digestOf(alone(readReport(last)), '/reports/last.md'), digestOf(alone(report), '/reports/now.md')]);
  return check(analysisOf(report), {
    severities: { 'sudden-change': 'off' },
    neighbours: { last: library.lastOf(report.identity, '/reports/now.md') },
  });
}

describe('two years of one organ', () => {
  for (let seed = 1; seed <= 8; seed++) {
    const last = inventFigures(seeded(seed), latestEdition, 0.4);
    const now = following(last, seed + 100);
    const fits = ['rules', 'normative'].every(
      (row) =>
        (last.get(`proactive.${row}.effective`) ?? 0) + (now.get(`proactive.${row}.issued`) ?? 0) >=
        (now.get(`proactive.${row}.repealed`) ?? 0),
    );
    if (!fits) continue;
    it(`that follow from each other give nothing to report (${seed})`, () => {
      for (const shape of shapes.slice(0, 6)) assert.deepEqual(against(text(now, 2025, organ, shape), text(last, 2024)), []);
    });

    it(`in which another figure is carried in give one carry-over a column, on its cell, with a way to last year’s (${seed})`, () => {
      const changed = new Map(now);
      // A whole column is consistently wrong: no relation can tell.
      for (const id of ['requests.carriedIn.natural', 'requests.carriedIn.total']) changed.set(id, (changed.get(id) ?? 0) + 3);
      for (const id of ['requests.carriedOut.natural', 'requests.carriedOut.total']) changed.set(id, (changed.get(id) ?? 0) + 3);
      const found = against(text(changed, 2025), text(last, 2024));
      assert.deepEqual(
        found.map(({ code, field }) => `${code}@${field}`),
        ['carry-over@requests.carriedIn.natural', 'carry-over@requests.carriedIn.total'],
      );
      assert.equal(found[0].related?.[0].elsewhere?.file, '/reports/last.md');
      const edits = found.flatMap(({ fixes }) => fixes?.[0].edits ?? []);
      assert.ok(!against(applyEdits(text(changed, 2025), edits), text(last, 2024)).some(({ code }) => code === 'carry-over'));
    });

    it(`in which the count of what is in force is off give one effective-count (${seed})`, () => {
      const changed = new Map([...now, ['proactive.normative.effective', (now.get('proactive.normative.effective') ?? 0) + 1]]);
      const [finding, ...others] = against(text(changed, 2025), text(last, 2024));
      assert.deepEqual([finding.code, finding.field, others.length], ['effective-count', 'proactive.normative.effective', 0]);
      assert.deepEqual(against(applyEdits(text(changed, 2025), finding.fixes?.[0].edits ?? []), text(last, 2024)), []);
    });
  }

  it('are compared across the editions, in what both count', () => {
    const old = inventFigures(seeded(3), editionOf('2019'), 0.5);
    const now = following(old, 77);
    const found = against(text(now, 2021), text(old, 2020, organ, 'tab-cells', editionOf('2019')));
    assert.deepEqual(
      found.map(({ code }) => code),
      [],
    );
  });

  it('in which a figure jumps give one sudden-change, on the sum', () => {
    const zero = new Map(latestEdition.fields.map(({ id }) => [id, 0]));
    const last = new Map([...zero, ['proactive.licensing.decisions', 450]]);
    const now = new Map([...zero, ['proactive.licensing.decisions', 4600]]);
    const report = readReport(text(now, 2025));
    const found = check(analysisOf(report), { neighbours: { last: digestOf(alone(readReport(text(last, 2024))), 'last') } });
    assert.deepEqual(
      found.map(({ code, field }) => `${code}@${field}`),
      ['sudden-change@proactive.licensing.decisions'],
    );
  });
});

describe('organs', () => {
  for (const [a, b, same] of [
    ['平安县水利局', '平安县水利局', true],
    ['平安县水利局', '水利局', true],
    ['平安县水利局', '县水利局', true],
    ['平安县人民政府办公室', '平安县政府办', true],
    ['平安县卫生健康委员会', '平安县卫生健康委', true],
    ['平安县水利局', '安乐县水利局', false],
    ['平安县水利局', '平安县教育局', false],
    ['平安县教育体育局', '体育局', false],
    ['平安县', '安县', false],
  ] as const)
    it(`${a} is ${same ? '' : 'not '}${b}`, () => assert.equal(sameOrgan(a, b), same));

  it('that were renamed are given their present name', () => {
    assert.ok(!sameOrgan('平安县国土资源局', '平安县自然资源局'));
    assert.ok(sameOrgan('平安县国土资源局', '平安县自然资源局', { 平安县国土资源局: '平安县自然资源局' }));
  });
});

describe('a library', () => {
  const digest = (name: string, year: number, file: string) =>
    digestOf(alone(readReport(text(inventFigures(seeded(1)), year, name))), file);
  it('finds the report on the year before, under the very same name first', () => {
    const library = new Library([
      digest(organ, 2024, 'a'),
      digest('安乐县水利局', 2024, 'b'),
      digest('水利局', 2024, 'c'),
      digest(organ, 2023, 'd'),
    ]);
    assert.equal(library.lastOf({ organ, year: 2025 }, 'x')?.file, 'a');
    assert.equal(library.lastOf({ organ, year: 2024 }, 'a')?.file, 'd');
    assert.equal(library.lastOf({ organ: '平安县教育局', year: 2025 }, 'x'), undefined);
    assert.equal(library.lastOf({ organ: null, year: 2025 }, 'x'), undefined);
  });

  it('decides between no two that claim the same organ and year, and names them', () => {
    const library = new Library([digest(organ, 2024, 'a'), digest(organ, 2024, 'b')]);
    assert.equal(library.lastOf({ organ, year: 2025 }, 'x'), undefined);
    assert.deepEqual(
      library.duplicates().map((group) => group.map(({ file }) => file)),
      [['a', 'b']],
    );
  });
});

describe('a county of forty departments', () => {
  const departments = Array.from({ length: 40 }, (_, index) => ({
    name: `平安县${'水土林农工商文教卫环'[index % 10]}${'利资业技'[Math.floor(index / 10)]}局`,
    figures: inventFigures(seeded(500 + index), latestEdition, 0.2),
  }));
  const sums: Figures = new Map(
    latestEdition.fields.map(({ id }) => [
      id,
      Math.round(departments.reduce((all, { figures }) => all + (figures.get(id) ?? 0), 0) * 100) / 100,
    ]),
  );
  const below = departments.map(({ name, figures }) => digestOf(alone(readReport(text(figures, 2025, name))), `/county/${name}.md`));
  const government = (figures: Figures) => readReport(text(figures, 2025, '平安县人民政府'));
  const found = (figures: Figures, those = below) =>
    check(analysisOf(government(figures)), { neighbours: { below: those } }).map(({ code, field }) => `${code}@${field}`);

  it('whose government’s report is their sum gives nothing to report', () => {
    assert.deepEqual(found(sums), []);
  });

  it('one of which was left out gives findings that name it, at the parts and not again at their totals', () => {
    const [left, ...rest] = departments;
    const without: Figures = new Map(
      latestEdition.fields.map(({ id }) => [
        id,
        Math.round(rest.reduce((all, { figures }) => all + (figures.get(id) ?? 0), 0) * 100) / 100,
      ]),
    );
    const findings = check(analysisOf(government(without)), { neighbours: { below } });
    assert.ok(findings.length > 0 && findings.every(({ code }) => code === 'rollup'));
    for (const { message, field } of findings) {
      assert.match(message, new RegExp(left.name));
      const total = latestEdition.relations.find((each) => latestEdition.fields[each.total].id === field);
      assert.ok(
        !total || total.parts.every((part) => sums.get(latestEdition.fields[part].id) === without.get(latestEdition.fields[part].id)),
        field,
      );
    }
    const repaired = readReport(applyEdits(text(without, 2025, '平安县人民政府'), findings[0].fixes?.[0].edits ?? []));
    assert.deepEqual(check(analysisOf(repaired), { neighbours: { below } }), []);
  });

  it('in which one figure was mistyped above gives one finding, on that cell', () => {
    const wrong = new Map([...sums, ['proactive.licensing.decisions', (sums.get('proactive.licensing.decisions') ?? 0) + 7]]);
    assert.deepEqual(found(wrong), ['rollup@proactive.licensing.decisions']);
    const wrongCell = new Map([...sums, ['requests.partial.natural', (sums.get('requests.partial.natural') ?? 0) + 10]]);
    assert.deepEqual(found(wrongCell), ['suspect-cell@requests.partial.natural'], 'the relations say it already');
  });

  it('one of which lacks a table does not count as zero, and is named', () => {
    const cut = readReport(
      text(departments[3].figures, 2025, departments[3].name).replace(/\n四、政府信息公开行政复议[\s\S]*?\n五、/, '\n五、'),
    );
    const those = below.with(3, digestOf(alone(cut), '/county/cut.md'));
    const findings = check(analysisOf(government(sums)), { neighbours: { below: those } });
    assert.deepEqual(
      findings.map(({ code }) => code),
      ['rollup'],
    );
    assert.match(findings[0].message, /cut\.md/);
  });

  it('take of a file with several years the year that is summed, and say that another file is on another year', () => {
    const [{ name, figures }] = departments;
    const digest = (year: number, file: string) => digestOf(alone(readReport(text(figures, year, name))), file);
    const compilation = [digest(2024, '/county/all.md'), digest(2025, '/county/all.md')];
    const alike = rollUp([digest(2025, '/county/a.md')], latestEdition, 2025);
    assert.deepEqual(rollUp(compilation, latestEdition, 2025), alike);
    const { missing } = rollUp([...compilation, digest(2024, '/county/b.md')], latestEdition, 2025);
    assert.deepEqual(
      missing.map((each) => [each.digest.file, each.why]),
      [['/county/b.md', 'year']],
    );
  });

  it('of which none has a table leave that table without sums, not with zeros', () => {
    const cut = readReport(
      text(departments[0].figures, 2025, departments[0].name).replace(/\n四、政府信息公开行政复议[\s\S]*?\n五、/, '\n五、'),
    );
    const { sums: found } = rollUp([digestOf(alone(cut), '/county/cut.md')], latestEdition, 2025);
    const lines = summedLines(latestEdition, 2025, found).join('\n');
    for (const { field, text: written } of fieldsOf(readReport(lines)))
      assert.equal(written, field.table === 'disputes' ? '' : String(departments[0].figures.get(field.id) ?? 0), field.id);
  });
});

describe('what lies below what', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'nianbao-below-'));
    for (const name of ['county.md', 'city.md', 'a.md', 'b.md']) writeFileSync(path.join(folder, name), '');
  });
  after(() => rmSync(folder, { recursive: true }));
  const resolve = async (rollups: Record<string, string[]>) => {
    const { below, problems } = await resolveRollUps(nodeFiles, rollups, folder);
    return {
      below: Object.fromEntries([...below].map(([file, files]) => [path.basename(file), files.map((each) => path.basename(each))])),
      problems,
    };
  };

  it('is found by globs', async () => {
    assert.deepEqual(await resolve({ 'county.md': ['[ab].md'] }), { below: { 'county.md': ['a.md', 'b.md'] }, problems: [] });
  });
  it('is found in folders', async () => {
    mkdirSync(path.join(folder, 'departments', 'north'), { recursive: true });
    writeFileSync(path.join(folder, 'departments', 'north', 'c.txt'), '');
    writeFileSync(path.join(folder, 'departments', 'c.docx'), '');
    assert.deepEqual((await resolve({ 'county.md': ['departments'] })).below, { 'county.md': ['c.txt'] });
  });
  it('is a problem where a report is below itself or below two, or where nothing is below', async () => {
    assert.match((await resolve({ 'county.md': ['*.md'] })).problems.join(), /“county\.md” lies below itself/);
    assert.match(
      (await resolve({ 'county.md': ['a.md'], 'city.md': ['a.md', 'b.md'] })).problems.join(),
      /“a\.md” lies below two: “county\.md” and “city\.md”/,
    );
    assert.match((await resolve({ 'county.md': ['city.md'], 'city.md': ['county.md'] })).problems.join(), /lies below itself/);
    assert.match((await resolve({ 'county.md': ['x/*.md'] })).problems.join(), /nothing lies below “county\.md”/);
  });
});
