import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { latestEdition } from '../../core/form';
import { readReport } from '../../core/report/bind';
import { fieldsOf } from '../../core/report/fields';
import { inventFigures } from '../support/figures';
import { seeded } from '../support/random';
import { runCli } from '../support/run-cli';
import { reportIn, textFrom } from '../support/shapes';

const figures = inventFigures(seeded(2));
const right = reportIn({ edition: latestEdition, year: 2023, organ: '平安县水利局', shape: 'tab-cells', text: textFrom(figures) });
const fields = (text: string) => fieldsOf(readReport(text)).map(({ field, value }) => [field.id, value]);

describe('converting on the command line', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'nianbao-convert-'));
    writeFileSync(path.join(folder, 'right.txt'), right);
    writeFileSync(path.join(folder, 'wrong.txt'), right.replace(/(行政许可\n\t)\d+/, '$1五'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));
  const run = (...args: string[]) => runCli(['--language', 'en', ...args], { cwd: folder });
  const read = (name: string) => readFileSync(path.join(folder, name), 'utf8');

  for (const ending of ['docx', 'html', 'xlsx'])
    it(`converts to .${ending} and back with every figure, and overwrites no file without --force`, () => {
      assert.deepEqual(run('convert', 'right.txt', `a.${ending}`), { status: 0, stdout: '', stderr: '' });
      const there = readFileSync(path.join(folder, `a.${ending}`));
      const again = run('convert', 'right.txt', `a.${ending}`);
      assert.equal(again.status, 2);
      assert.equal(again.stderr, `nianbao: a.${ending}: it exists already; --force overwrites it\n`);
      assert.ok(there.equals(readFileSync(path.join(folder, `a.${ending}`))));
      assert.equal(run('convert', `a.${ending}`, `from-${ending}.nianbao`).status, 0);
      assert.deepEqual(fields(read(`from-${ending}.nianbao`)), fields(right));
      assert.equal(run('convert', 'right.txt', `a.${ending}`, '--force').status, 0);
    });

  it('writes open data with public identifiers', () => {
    run('convert', 'right.txt', 'a.json');
    const { organ, year, edition, fields: written } = JSON.parse(read('a.json'));
    assert.deepEqual([organ, year, edition], ['平安县水利局', 2023, '2021']);
    assert.equal(written['requests.new.total'].value, figures.get('requests.new.total'));
    run('convert', 'right.txt', 'a.csv');
    const rows = read('a.csv').trimEnd().split('\n');
    assert.match(rows[0], /^\ufefforgan,year,edition,field,/);
    assert.ok(
      rows.some((row) => row.startsWith('平安县水利局,2023,2021,requests.refused.secret.natural,requests,refused.secret,natural,')),
    );
    assert.equal(rows.length, 1 + fields(right).length);
  });

  it('converts a folder, and names the files that could not be read', () => {
    mkdirSync(path.join(folder, 'in', 'below'), { recursive: true });
    run('convert', 'right.txt', 'in/one.docx');
    run('convert', 'right.txt', 'in/below/two.html');
    writeFileSync(path.join(folder, 'in', 'three.docx'), 'PK\u0003\u0004');
    const { status, stderr } = run('convert', 'in', '--out', 'drafts');
    assert.equal(status, 2);
    assert.equal(stderr, `nianbao: ${path.join('in', 'three.docx')}: the file is damaged\n`);
    assert.deepEqual(readdirSync(path.join(folder, 'drafts'), { recursive: true }).sort(), [
      'below',
      path.join('below', 'two.nianbao'),
      'one.nianbao',
    ]);
    assert.equal(run('convert', 'in/*.docx', 'in/below/*.html', '--out', 'flat', '--to', 'md').status, 2);
    assert.deepEqual(readdirSync(path.join(folder, 'flat')).sort(), ['one.md', 'two.md']);
    assert.equal(run('convert', '*.txt', '--out', 'words', '--to', 'docx').status, 0);
    assert.deepEqual(readdirSync(path.join(folder, 'words')).sort(), ['right.docx', 'wrong.docx']);
  });

  it('does not convert two files to one', () => {
    mkdirSync(path.join(folder, 'twice'));
    run('convert', 'right.txt', 'twice/a.docx');
    run('convert', 'right.txt', 'twice/a.html');
    const { status, stderr } = run('convert', 'twice', '--out', 'once');
    assert.equal(status, 2);
    assert.match(stderr, /a\.html: once.a\.nianbao is already made from twice.a\.docx\n/);
  });

  it('prints how many errors the written file has, and what was left out', () => {
    const { status, stderr } = run('convert', 'wrong.txt', 'wrong.docx');
    assert.deepEqual([status, stderr], [0, 'nianbao: wrong.txt: 1 errors are in it; nianbao check lists them\n']);
    writeFileSync(path.join(folder, 'remarks.md'), `<!-- 备注 -->\n${right}`);
    assert.match(run('convert', 'remarks.md', 'remarks.nianbao').stderr, /comments in the text: left out \(1\)/);
  });

  it('reads standard input and writes standard output', () => {
    const { stdout, status } = runCli(['convert', '-', '-'], { cwd: folder, input: right });
    assert.equal(status, 0);
    assert.deepEqual(fields(stdout), fields(right));
  });

  it('names the arguments that are missing', () => {
    assert.match(run('convert', 'right.txt').stderr, /IN and OUT/);
    assert.match(run('convert', 'right.txt', 'a.odt').stderr, /a\.odt: a report can be written as \.nianbao/);
    assert.equal(run('convert', 'right.txt', 'a.odt').status, 2);
    assert.match(run('convert', 'none.docx', 'a.md').stderr, /none\.docx: no such file/);
  });

  it('refuses a page of 300 MB without reading it, and writes no file', () => {
    writeFileSync(path.join(folder, 'huge.html'), '<html>');
    truncateSync(path.join(folder, 'huge.html'), 300 << 20);
    const before = readdirSync(folder);
    const { status, stderr } = run('convert', 'huge.html', 'huge.nianbao');
    assert.deepEqual([status, stderr], [2, 'nianbao: huge.html: larger than 256 MB\n']);
    assert.deepEqual(readdirSync(folder), before);
  });
});

