import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { mostAhead, reportsOfFiles } from '../../client/reports-of-files';
import { editions, latestEdition } from '../../core/form';
import { setLanguage } from '../../core/language';
import { changesOf } from '../../core/library/changes';
import { type Digest, digestOf, digestsIn } from '../../core/library/digest';
import { governmentOf, governs } from '../../core/library/regions';
import { rollUp } from '../../core/library/rollup';
import { type Outcome, toldOf, whyMissing } from '../../core/library/summed';
import { readReport } from '../../core/report/bind';
import { applyEdits } from '../../core/text/edit';
import { writeCell } from '../../core/writing/cells';
import { summedLines } from '../../core/writing/markdown';
import { inventFigures } from '../support/figures';
import { seeded } from '../support/random';
import { runCli } from '../support/run-cli';
import { reportIn, type Shape, textFrom } from '../support/shapes';

const report = (organ: string, seed: number, shape: Shape = 'tab-cells', edition = latestEdition) =>
  reportIn({ edition, year: 2025, organ, shape, text: textFrom(inventFigures(seeded(seed), edition)) });
const digestsOf = (...texts: string[]): Digest[] => texts.flatMap((text, index) => [...digestsIn(text, `/${index}.md`)]);
const withoutTable = (text: string) => text.replace(/\n四、政府信息公开行政复议[\s\S]*?\n五、/, '\n五、');

describe('a roll-up', () => {
  const texts = ['水利局', '教育局', '民政局'].map((office, index) => report(`平安县${office}`, index + 1));

  it('sums every report of a compilation, as the command line does @built', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'nianbao-rollup-'));
    try {
      writeFileSync(path.join(folder, 'all.txt'), texts.join('\n'));
      const digests = [...digestsIn(texts.join('\n'), 'all.txt')];
      assert.equal(digests.length, 3);
      const { sums } = rollUp(digests, latestEdition, 2025);
      assert.deepEqual(sums, rollUp(digestsOf(...texts), latestEdition, 2025).sums);
      const { stdout } = runCli(['rollup', path.join(folder, 'all.txt'), '--organ', '平安县人民政府']);
      assert.equal(stdout, `${summedLines(latestEdition, 2025, sums, '平安县人民政府').join('\n')}\n`);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('says why a report can’t be summed', () => {
    setLanguage('en');
    const old = reportIn({
      edition: editions[0],
      year: 2025,
      organ: '平安县财政局',
      shape: 'tab-cells',
      text: textFrom(inventFigures(seeded(4), editions[0])),
    });
    const { missing } = rollUp(digestsOf(texts[0], withoutTable(texts[1]), old, texts[2].replaceAll('2025', '2024')), latestEdition, 2025);
    assert.deepEqual(
      missing.map((each) => whyMissing(each, latestEdition)),
      [
        'Tables that are not summed, as figures are missing: 四、政府信息公开行政复议、行政诉讼情况.',
        'It has the form of 2019 and not that of 2021, and is not summed.',
        'It is on another year and is not summed.',
      ],
    );
  });
});

describe('writing sums into a report', () => {
  for (const shape of ['tab-cells', 'markdown', 'pipe-rows', 'lines'] as const)
    it(`changes every figure that differs, and then no other (${shape})`, () => {
      const text = report('平安县人民政府', 9, shape);
      const { sums } = rollUp(digestsOf(report('平安县水利局', 1), report('平安县教育局', 2)), latestEdition, 2025);
      const [now] = digestsOf(text);
      const { changes, lacking } = changesOf(readReport(text), sums);
      assert.deepEqual(lacking, []);
      assert.deepEqual(
        changes.map(({ cell, from, to }) => [cell.field.id, from, to]),
        changes.map(({ cell: { field } }) => [field.id, now.figures.get(field.id)?.value, sums.get(field.id)]),
      );
      assert.ok(changes.length > 20 && changes.every(({ from, to }) => from !== to));
      const edited = applyEdits(
        text,
        changes.map(({ cell, to }) => writeCell(cell, to)),
      );
      assert.deepEqual(changesOf(readReport(edited), sums).changes, []);
      for (const [id, sum] of sums) assert.equal(digestsOf(edited)[0].figures.get(id)?.value, sum, id);
    });

  it('lists the sums for which there is no cell', () => {
    const { sums } = rollUp(digestsOf(report('平安县水利局', 1)), latestEdition, 2025);
    const { lacking } = changesOf(readReport(withoutTable(report('平安县人民政府', 9))), sums);
    assert.ok(lacking.length > 10);
    assert.ok(lacking.every(({ table }) => table === 'disputes'));
  });

  it('leaves a mark for “none” where the sum is zero', () => {
    const text = summedLines(latestEdition, 2025, new Map(latestEdition.fields.map(({ id }) => [id, 0]))).join('\n');
    const zeros = new Map(latestEdition.fields.map(({ id }) => [id, 0]));
    assert.deepEqual(changesOf(readReport(text.replaceAll('| 0 ', '| / ')), zeros).changes, []);
    assert.equal(changesOf(readReport(text.replaceAll('| 0 ', '|  ')), zeros).changes.length, latestEdition.fields.length);
  });
});

