import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(__dirname, '../..');
const sample = path.join(root, 'samples', '平安县教育局2025年政府信息公开工作年度报告.txt');

/** Runs a program that must succeed; returns what it prints. */
function run(program: string, args: readonly string[], cwd: string): string {
  const shell = process.platform === 'win32';
  const { status, stdout, stderr, error } = spawnSync(program, args, { cwd, encoding: 'utf8', shell, timeout: 60_000 });
  assert.equal(status, 0, `${program} ${args.join(' ')}: ${error?.message ?? ''}${stdout}${stderr}`);
  return stdout;
}

describe('the npm package', () => {
  let folder: string;
  let packed: string[];
  before(function () {
    this.timeout(120_000);
    folder = mkdtempSync(path.join(tmpdir(), 'nianbao-package-'));
    const [{ filename, files }] = JSON.parse(run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], root)) as [
      { filename: string; files: { path: string }[] },
    ];
    packed = files.map((file) => file.path);
    writeFileSync(path.join(folder, 'package.json'), '{}');
    run('npm', ['install', '--offline', '--no-audit', '--no-fund', path.join(folder, filename)], folder);
    cpSync(sample, path.join(folder, 'report.md'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('holds the command line, the API, its types and their pages, and nothing of the extension', () => {
    const wanted = [
      /^(?:package\.json|README(?:\.zh-CN)?\.md|CHANGELOG\.md|LICENSE)$/,
      /^dist\/(?:cli\.js|exchange\.js|index\.[cm]js|index\.d\.[cm]ts|licenses\.txt)$/,
      /^dist\/types\/core\/[\w/-]+\.d\.ts$/,
      /^docs\/checks\/[\w-]+\.md$/,
      /^schemas\/nianbao\.json$/,
    ];
    assert.deepEqual(
      packed.filter((file) => !wanted.some((pattern) => pattern.test(file))),
      [],
    );
  });

  it('needs no other package at run time', () => {
    assert.deepEqual(
      readdirSync(path.join(folder, 'node_modules')).filter((name) => !name.startsWith('.')),
      ['nianbao'],
    );
  });

  it('offers the command line', () => {
    const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
    const nianbao = path.join(folder, 'node_modules', '.bin', 'nianbao');
    assert.equal(run(nianbao, ['--version'], folder).trim(), version);
    assert.match(run(nianbao, ['explain', 'row-total'], folder), /^# row-total/);
    assert.match(run(nianbao, ['convert', 'report.md', 'report.html'], folder), /^$/);
    assert.match(readFileSync(path.join(folder, 'report.html'), 'utf8'), /<table/);
  });

  it('type-checks and runs the example of its page, as a module', () => {
    const [, example] = /```ts\n([\s\S]*?)```/.exec(readFileSync(path.join(root, 'docs/package.md'), 'utf8')) ?? [];
    writeFileSync(path.join(folder, 'example.mts'), example ?? assert.fail('docs/package.md has no example'));
    writeFileSync(
      path.join(folder, 'tsconfig.json'),
      JSON.stringify({
        compilerOptions: {
          module: 'nodenext',
          target: 'es2022',
          strict: true,
          noUnusedLocals: true,
          types: ['node'],
          typeRoots: [path.join(root, 'node_modules/@types')],
        },
        files: ['example.mts'],
      }),
    );
    run(process.execPath, [path.join(root, 'node_modules/typescript/bin/tsc'), '-p', '.'], folder);
    const [head, ...findings] = run(process.execPath, ['example.mjs'], folder).trimEnd().split('\n');
    assert.equal(head, '平安县教育局 2025: 200');
    const listed = JSON.parse(
      spawnSync(process.execPath, [path.join(root, 'dist/cli.js'), 'check', '--format', 'json', 'report.md'], {
        cwd: folder,
        encoding: 'utf8',
      }).stdout,
    );
    assert.deepEqual(
      findings,
      listed.files[0].diagnostics.map(
        ({ range: { start }, severity, code }: { range: { start: { line: number; character: number } }; severity: string; code: string }) =>
          `${start.line + 1}:${start.character + 1} ${severity} ${code}`,
      ),
    );
  });

  for (const [kind, file, source] of [
    ['import', 'wrong.mts', "import { analyse, check } from 'nianbao';\ncheck(analyse(1));\n"],
    ['require', 'wrong.cts', "import nianbao = require('nianbao');\nnianbao.check(nianbao.analyse(1));\n"],
  ])
    it(`has types that find a wrong argument, by ${kind}`, () => {
      writeFileSync(path.join(folder, file), source);
      const options = ['--module', 'nodenext', '--target', 'es2022', '--strict', '--noEmit', '--ignoreConfig', '--types', '', file];
      const { status, stdout } = spawnSync(process.execPath, [path.join(root, 'node_modules/typescript/bin/tsc'), ...options], {
        cwd: folder,
        encoding: 'utf8',
      });
      assert.notEqual(status, 0);
      assert.deepEqual(stdout.match(/error TS\d+/g), ['error TS2345'], stdout);
    });

  it('is the same by require', () => {
    const script = `
      const { analyse, check, draft, format, split } = require('nianbao');
      const text = draft({ organ: '平安县统计局', year: 2025 });
      console.log(JSON.stringify([split(text + text).length, format(text) === text, check(analyse('无')).map(({ code, message }) => [code, typeof message])]));
    `;
    writeFileSync(path.join(folder, 'example.cjs'), script);
    assert.deepEqual(JSON.parse(run(process.execPath, ['example.cjs'], folder)), [2, true, [['not-a-report', 'string']]]);
  });
});
