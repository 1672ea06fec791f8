// Builds dist/: the client, its preview, the server, the command line and the converter that all of them start when
// it is needed, each one file; and snippets/ from the form.
// --minify for what ships, --watch to rebuild on change, --tests for the suite that runs in the editor too.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { context } from 'esbuild';
import { licensesText, shippedPackages } from './licenses.mjs';

const watch = process.argv.includes('--watch');
const tests = process.argv.includes('--tests');
const minify = process.argv.includes('--minify');

const common = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  sourcemap: !minify,
  minify,
  metafile: true,
  logLevel: 'warning',
  // Its main file is UMD, which can't be bundled.
  alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' },
};
// Defines import.meta.url for libraries that read it.
const placed = (first = '') => ({
  banner: { js: `${first}const bundleUrl = require('node:url').pathToFileURL(__filename).href;` },
  define: { 'import.meta.url': 'bundleUrl' },
});
/** What the client imports only when it is needed is a bundle of its own beside it: the editor reads as little as it can. */
const apart = {
  name: 'apart',
  setup: (build) => {
    const bundlesApart = { './later': './later.js', 'vscode-languageclient/node': './language-client.js' };
    build.onResolve({ filter: /./ }, ({ path: asked, kind }) =>
      kind === 'dynamic-import' && asked in bundlesApart ? { path: bundlesApart[asked], external: true } : undefined,
    );
  },
};
const bundles = [
  { entryPoints: { client: 'client/extension.ts' }, external: ['vscode'], target: 'node18', plugins: [apart] },
  { entryPoints: { later: 'client/later.ts' }, external: ['vscode'], target: 'node18', ...placed() },
  { entryPoints: { 'language-client': 'vscode-languageclient/node' }, external: ['vscode'], target: 'node18' },
  { entryPoints: { server: 'server/server.ts' }, target: 'node18', ...placed() },
  { entryPoints: { exchange: 'exchange/worker.ts' }, ...placed() },
  { entryPoints: { cli: 'cli/cli.ts' }, ...placed('#!/usr/bin/env node\n') },
  {
    entryPoints: { preview: 'client/webview/preview/main.ts', 'preview-style': 'client/webview/preview/preview.css' },
    entryNames: '[name]',
    platform: 'browser',
    format: 'iife',
    target: 'chrome120',
    sourcemap: false,
  },
  ...(tests
    ? [
        { entryPoints: { run: 'test/editor/run.ts' }, external: ['@vscode/test-electron'], outdir: 'out/editor' },
        { entryPoints: { suite: 'test/editor/suite/index.ts' }, external: ['vscode', 'mocha'], outdir: 'out/editor' },
      ]
    : []),
].map((own) => ({ outdir: 'dist', ...common, ...own }));

const contexts = await Promise.all(bundles.map((options) => context(options)));
const built = await Promise.all(contexts.map((each) => each.rebuild()));

const shipped = shippedPackages(
  built.map(({ metafile }) => metafile).filter(({ outputs }) => Object.keys(outputs).some((file) => file.startsWith('dist/'))),
);
writeFileSync('dist/licenses.txt', licensesText(shipped));

// What VS Code wants as files, and the form already says.
const { status } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/generate.ts', '--built'], { stdio: 'inherit' });
if (status !== 0) throw new Error('The snippets could not be written.');

if (watch) {
  await Promise.all(contexts.map((each) => each.watch()));
  console.log('watching');
} else await Promise.all(contexts.map((each) => each.dispose()));
