// Everything that must hold: types, style, units, fixtures, command line, protocol, and the suite in a real VS Code.
import { spawn } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';

const counts = { passed: 0, failed: 0, skipped: 0 };
/** What failed, by step: the failures as mocha lists them, or the last lines. Repeated at the end, where it is looked for. */
const failures = new Map();

function count(output) {
  for (const [, number, what] of output.matchAll(/^\s*(\d+) (passing|failing|pending)\b/gm))
    counts[{ passing: 'passed', failing: 'failed', pending: 'skipped' }[what]] += Number(number);
  for (const [, passed, failed, skipped] of output.matchAll(/^editor: (\d+) passed, (\d+) failed, (\d+) skipped$/gm)) {
    counts.passed += Number(passed);
    counts.failed += Number(failed);
    counts.skipped += Number(skipped);
  }
}

const lastLines = (output) => output.trimEnd().split('\n').slice(-40).join('\n');

function step(title, command, args, env = {}) {
  console.log(`\n── ${title}`);
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } });
    let output = '';
    let complaints = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
      process.stdout.write(chunk);
    });
    child.stderr.on('data', (chunk) => {
      complaints += chunk;
      process.stderr.write(chunk);
    });
    child.on('close', (code) => {
      // The editor's own mocha reports through its closing line, not through the lines above it.
      count(title.startsWith('editor') ? output.replace(/^.*\b(passing|failing|pending)\b.*$/gm, '') : output);
      if (code !== 0) {
        const plain = stripVTControlCharacters(output);
        const listed = plain.search(/^ *\d+ failing$/m);
        failures.set(`${title}: exit ${code}`, listed < 0 ? lastLines(plain + complaints) : plain.slice(listed));
      }
      resolve(code === 0);
    });
  });
}

const node = process.execPath;
const built = await step('build', node, ['scripts/build.mjs', '--tests']);
if (built) {
  await step('types', node, ['node_modules/typescript/bin/tsc']);
  await step('types of the preview', node, ['node_modules/typescript/bin/tsc', '-p', 'client/webview/preview']);
  await step('imports', node, ['--import', 'tsx', 'scripts/check-imports.ts']);
  await step('generated files', node, ['--import', 'tsx', 'scripts/generate.ts', '--check']);
  await step('style', node, ['node_modules/@biomejs/biome/bin/biome', 'check', '.']);
  await step('mocha, with coverage of core', node, ['node_modules/c8/bin/c8.js', node, 'node_modules/mocha/bin/mocha.js', '--no-color']);
  await step('editor', node, ['out/editor/run.js']);
  await step('editor in English', node, ['out/editor/run.js'], { NIANBAO_LOCALE: 'en', NIANBAO_GREP: 'the walkthrough' });
  await step('editor without a folder', node, ['out/editor/run.js'], { NIANBAO_FOLDER: 'none', NIANBAO_GREP: 'no folder is open' });
}
for (const [title, what] of failures) console.error(`\n── ${title}\n${what}`);
if (failures.size > 0 && counts.failed === 0) counts.failed = 1;
console.log(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exitCode = failures.size > 0 ? 1 : 0;
