import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { listFiles } from '@vscode/vsce';
import { bundledVulnerabilities } from '../../scripts/audit';

const root = path.resolve(__dirname, '../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

describe('the extension and its bundles @built', () => {
  let files: string[];
  before(async () => {
    files = await listFiles({ cwd: root, packageManager: 0 });
  });

  it('ship the files that are needed at run time, and nothing else', () => {
    const wanted = [
      /^(?:package\.json|package\.nls(?:\.zh-cn)?\.json|README(?:\.zh-CN)?\.md|CHANGELOG\.md|LICENSE|language-configuration\.json)$/,
      /^dist\/(?:client|later|language-client|server|cli|exchange|preview)\.js$/,
      /^dist\/(?:preview-style\.css|licenses\.txt)$/,
      /^(?:snippets|syntaxes|schemas)\/[\w.-]+\.json$/,
      /^docs\/checks\/[\w-]+\.md$/,
      /^media\/walkthrough\/(?:begin|fill|mend|look|hand)\.(?:zh-cn|en)\.(?:light|dark)\.png$/,
      /^media\/readme\.png$/,
      /^samples\/[^/]+\.(?:txt|md|nianbao)$/,
    ];
    assert.deepEqual(
      files.filter((file) => !wanted.some((pattern) => pattern.test(file))),
      [],
    );
    for (const file of [
      'dist/client.js',
      'dist/later.js',
      'dist/language-client.js',
      'dist/server.js',
      'dist/cli.js',
      'dist/exchange.js',
      'dist/preview.js',
      'dist/licenses.txt',
    ])
      assert.ok(files.includes(file), file);
  });

  it('ship the walkthrough’s pictures, each below 80 kB, in both languages and for light and dark', () => {
    const pictures = files.filter((file) => file.startsWith('media/walkthrough/'));
    const named = ['package.nls.json', 'package.nls.zh-cn.json'].flatMap((file) => [
      ...read(file).matchAll(/"walkthrough\.\w+\.(?:light|dark)": "(.+)"/g),
    ]);
    assert.equal(pictures.length, 20);
    assert.deepEqual(named.map(([, file]) => file).sort(), pictures.sort());
    for (const file of pictures) assert.ok(statSync(path.join(root, file)).size < 80_000, file);
  });

  it('list every bundled package with a licence that allows it to be bundled', () => {
    const shipped = [
      ...read('dist/licenses.txt').matchAll(/^-{72}\n(\S+) (\S+) \((.*)\)\n-{72}\n\n([\s\S]*?)(?=\n-{72}\n\S+ \S+ \(|$(?![\s\S]))/gm),
    ];
    const names = shipped.map(([, name]) => name);
    for (const known of ['vscode-languageserver', 'vscode-languageclient', 'commander', 'mammoth', 'docx', 'htmlparser2', 'fflate'])
      assert.ok(names.includes(known), known);
    for (const [, name, , license, text] of shipped) {
      assert.match(
        license,
        /^\(?(?:MIT|ISC|BSD-2-Clause|BSD-3-Clause|0BSD|Apache-2\.0|BlueOak-1\.0\.0|Unlicense|MIT OR GPL-3\.0-or-later|MIT AND Zlib|Python-2\.0)\)?$/,
        `${name}: ${license}`,
      );
      assert.ok(text.trim().length > 200 || /MIT|ISC|BSD/.test(license), `${name} has its licence`);
    }
  });

  it('hold the packages that bundledPackages in package.json lists, and no others', () => {
    const { bundledPackages, devDependencies } = JSON.parse(read('package.json'));
    const bundled: { name: string; version: string; folder: string }[] = JSON.parse(read('out/bundled.json'));
    assert.deepEqual(bundledPackages, [...new Set(bundled.map(({ name }) => name))]);
    const { packages } = JSON.parse(read('package-lock.json'));
    for (const { name, version, folder } of bundled) assert.equal(packages[folder]?.version, version, name);
    const licensed = [...read('dist/licenses.txt').matchAll(/^-{72}\n(\S+ \S+) \(/gm)].map(([, title]) => title);
    assert.deepEqual(
      licensed,
      bundled.map(({ name, version }) => `${name} ${version}`),
    );
    for (const tool of ['typescript', 'mocha', 'esbuild']) assert.ok(tool in devDependencies && !bundledPackages.includes(tool), tool);
  });

  it('are audited for the packages that they hold, not for tools or other copies of a package', () => {
    const advisory = { title: 'Reads too much', url: 'https://example.org/1' };
    const entry = (name: string, nodes: string[]) => ({ name, severity: 'high', range: '<2', nodes, via: [advisory, 'lop'] });
    const vulnerabilities = {
      mammoth: entry('mammoth', ['node_modules/other/node_modules/mammoth', 'node_modules/mammoth']),
      fflate: entry('fflate', ['node_modules/tool/node_modules/fflate']),
      mocha: entry('mocha', ['node_modules/mocha']),
    };
    assert.deepEqual(bundledVulnerabilities({ vulnerabilities }, ['node_modules/fflate', 'node_modules/mammoth']), [
      'high: mammoth <2: Reads too much (https://example.org/1); by way of lop',
    ]);
  });

  it('keep the libraries for other programs’ files out of what is loaded at the start', () => {
    for (const bundle of ['client', 'server', 'cli'])
      for (const library of ['mammoth', 'xmldom', 'htmlparser2', 'read-excel-file'])
        assert.ok(!read(`dist/${bundle}.js`).includes(`node_modules/${library}/`), `${bundle} holds ${library}`);
    assert.ok(statSync(path.join(root, 'dist/exchange.js')).size > 100_000);
  });

  it('have no dependency to be installed', () => {
    const { dependencies, optionalDependencies, peerDependencies } = JSON.parse(read('package.json'));
    assert.deepEqual([dependencies, optionalDependencies, peerDependencies], [undefined, undefined, undefined]);
  });
});

describe('the command line and the threads that convert @built', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'nianbao-network-'));
    // Sockets of every kind (fetch, http, tls) connect through this method; workers load the file as well.
    writeFileSync(
      path.join(folder, 'watch.cjs'),
      `require('node:net').Socket.prototype.connect = () => {
         require('node:fs').appendFileSync(${JSON.stringify(path.join(folder, 'connections'))}, 'connected\\n');
         throw new Error('no network');
       };`,
    );
  });
  after(() => rmSync(folder, { recursive: true }));
  const watched = (...args: string[]) =>
    spawnSync(process.execPath, ['--require', path.join(folder, 'watch.cjs'), ...args], { cwd: folder, encoding: 'utf8' });
  const connected = () => existsSync(path.join(folder, 'connections'));

  it('connect to nothing', () => {
    const cli = path.join(root, 'dist/cli.js');
    const [sample] = readdirSync(path.join(root, 'samples')).filter((file) => file.endsWith('.md'));
    for (const [from, to] of [
      [path.join(root, 'samples', sample), 'report.docx'],
      ['report.docx', 'report.html'],
      ['report.html', 'report.xlsx'],
      ['report.xlsx', 'report.nianbao'],
    ])
      assert.equal(watched(cli, 'convert', from, to, '--force').status, 0, to);
    assert.match(watched(cli, 'check', 'report.nianbao', '--format', 'json').stdout, /"files":1/);
    assert.ok(!connected());
    watched('--eval', "fetch('http://127.0.0.1:65000').catch(() => {})");
    assert.ok(connected(), 'the test sees a connection');
  });
});
