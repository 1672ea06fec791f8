import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { checks } from '../../core/checks/index';
import { latestEdition } from '../../core/form';
import { encode } from '../../files/encode';
import { inventFigures } from '../support/figures';
import { seeded } from '../support/random';
import { describeReal, realFolder } from '../support/real';
import { runCli } from '../support/run-cli';
import { reportIn, shapes, textFrom } from '../support/shapes';

const samples = path.resolve(__dirname, '../../samples');
const figures = inventFigures(seeded(1));
const right = reportIn({ edition: latestEdition, year: 2023, organ: '平安县水利局', shape: 'tab-cells', text: textFrom(figures) });
const wrong = right.replace(/(一、本年新收政府信息公开申请数量\n\t)(\d+)/, (_, label, value) => `${label}${Number(value) + 1}`);

describe('the command line', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'nianbao-cli-'));
    mkdirSync(path.join(folder, 'below'));
    writeFileSync(path.join(folder, 'right.txt'), right);
    writeFileSync(path.join(folder, 'below', 'wrong.md'), wrong);
    writeFileSync(path.join(folder, 'notes.md'), '# 会议记录\n');
    writeFileSync(path.join(folder, 'table.csv'), '1,2\n');
  });
  after(() => rmSync(folder, { recursive: true, force: true }));
  const inFolder = (...args: string[]) => runCli(args, { cwd: folder });

  it('prints only the count for a report without findings, and exits with 0', () => {
    const { status, stdout, stderr } = inFolder('check', 'right.txt');
    assert.deepEqual([status, stderr], [0, '']);
    assert.match(stdout, /^年报 1 份：错误 0，警告 0，提示 0，建议 0。\n$/);
  });

  it('prints line, caret and code of a wrong cell, and exits with 1', () => {
    const { status, stdout } = inFolder('check', 'below/wrong.md');
    const value = (figures.get('requests.new.natural') ?? 0) + 1;
    assert.equal(status, 1);
    assert.match(
      stdout,
      new RegExp(
        `below/wrong\\.md:\\d+:2 错误 .*${value}.*应为 ${value - 1}.* 填错的格 suspect-cell\\n +${value}\\n +\\^{${String(value).length}}\\n`,
      ),
    );
  });

  it('prints English if the locale or --language is English', () => {
    assert.match(runCli(['check', 'right.txt'], { cwd: folder, env: { LANG: 'en_US.UTF-8' } }).stdout, /^Reports: 1\. Errors: 0/);
    assert.match(inFolder('check', '--language', 'en', 'right.txt').stdout, /^Reports: 1\./);
  });

  it('prints JSON in the documented shape', () => {
    const { stdout } = inFolder('check', '--format', 'json', '.');
    const result = JSON.parse(stdout);
    assert.equal(result.version, 1);
    assert.deepEqual(
      result.files.map((file: { path: string }) => file.path),
      [path.join('below', 'wrong.md'), 'right.txt'],
    );
    assert.deepEqual(result.summary, { files: 2, skipped: 1, errors: 1, warnings: 0, information: 0, hints: 0 });
    const [file] = result.files;
    assert.deepEqual([file.organ, file.year, file.edition], ['平安县水利局', 2023, '2021']);
    const [finding] = file.diagnostics;
    assert.deepEqual(Object.keys(finding), ['code', 'severity', 'message', 'field', 'range', 'related', 'fixes']);
    assert.deepEqual([finding.code, finding.severity, finding.field], ['suspect-cell', 'error', 'requests.new.natural']);
    const { start, end } = finding.range;
    const line = wrong.split('\n')[start.line];
    assert.equal(start.line, end.line);
    assert.equal(line.slice(start.character, end.character), line.trim());
    assert.deepEqual(
      finding.related.map((related: { field: string }) => related.field),
      ['requests.new.total', 'requests.handled.natural'],
    );
    assert.deepEqual(finding.fixes[0].edits, [{ range: finding.range, newText: String(figures.get('requests.new.natural')) }]);
  });

  it('extracts every field with its range', () => {
    const { status, stdout } = inFolder('extract', '--format', 'json', 'right.txt');
    const [file] = JSON.parse(stdout).files;
    assert.equal(status, 0);
    assert.deepEqual(new Map(Object.entries<{ value: number }>(file.fields).map(([id, { value }]) => [id, value])), figures);
    const { text, range } = file.fields['requests.handled.total'];
    assert.equal(right.split('\n')[range.start.line].slice(range.start.character, range.end.character), text);
  });

  it('extracts the same fields from every shape of a report', () => {
    for (const shape of shapes) {
      const input = reportIn({ edition: latestEdition, year: 2023, organ: '平安县水利局', shape, text: textFrom(figures) });
      const [file] = JSON.parse(runCli(['extract', '-'], { input }).stdout).files;
      assert.deepEqual(new Map(Object.entries<{ value: number }>(file.fields).map(([id, { value }]) => [id, value])), figures, shape);
    }
  });

  it('reads standard input', () => {
    const { status, stdout } = runCli(['check', '--format', 'json', '-'], { input: wrong });
    assert.equal(status, 1);
    assert.equal(JSON.parse(stdout).files[0].path, '-');
  });

  it('expands globs', () => {
    assert.equal(JSON.parse(inFolder('check', '--format', 'json', '**/wrong.*').stdout).summary.files, 1);
    assert.match(inFolder('check', '*.nianbao').stderr, /^nianbao: \*\.nianbao: 没有匹配的文件\n$/);
  });

  it('checks a file that is named outright, even if it is no report', () => {
    const result = JSON.parse(inFolder('check', '--format', 'json', 'notes.md').stdout);
    assert.deepEqual(
      result.files[0].diagnostics.map((each: { code: string }) => each.code),
      ['not-a-report'],
    );
    assert.deepEqual([result.files[0].organ, result.files[0].year, result.files[0].edition], [null, null, null]);
  });

  it('names an unreadable path in one line, checks the others, and exits with 2', () => {
    const { status, stdout, stderr } = inFolder('check', 'nowhere.txt', 'right.txt', '--format', 'json');
    assert.equal(status, 2);
    assert.equal(stderr, 'nianbao: nowhere.txt: 没有这个文件或文件夹\n');
    assert.equal(JSON.parse(stdout).summary.files, 1);
  });

  it('exits with 2 and without a stack trace on bad usage', () => {
    for (const args of [
      [],
      ['check'],
      ['frobnicate'],
      ['check', '--format', 'xml', '.'],
      ['check', '--severity', 'row-total=loud', '.'],
      ['explain', 'nothing'],
    ]) {
      const { status, stderr } = inFolder(...args);
      assert.equal(status, 2, args.join(' '));
      assert.doesNotMatch(stderr, /\n\s+at /);
    }
  });

  it('changes the severity of a check, or switches it off', () => {
    const run = (level: string) => inFolder('check', '--format', 'json', '--severity', `suspect-cell=${level}`, 'below/wrong.md');
    assert.deepEqual(JSON.parse(run('warning').stdout).summary.warnings, 1);
    assert.deepEqual([run('off').status, JSON.parse(run('off').stdout).files[0].diagnostics.length], [0, 0]);
  });

  it('reads UTF-8 with and without a byte order mark, UTF-16 and GB18030', () => {
    const gb = new Map<string, number[]>();
    // TextEncoder writes UTF-8 only: the GBK bytes are found by decoding all of them.
    const decoder = new TextDecoder('gb18030');
    for (let high = 0x81; high < 0xff; high++)
      for (let low = 0x40; low < 0xff; low++) if (low !== 0x7f) gb.set(decoder.decode(Uint8Array.of(high, low)), [high, low]);
    const gbk = Buffer.from(
      [...right].flatMap((character) => (character < '\u0080' ? [character.charCodeAt(0)] : (gb.get(character) ?? [0x3f]))),
    );
    const bytes = {
      'utf-8': Buffer.from(right),
      mark: Buffer.from(`\ufeff${right}`),
      'utf-16': Buffer.from(`\ufeff${right}`, 'utf16le'),
      gbk,
    };
    for (const [name, input] of Object.entries(bytes)) {
      const [file] = JSON.parse(runCli(['extract', '-'], { input }).stdout).files;
      assert.deepEqual([file.organ, Object.keys(file.fields).length], ['平安县水利局', 200], name);
    }
    assert.equal(JSON.parse(runCli(['extract', '--encoding', 'gb18030', '-'], { input: gbk }).stdout).files[0].organ, '平安县水利局');
  });

  it('writes SARIF and workflow commands', () => {
    const sarif = JSON.parse(inFolder('check', '--format', 'sarif', '.').stdout);
    assert.equal(sarif.version, '2.1.0');
    const [result] = sarif.runs[0].results;
    assert.equal(sarif.runs[0].tool.driver.rules[result.ruleIndex].id, 'suspect-cell');
    assert.equal(result.locations[0].physicalLocation.artifactLocation.uri, 'below/wrong.md');
    assert.match(
      inFolder('check', '--format', 'github', '.').stdout,
      /^::error file=below\/wrong\.md,line=\d+,col=2,endLine=\d+,endColumn=\d+,title=suspect-cell::/,
    );
  });

  it('prints no colours if stdout is not a terminal', () => {
    assert.ok(!inFolder('check', '.').stdout.includes('\u001b'));
  });

  it('exits with 0 and no message if the reader of stdout closes the pipe', async () => {
    const child = spawn(process.execPath, [path.resolve(__dirname, '../../dist/cli.js'), 'extract', ...new Array(40).fill(samples)], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.destroy();
    let complaint = '';
    child.stderr.on('data', (chunk) => {
      complaint += chunk;
    });
    const status = await new Promise((resolve) => child.on('close', resolve));
    assert.deepEqual([complaint, status], ['', 0]);
  });

  it('explains every check, with a wrong and a right example', () => {
    assert.deepEqual(
      runCli(['explain']).stdout.trim().split('\n'),
      checks.map(({ code }) => code),
    );
    for (const { code } of checks) {
      const { status, stdout } = runCli(['explain', code]);
      assert.equal(status, 0, code);
      assert.ok(stdout.startsWith(`# ${code} `), code);
      assert.match(stdout, /## 错误示例[\s\S]*```[\s\S]*## 正确示例[\s\S]*```/, code);
    }
  });

  it('finds in the samples the mistakes that they were made to show', () => {
    const { files } = JSON.parse(runCli(['check', '--format', 'json', samples]).stdout);
    const codes = (name: string) =>
      files.find((file: { path: string }) => file.path.includes(name)).diagnostics.map((each: { code: string }) => each.code);
    assert.equal(readdirSync(samples).length, 3);
    assert.deepEqual(codes('水利局'), []);
    assert.ok(new Set(codes('教育局')).size >= 9);
    assert.ok(codes('民政局').includes('missing-chapter'));
  });
});