describe('the government that organs belong to', () => {
  for (const [organs, government] of [
    [['平安县教育局', '平安县水利局'], '平安县人民政府'],
    [['平安县市场监督管理局', '平安县市政管理局'], '平安县人民政府'],
    [['平安县城市管理局', '平安县城乡建设局'], '平安县人民政府'],
    [['平安市住房和城乡建设局'], '平安市人民政府'],
    [['平安市教育局', '平安市东区人民政府'], '平安市人民政府'],
    [['湖南省长沙市岳麓区教育局', '湖南省长沙市岳麓区水利局'], '湖南省长沙市岳麓区人民政府'],
    [['湖南省长沙市教育局', '湖南省岳阳市教育局'], '湖南省人民政府'],
    [['景德镇市教育局', '景德镇市水利局'], '景德镇市人民政府'],
    [['荆州市沙市区教育局', '荆州市沙市区水利局'], '荆州市沙市区人民政府'],
    [['广西壮族自治区教育厅', '广西壮族自治区水利厅'], '广西壮族自治区人民政府'],
    [['镇江市教育局', '镇江市水利局'], '镇江市人民政府'],
    [['双江拉祜族佤族布朗族傣族自治县教育局'], '双江拉祜族佤族布朗族傣族自治县人民政府'],
    [['平安县城关镇财政所', '平安县城关镇文化站'], '平安县城关镇人民政府'],
  ] as const)
    it(`is ${government} for ${organs.join(' + ')}`, () => assert.equal(governmentOf(organs), government));
  for (const organs of [[], ['教育局', '水利局'], ['平安县教育局', '永安县教育局'], ['平安市高新技术产业开发区教育局']])
    it(`is unknown for ${organs.join(' + ') || 'none'}`, () => assert.equal(governmentOf(organs), undefined));

  it('is above its own organs only', () => {
    assert.ok(governs('平安县人民政府', '平安县水利局'));
    assert.ok(governs('平安县政府', '平安县城关镇人民政府'));
    assert.ok(!governs('平安县城关镇人民政府', '平安县水利局'));
    assert.ok(!governs('平安县人民政府', '平安县人民政府'));
    assert.ok(!governs('平安县人民政府办公室', '平安县水利局'));
  });
});

