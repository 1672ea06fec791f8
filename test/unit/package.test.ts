import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { listFiles } from '@vscode/vsce';

const root = path.resolve(__dirname, '../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

describe('what ships @built', () => {
  it('is what the extension needs at run time, and nothing else', async () => {
    const files = await listFiles({ cwd: root, packageManager: 0 });
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

  it('has the walkthrough’s pictures, small ones, in both languages and for light and dark', async () => {
    const files = await listFiles({ cwd: root, packageManager: 0 });
    const pictures = files.filter((file) => file.startsWith('media/walkthrough/'));
    const named = ['package.nls.json', 'package.nls.zh-cn.json'].flatMap((file) => [
      ...read(file).matchAll(/"walkthrough\.\w+\.(?:light|dark)": "(.+)"/g),
    ]);
    assert.equal(pictures.length, 20);
    assert.deepEqual(named.map(([, file]) => file).sort(), pictures.sort());
    for (const file of pictures) assert.ok(statSync(path.join(root, file)).size < 80_000, file);
  });

  it('names what others wrote of it, with licences that allow it', () => {
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

  it('loads nothing of import or export before it is used', () => {
    for (const bundle of ['client', 'server', 'cli'])
      for (const library of ['mammoth', 'xmldom', 'htmlparser2', 'read-excel-file'])
        assert.ok(!read(`dist/${bundle}.js`).includes(`node_modules/${library}/`), `${bundle} holds ${library}`);
    assert.ok(statSync(path.join(root, 'dist/exchange.js')).size > 100_000);
  });

  it('asks for nothing at run time, and knows of no address to send anything to', () => {
    const manifest = JSON.parse(read('package.json'));
    assert.equal(manifest.dependencies, undefined);
    for (const file of ['client', 'server', 'cli', 'exchange'])
      assert.ok(!/telemetry(?:Reporter|Key)|applicationinsights/i.test(read(`dist/${file}.js`)), file);
  });
});