/* Files that another program made from ours, and that are read again. */

const office = ['soffice', 'libreoffice'].find((program) => spawnSync(program, ['--version']).status === 0);
const pdfText = spawnSync('pdftotext', ['-v']).status === 0;
const describeOffice = office ? describe : describe.skip;

describeOffice(`LibreOffice${office ? '' : ' (skipped: it is not installed)'}`, function () {
  this.timeout(180_000);
  let folder: string;
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'nianbao-office-'));
    writeFileSync(path.join(folder, 'a.txt'), right);
    assert.equal(runCli(['convert', 'a.txt', 'a.docx'], { cwd: folder }).status, 0);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));
  const convert = (name: string, format: string, out: string) => {
    const profile = `-env:UserInstallation=${pathToFileURL(path.join(folder, 'profile')).href}`;
    const { status, stderr } = spawnSync(office as string, [profile, '--headless', '--convert-to', format, '--outdir', out, name], {
      cwd: folder,
    });
    assert.equal(status, 0, String(stderr));
  };
  const back = (name: string) => {
    const { status, stderr } = runCli(['convert', name, '-'], { cwd: folder });
    assert.equal(status, 0, stderr);
    return runCli(['convert', name, '-'], { cwd: folder }).stdout;
  };

  for (const format of ['docx', 'html', 'odt', 'doc', 'rtf'])
    it(`saves our Word file as .${format}, which comes back with equal figures and paragraphs`, () => {
      convert('a.docx', format, format);
      const text = back(path.join(format, `a.${format}`));
      assert.deepEqual(fields(text), fields(right));
      const lines = new Set(text.split('\n').map((line) => line.replace(/^#+ /, '')));
      for (const line of right.split('\n').filter((each) => /。$|^[一二三四五六]、.*情况$/.test(each))) assert.ok(lines.has(line), line);
    });

  it('saves our web page and our workbook, which come back with equal figures', () => {
    runCli(['convert', 'a.txt', 'a.html'], { cwd: folder });
    runCli(['convert', 'a.txt', 'a.xlsx'], { cwd: folder });
    convert('a.html', 'docx:MS Word 2007 XML', 'web');
    assert.deepEqual(fields(back(path.join('web', 'a.docx'))), fields(right));
    convert('a.xlsx', 'xlsx', 'sheet');
    assert.deepEqual(fields(back(path.join('sheet', 'a.xlsx'))), fields(right));
  });

  it('prints every figure in its place', function () {
    if (!pdfText) this.skip();
    convert('a.docx', 'pdf', 'pdf');
    assert.ok(existsSync(path.join(folder, 'pdf', 'a.pdf')));
    assert.deepEqual(fields(back(path.join('pdf', 'a.pdf'))), fields(right));
  });
});