describe('writing on the command line', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'nianbao-write-'));
    writeFileSync(path.join(folder, 'last.txt'), wrong);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const inFolder = (...args: string[]) => runCli(args, { cwd: folder });
  const content = (name: string) => readFileSync(path.join(folder, name), 'utf8');
  const fieldsOf = (name: string) => {
    const [{ fields }] = JSON.parse(inFolder('extract', name).stdout).files as [
      { fields: Record<string, { value: number; text: string }> },
    ];
    return Object.entries(fields).map(([id, { value, text }]) => [id, value, text]);
  };

  it('formats to standard output and does not change the file', () => {
    const { status, stdout, stderr } = inFolder('format', 'last.txt');
    assert.deepEqual([status, stderr, content('last.txt')], [0, '', wrong]);
    assert.match(stdout, /^平安县水利局2023年[\s\S]*\n\| --- \| ---: \|/);
    writeFileSync(path.join(folder, 'formatted.md'), stdout);
    assert.deepEqual(fieldsOf('formatted.md'), fieldsOf('last.txt'));
    assert.equal(inFolder('format', 'formatted.md').stdout, stdout);
    assert.equal(runCli(['format', '-'], { input: wrong }).stdout, stdout);
  });

  it('formats in place, in the file’s own encoding, or not at all', () => {
    const { stdout } = inFolder('format', 'last.txt');
    for (const [name, encoding, mark] of [
      ['gb.txt', 'gb18030', false],
      ['wide.txt', 'utf-16le', true],
      ['marked.txt', 'utf-8', true],
    ] as const) {
      writeFileSync(path.join(folder, name), encode({ text: wrong, encoding, mark }));
      assert.equal(inFolder('format', '--write', name).status, 0);
      assert.deepEqual(readFileSync(path.join(folder, name)), Buffer.from(encode({ text: stdout, encoding, mark })));
    }
    const torn = Buffer.concat([Buffer.from(wrong), Buffer.from([0xe5])]);
    writeFileSync(path.join(folder, 'torn.txt'), torn);
    const { status, stderr } = inFolder('format', '--write', 'torn.txt');
    assert.equal(status, 2);
    assert.match(stderr, /^nianbao: torn\.txt: .*utf-8.*\n$/);
    assert.deepEqual(readFileSync(path.join(folder, 'torn.txt')), torn);
    assert.equal(runCli(['format', '--write', '-'], { input: wrong }).status, 2);
  });

  it('drafts a blank report, and one based on last year’s', () => {
    const blank = inFolder('new', '--organ', '平安县统计局', '--year', '2025');
    assert.equal(blank.status, 0);
    assert.match(blank.stdout, /^# 平安县统计局2025年政府信息公开工作年度报告\n/);
    const next = inFolder('new', 'last.txt', '--output', 'next.md');
    assert.deepEqual([next.status, next.stdout, next.stderr], [0, '', '']);
    assert.match(content('next.md'), /^# 平安县水利局2024年政府信息公开工作年度报告\n/);
    const carried = new Map(fieldsOf('next.md').map(([id, value]) => [id, value]));
    assert.equal(carried.get('requests.carriedIn.total'), figures.get('requests.carriedOut.total'));
    assert.equal(carried.get('requests.new.total'), null);
  });

  it('overwrites a file only with --force, and leaves no partly written file', () => {
    writeFileSync(path.join(folder, 'next.md'), 'mine');
    const refused = inFolder('new', 'last.txt', '--output', 'next.md');
    assert.equal(refused.status, 2);
    assert.match(refused.stderr, /^nianbao: next\.md: .*--force.*\n$/);
    assert.equal(content('next.md'), 'mine');
    assert.equal(inFolder('new', 'last.txt', '--output', 'next.md', '--force').status, 0);
    assert.match(content('next.md'), /^# /);
    assert.equal(inFolder('new', 'last.txt', '--output', 'nowhere/next.md').status, 2);
    assert.deepEqual(readdirSync(folder).sort(), ['last.txt', 'next.md']);
  });

  for (const args of [
    ['new'],
    ['new', '--organ', '平安县统计局'],
    ['new', '--organ', '平安县统计局', '--year', '25'],
    ['new', '--organ', '平安县统计局', '--year', '2015'],
    ['new', 'nowhere.txt'],
    ['new', 'notes.md'],
    ['format'],
  ])
    it(`refuses ${args.join(' ')} in one line`, () => {
      writeFileSync(path.join(folder, 'notes.md'), '# 会议记录\n');
      const { status, stdout, stderr } = inFolder(...args);
      assert.deepEqual([status, stdout], [2, '']);
      assert.match(stderr, /^[^\n]+\n$/);
    });

  it('writes the reviewer’s list as csv and as a workbook', () => {
    writeFileSync(path.join(folder, 'clean.txt'), right.replaceAll('水利局', '教育局'));
    const { stdout } = inFolder('check', '--format', 'csv', 'last.txt', 'clean.txt');
    const [head, finding, clean, ...rest] = stdout.trimEnd().split('\n');
    assert.match(head, /^\ufeff文件,机关,年度,行,列,级别,检查,问题$/);
    assert.match(finding, /^last\.txt,平安县水利局,2023,\d+,2,错误,suspect-cell,/);
    assert.match(clean, /^clean\.txt,平安县教育局,2023,,,,,没有发现问题$/);
    assert.deepEqual(rest, []);
    assert.equal(inFolder('check', '--format', 'xlsx', '--output', 'list.xlsx', 'last.txt').status, 1);
    assert.deepEqual([...readFileSync(path.join(folder, 'list.xlsx')).subarray(0, 2)], [0x50, 0x4b]);
    assert.equal(inFolder('check', '--format', 'csv', '--output', 'list.xlsx', 'last.txt').status, 2);
  });

  it('writes a message that begins with = as text, not as a formula', () => {
    writeFileSync(path.join(folder, '=cmd.txt'), right);
    assert.match(inFolder('check', '--format', 'csv', './=cmd.txt').stdout, /\n(?:\.\/=cmd|'=cmd)\.txt,/);
  });

  it('prints an overview after several reports, the worst first', () => {
    writeFileSync(path.join(folder, 'clean.txt'), right.replaceAll('水利局', '教育局'));
    const { stdout } = inFolder('check', 'clean.txt', 'last.txt');
    assert.match(stdout, /\n错误 +警告 +年度 +机关 +文件\n1 +0 +2023 +平安县水利局 +last\.txt\n0 +0 +2023 +平安县教育局 +clean\.txt\n\n/);
  });

  it('sums reports into the government’s, and lists what it can’t sum', () => {
    mkdirSync(path.join(folder, 'below'));
    for (const name of ['a', 'b']) writeFileSync(path.join(folder, 'below', `${name}.txt`), right);
    const { status, stdout, stderr } = inFolder('rollup', 'below', '--organ', '平安县人民政府');
    assert.deepEqual([status, stderr], [0, '']);
    assert.match(stdout, /^# 平安县人民政府2023年政府信息公开工作年度报告\n/);
    writeFileSync(path.join(folder, 'sum.md'), stdout);
    const sums = new Map(fieldsOf('sum.md').map(([id, value]) => [id, value]));
    assert.equal(sums.get('requests.new.total'), 2 * (figures.get('requests.new.total') ?? 0));
    writeFileSync(path.join(folder, 'below', 'c.txt'), right.replace(/\n四、政府信息公开行政复议[\s\S]*?\n五、/, '\n五、'));
    const partial = inFolder('rollup', 'below');
    assert.equal(partial.status, 2);
    assert.match(partial.stderr, /^nianbao: below\/c\.txt: .*四、政府信息公开行政复议、行政诉讼情况\n$/);
    assert.equal(inFolder('rollup', 'last.txt', 'below/a.txt', '--year', '2001').status, 2);
  });

  it('checks a government’s report against every report of a file below it', () => {
    mkdirSync(path.join(folder, 'below'));
    const departments = ['甲局', '乙局', '丙局'].map((name) => right.replaceAll('水利局', name));
    writeFileSync(path.join(folder, 'below', 'all.txt'), departments.join('\n'));
    const { stdout } = inFolder('rollup', 'below', '--organ', '平安县人民政府');
    writeFileSync(path.join(folder, 'county.txt'), stdout);
    writeFileSync(path.join(folder, 'nianbao.json'), JSON.stringify({ rollup: { 'county.txt': ['below/*.txt'] } }));
    const rollups = (...args: string[]) => inFolder('check', '--format', 'csv', ...args).stdout.match(/,rollup,/g) ?? [];
    assert.deepEqual(rollups('county.txt'), [], 'the files below are read because the settings name them');
    assert.deepEqual(rollups('.'), [], 'they are among the given paths');
    writeFileSync(path.join(folder, 'below', 'all.txt'), departments.slice(1).join('\n'));
    assert.ok(rollups('.').length > 0);
  });

  it('checks a government’s report against those below it, and this year’s against last year’s', () => {
    mkdirSync(path.join(folder, 'below'));
    const above = right.replaceAll('平安县水利局', '平安县人民政府');
    for (const name of ['a', 'b']) writeFileSync(path.join(folder, 'below', `${name}.txt`), right.replaceAll('水利局', `${name}局`));
    writeFileSync(path.join(folder, 'county.txt'), above);
    writeFileSync(path.join(folder, 'nianbao.json'), JSON.stringify({ rollup: { 'county.txt': ['below/*.txt'] } }));
    const codes = (...args: string[]) =>
      new Set(
        JSON.parse(inFolder('check', '--format', 'json', ...args).stdout).files.flatMap((file: { diagnostics: { code: string }[] }) =>
          file.diagnostics.map(({ code }) => code),
        ),
      );
    assert.deepEqual([...codes('county.txt')], ['rollup']);
    writeFileSync(path.join(folder, 'below', 'notes.txt'), '会议记录\n');
    const { stderr } = inFolder('check', 'county.txt');
    assert.match(stderr, /^nianbao: \S*notes\.txt: 不是年报\n$/);
    rmSync(path.join(folder, 'below', 'notes.txt'));
    writeFileSync(path.join(folder, 'last-year.txt'), above.replaceAll('2023', '2022').replaceAll('2024', '2023'));
    assert.ok(codes('county.txt', 'last-year.txt').has('effective-count') || codes('county.txt', 'last-year.txt').has('carry-over'));
    writeFileSync(path.join(folder, 'twice.txt'), above);
    assert.match(inFolder('check', 'county.txt', 'twice.txt').stderr, /^nianbao: twice\.txt: .*county\.txt .*\n$/);
  });

  it('uses the nearest nianbao.json, and prefers the command line to it', () => {
    mkdirSync(path.join(folder, 'below'));
    writeFileSync(path.join(folder, 'below', 'report.txt'), wrong);
    writeFileSync(path.join(folder, 'nianbao.json'), '{"checks":{"suspect-cell":"hint"}}');
    const severities = (...args: string[]) =>
      JSON.parse(inFolder('check', '--format', 'json', 'below', ...args).stdout).files[0].diagnostics.map(
        ({ severity }: { severity: string }) => severity,
      );
    assert.deepEqual(severities(), ['hint']);
    assert.deepEqual(severities('--severity', 'suspect-cell=warning'), ['warning']);
    writeFileSync(path.join(folder, 'below', 'nianbao.json'), '{"checks":{"suspect-cell":"off"}}');
    assert.deepEqual(severities(), []);
  });

  it('names what is wrong in nianbao.json, and uses the severities that are right', () => {
    writeFileSync(path.join(folder, 'nianbao.json'), '{"checks":{"suspect-sell":"off"}}');
    const { status, stdout, stderr } = inFolder('check', 'last.txt');
    assert.equal(status, 2);
    assert.match(stderr, /^nianbao: .*nianbao\.json:1:12: .*suspect-sell.*suspect-cell.*\n$/);
    assert.match(stdout, /suspect-cell/);
  });
});

describe('bad input on the command line', () => {
  const cases: Record<string, string | Buffer> = {
    'an empty file': '',
    'a binary file': Buffer.from(Array.from({ length: 200_000 }, (_, index) => (index * 7919) & 0xff)),
    'a line of 20 MB': '报'.repeat(7_000_000),
    'a line of 20 MB of pipes': '0|'.repeat(10_000_000),
    'a hundred thousand shares': `一、总体情况\n${'共收到申请9件，占5%。'.repeat(100_000)}\n`,
    'a breakdown without an end': `一、总体情况\n共9件，${'其中1件（其中1件，'.repeat(200_000)}\n`,
    'a novel': '他说：“今年的雪真大。”\n'.repeat(50_000),
    'a table with 10,000 columns': `二、主动公开政府信息情况\n${'| 规章 '.repeat(10_000)}|\n${'| 0 '.repeat(10_000)}|\n`,
    'a comment without an end': `<!-- ${right}`,
  };
  for (const [name, input] of Object.entries(cases))
    it(`${name}: exits without a crash, with valid JSON`, () => {
      const { status, stdout, stderr } = runCli(['check', '--format', 'json', '-'], { input });
      assert.ok(status === 0 || status === 1, stderr);
      assert.equal(stderr, '');
      assert.equal(JSON.parse(stdout).summary.files, 1);
    });
});

describeReal('the published reports on the command line', () => {
  it('are read by folder', () => {
    const { status, stdout } = runCli(['check', '--format', 'json', realFolder ?? '']);
    assert.equal(status, 1);
    assert.deepEqual(JSON.parse(stdout).summary, { files: 5, skipped: 0, errors: 2, warnings: 8, information: 3, hints: 0 });
  });
});
