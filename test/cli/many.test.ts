import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { writeReports } from '../bench/files';
import { inventReports } from '../support/compilations';
import { seeded } from '../support/random';
import { runCli } from '../support/run-cli';

describe('many files on the command line', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'nianbao-many-'));
    writeReports(path.join(folder, 'reports'), 0, 250, 3);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));
  const run = (...args: string[]) => runCli(['--language', 'en', ...args], { cwd: folder });
  const lines = (stdout: string) =>
    stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));

  for (const format of ['json', 'ndjson', 'text', 'csv', 'sarif', 'github'])
    it(`are the same in ${format} on one thread and on several, in the order of their names`, () => {
      const one = run('check', 'reports', '--format', format, '--jobs', '1');
      const two = run('check', 'reports', '--format', format, '--jobs', '2');
      assert.equal(one.status, 1);
      assert.deepEqual(two, one);
    });

  it('have a line each in ndjson, also if standard input lists them or they can’t be read', () => {
    const names = readdirSync(path.join(folder, 'reports')).map((name) => path.join('reports', name));
    const input = [...names.slice(0, 205), 'none.txt', ''].join('\n');
    const { status, stdout, stderr } = runCli(['--language', 'en', 'check', '--files-from', '-', '--format', 'ndjson'], {
      cwd: folder,
      input,
    });
    assert.equal(status, 2);
    assert.equal(stderr, 'nianbao: none.txt: no such file or folder\n');
    const [unread, ...found] = lines(stdout);
    assert.deepEqual(unread, { path: 'none.txt', error: 'no such file or folder' });
    assert.deepEqual(
      found.map((line) => line.path),
      names.slice(0, 205),
    );
    assert.ok(found.some(({ diagnostics }) => diagnostics.length > 0) && found.some(({ diagnostics }) => diagnostics.length === 0));
    const extracted = runCli(['extract', '--files-from', '-', '--format', 'ndjson'], { cwd: folder, input: names.slice(0, 3).join('\n') });
    assert.deepEqual(
      lines(extracted.stdout).map((line) => Object.keys(line.fields).length),
      [200, 200, 200],
    );
    const converted = runCli(['convert', '--files-from', '-', '--format', 'ndjson'], { cwd: folder, input: names.slice(0, 2).join('\n') });
    assert.deepEqual(
      lines(converted.stdout).map(({ path: own, text }) => [own, text.startsWith('# 平安')]),
      names.slice(0, 2).map((own) => [own, true]),
    );
  });

  it('may hold several reports each, which are checked one by one', () => {
    const reports = inventReports(seeded(2), 3, ['markdown']);
    writeFileSync(path.join(folder, 'all.md'), reports.join('\n'));
    const { files, summary } = JSON.parse(run('check', 'all.md', '--format', 'json').stdout);
    assert.equal(files.length, 3);
    assert.equal(summary.files, 3);
    assert.equal(new Set(files.map(({ organ }: { organ: string }) => organ)).size, 3);
    const wrong = reports
      .join('\n')
      .replace(
        /(\| 一、本年新收[^\n]*\| )(\d+)( \|\n)(?![\s\S]*一、本年新收)/,
        (_, label, value, rest) => `${label}${Number(value) + 1}${rest}`,
      );
    writeFileSync(path.join(folder, 'wrong.md'), wrong);
    const checked = JSON.parse(run('check', 'wrong.md', '--format', 'json').stdout);
    const [diagnostic] = checked.files[2].diagnostics;
    assert.match(wrong.split('\n')[diagnostic.range.start.line], /一、本年新收/);
    assert.equal(run('format', 'wrong.md').stdout, wrong);
  });

  it('names a wrong number of threads and missing paths', () => {
    assert.match(run('check', 'reports', '--jobs', '0').stderr, /--jobs.*from 1 to 99/);
    assert.equal(run('check').status, 2);
    assert.match(run('check', '--files-from', 'none').stderr, /none/);
    assert.equal(run('check', '--files-from', 'none').status, 2);
  });
});
