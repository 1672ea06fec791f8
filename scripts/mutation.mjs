// Mutation tests of core, folder by folder, against the quick tests: npm run mutation [-- FOLDER … --sample N]
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { installOnce, nodeFrom, root } from './workbench.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    /** Mutants that are tried in a folder, chosen by their content: the same ones each time. */
    sample: { type: 'string', default: '500' },
    concurrency: { type: 'string', default: '1' },
  },
});

const folders =
  positionals.length > 0
    ? positionals
    : readdirSync(path.join(root, 'core'), { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => name);

const installed = installOnce('mutation', 'scripts/mutation');
const modules = path.join(installed, 'node_modules');
const inModules = (file) => path.join(modules, file);
const node = nodeFrom(modules);

/**
 * The copy of the project whose code is changed. It lies below the installed tools, so that the older mocha that
 * Stryker's runner needs is found before the project's own; all other libraries are the project's.
 */
const work = path.join(installed, 'work');

function copyProject() {
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  const parts = ['core', 'exchange', 'files', 'server', 'cli', 'client', 'test', 'scripts', 'samples', 'l10n', 'docs', 'schemas'];
  const files = readdirSync(root).filter((name) => /^package.*\.json$|^\.mocharc.*\.json$|\.md$/.test(name));
  for (const name of [...parts, ...files])
    if (existsSync(path.join(root, name))) cpSync(path.join(root, name), path.join(work, name), { recursive: true });
}

/** How many mutants Stryker makes in a folder: the sample is a share of them. */
async function countMutants(files) {
  const { createInstrumenter } = await import(pathToFileURL(inModules('@stryker-mutator/instrumenter/dist/src/index.js')).href);
  const { createInjector } = await import(pathToFileURL(inModules('typed-inject/dist/src/index.js')).href);
  const quiet = Object.fromEntries(
    ['trace', 'debug', 'info', 'warn', 'error', 'fatal'].flatMap((level) => [
      [level, () => {}],
      [`is${level[0].toUpperCase()}${level.slice(1)}Enabled`, () => false],
    ]),
  );
  const instrumenter = createInjector()
    .provideValue('logger', quiet)
    .provideValue('getLogger', () => quiet)
    .injectFunction(createInstrumenter);
  const sources = files.map((file) => ({ name: file, content: readFileSync(file, 'utf8'), mutate: true }));
  const { mutants } = await instrumenter.instrument(sources, { ignorers: [], plugins: null, excludedMutations: [] });
  return mutants.length;
}

function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name));
}

/** The report of Stryker in short form: counts, and each mutant that lives. */
function summary(folder, report, total) {
  const all = Object.entries(report.files).flatMap(([file, { mutants, source }]) =>
    mutants.map((mutant) => ({ ...mutant, file: file.replaceAll('\\', '/'), source })),
  );
  const tried = all.filter(({ status }) => status !== 'CompileError');
  const of = (...wanted) => tried.filter(({ status }) => wanted.includes(status));
  const killed = of('Killed', 'Timeout').length;
  return {
    folder: `core/${folder}`,
    mutants: total,
    tried: tried.length,
    killed,
    percent: Math.round((1000 * killed) / Math.max(1, tried.length)) / 10,
    alive: of('Survived', 'NoCoverage', 'RuntimeError').map(
      ({ file, location, mutatorName, replacement, status }) =>
        `${file}:${location.start.line}:${location.start.column} ${mutatorName}${status === 'Survived' ? '' : ` (${status})`} ${(replacement ?? '').replace(/\s+/g, ' ').slice(0, 80)}`,
    ),
  };
}

let failed = false;
const output = path.join(root, 'out', 'mutation');
mkdirSync(output, { recursive: true });
for (const folder of folders) {
  copyProject();
  const total = await countMutants(filesBelow(path.join(work, 'core', folder)));
  const report = path.join(output, `${folder}.json`);
  const configuration = path.join(work, 'stryker.json');
  writeFileSync(
    configuration,
    JSON.stringify({
      mutate: [`core/${folder}/**/*.ts`],
      inPlace: true,
      testRunner: 'mocha',
      checkers: ['sample'],
      plugins: [inModules('@stryker-mutator/mocha-runner/dist/src/index.js'), path.join(root, 'scripts/mutation/sample.mjs')],
      testRunnerNodeArgs: ['--import', 'tsx'],
      mochaOptions: { config: 'test/mutation/mocharc.json' },
      coverageAnalysis: 'perTest',
      concurrency: Number(values.concurrency),
      reporters: ['json', 'clear-text'],
      clearTextReporter: { allowColor: false, reportTests: false, reportMutants: false },
      jsonReporter: { fileName: report },
      incremental: true,
      incrementalFile: path.join(output, `${folder}.of-${values.sample}.incremental.json`),
      tsconfigFile: 'none.json',
      allowConsoleColors: false,
    }),
  );
  console.log(`\n── core/${folder}: ${total} mutants`);
  const started = Date.now();
  const { status } = spawnSync(node, [inModules('@stryker-mutator/core/bin/stryker.js'), 'run', configuration], {
    cwd: work,
    stdio: 'inherit',
    env: { ...process.env, NIANBAO_MUTATION_RATE: String(Number(values.sample) / total) },
  });
  if (status !== 0) {
    failed = true;
    continue;
  }
  const short = summary(folder, JSON.parse(readFileSync(report, 'utf8')), total);
  writeFileSync(path.join(root, 'test', 'mutation', `${folder}.json`), `${JSON.stringify(short, undefined, 2)}\n`);
  const seconds = Math.round((Date.now() - started) / 1000);
  console.log(`core/${folder}: ${short.killed} of ${short.tried} killed, ${short.percent} %, ${seconds} s`);
}
process.exitCode = failed ? 1 : 0;
