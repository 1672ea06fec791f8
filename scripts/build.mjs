// Builds dist/: the client, its preview, the server, the command line, the API, and the converter that starts when it is
// needed, each as one file; the list of the packages in these bundles and their licences; and snippets/ from
// the form.
// --minify for what ships, --watch to rebuild on change, --tests for the suite that runs in the editor too.
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { context } from 'esbuild';
import { bundledPackages, licensesText } from './licenses.mjs';

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
// Libraries that read `import.meta.url` get the bundle's own.
const placed = (first = '') => ({
  banner: { js: `${first}const bundleUrl = require('node:url').pathToFileURL(__filename).href;` },
  define: { 'import.meta.url': 'bundleUrl' },
});
/** What the client imports only when it is needed is a bundle of its own: the editor's start loads as little as it can. */
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
  ...['esm', 'cjs'].map((format) => ({
    entryPoints: { index: 'core/index.ts' },
    platform: 'browser',
    target: 'es2022',
    format,
    outExtension: { '.js': format === 'esm' ? '.mjs' : '.cjs' },
    sourcemap: false,
  })),
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

const bundled = bundledPackages(
  built.map(({ metafile }) => metafile).filter(({ outputs }) => Object.keys(outputs).some((file) => file.startsWith('dist/'))),
);
writeFileSync('dist/licenses.txt', licensesText(bundled));
mkdirSync('out', { recursive: true });
writeFileSync('out/bundled.json', JSON.stringify(bundled.map(({ name, version, folder }) => ({ name, version, folder }))));

// The types of the package: a folder of declarations, and an entry to it for each kind of module.
rmSync('dist/types', { recursive: true, force: true });
run(['node_modules/typescript/bin/tsc', '-p', 'tsconfig.package.json']);
writeFileSync('dist/index.d.mts', "export * from './types/core/index.js';\n");
writeFileSync('dist/index.d.cts', "export * from './types/core/index';\n");

// What VS Code wants as files, and the form already says.
const { status } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/generate.ts', '--built'], { stdio: 'inherit' });
if (status !== 0) throw new Error('The snippets could not be written.');

if (watch) {
  await Promise.all(contexts.map((each) => each.watch()));
  console.log('watching');
} else await Promise.all(contexts.map((each) => each.dispose()));

/** Runs a script in Node and returns what it prints. */
function run(args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${args[0]} failed:\n${stdout}${stderr}`);
  return stdout;
}