describe('the outcome of a roll-up', () => {
  const digests = digestsOf(report('平安县水利局', 1), withoutTable(report('平安县教育局', 2)));
  const chosen = digests.map((digest, index) => ({ digest, name: digest.organ ?? '', file: `${index}.md`, errors: index * 2 }));
  const { missing } = rollUp(digests, latestEdition, 2025);
  const outcome: Outcome = {
    year: 2025,
    edition: latestEdition,
    into: { kind: 'new', name: '平安县人民政府' },
    chosen,
    missing,
    unread: ['a.md', 'b.md', 'c.md', 'd.md'],
    undated: [],
  };

  it('says how many reports were summed, which have errors, and what could not be summed', () => {
    setLanguage('en');
    const { message, isWhole, list } = toldOf(outcome);
    assert.equal(
      message,
      '2 reports on 2025 are summed in a new report of 平安县人民政府. With errors: 平安县教育局. ' +
        'Not summed, or not all of it: 平安县教育局. Files that can’t be read: a.md, b.md, c.md and 1 more.',
    );
    assert.ok(!isWhole);
    assert.deepEqual(list, [
      '2 reports on 2025 are summed in a new report of 平安县人民政府.',
      '',
      'Summed:',
      '  平安县水利局  0.md',
      '  平安县教育局  1.md  2 errors',
      '',
      'Not summed, or not all of it:',
      '  平安县教育局  1.md',
      '    Tables that are not summed, as figures are missing: 四、政府信息公开行政复议、行政诉讼情况.',
      '',
      'Files that can’t be read:',
      '  a.md',
      '  b.md',
      '  c.md',
      '  d.md',
    ]);
  });

  it('is one sentence if everything was summed', () => {
    setLanguage('en');
    const { message, isWhole } = toldOf({ ...outcome, chosen: chosen.slice(0, 1), missing: [], unread: [] });
    assert.equal(message, 'One report on 2025 is summed in a new report of 平安县人民政府.');
    assert.ok(isWhole);
  });

  it('counts the sums without a cell, and does not count reports that are not summed at all', () => {
    setLanguage('en');
    const into = { kind: 'open', name: '平安县人民政府', changed: 3, lacking: latestEdition.fields.slice(0, 2) } as const;
    const { message } = toldOf({ ...outcome, into, unread: [], missing: [{ digest: digests[1], why: 'edition', tables: [] }] });
    assert.equal(
      message,
      'One report on 2025 is summed in the report of 平安县人民政府; figures changed: 3. ' +
        'Not summed, or not all of it: 平安县教育局. 2 sums are not written: the report has no cells for them.',
    );
  });
});

describe('the files of a roll-up in the editor', () => {
  const organs = ['平安县水利局', '平安县教育局', '平安县民政局'];
  const compilation = organs.map((organ, index) => report(organ, index + 1)).join('\n');
  const never = () => false;
  const collect = async <F>(files: AsyncIterable<F>) => {
    const all: F[] = [];
    for await (const each of files) all.push(each);
    return all;
  };

  it('are read whole: every report of each, numbered in its file, as the command line reads them', async () => {
    const texts = new Map([
      ['a.md', compilation],
      ['notes.md', '会议记录'],
      ['b.md', `平安县年度报告汇编\n\n六、其他需要报告的事项\n\n${compilation}`],
    ]);
    const found = await collect(reportsOfFiles([...texts.keys(), 'gone.md'], async (file) => texts.get(file), never));
    assert.deepEqual(
      found.map((each) =>
        each.kind === 'report' ? [each.file, each.index, each.report.analysis.report.identity.organ] : [each.file, each.kind],
      ),
      [
        ...organs.map((organ, index) => ['a.md', index, organ]),
        ...organs.map((organ, index) => ['b.md', index, organ]),
        ['gone.md', 'unread'],
      ],
    );
    const digests = found.flatMap((each) => (each.kind === 'report' ? [digestOf(each.report, each.file)] : []));
    const sums = (given: readonly Digest[]) => rollUp(given, latestEdition, 2025).sums;
    assert.deepEqual(sums(digests), sums([...texts].flatMap(([file, text]) => [...digestsIn(text, file)])));
  });

  it('are read a few at a time, however many there are', async () => {
    let [reading, most, read] = [0, 0, 0];
    const files = Array.from({ length: 3000 }, (_, index) => index);
    const readOne = async () => {
      reading++;
      read++;
      most = Math.max(most, reading);
      await setImmediate();
      reading--;
      return undefined;
    };
    assert.equal((await collect(reportsOfFiles(files, readOne, never))).length, 3000);
    assert.equal(read, 3000);
    assert.equal(most, mostAhead);
  });

  it('are no longer read once the user cancels, whether or not they are reports', async () => {
    for (const text of [undefined, '会议记录', compilation]) {
      let read = 0;
      const files = Array.from({ length: 3000 }, (_, index) => index);
      const readOne = async () => {
        read++;
        return text;
      };
      await collect(reportsOfFiles(files, readOne, () => read > 10));
      assert.ok(read <= 11 + mostAhead, String(read));
    }
  });
});
