// Everything that must hold: types, style, units, fixtures, command line, protocol, and the suite in a real VS Code.
import { spawn } from 'node:child_process';

const counts = { passed: 0, failed: 0, skipped: 0 };
let sound = true;

function count(output) {
  for (const [, number, what] of output.matchAll(/^\s*(\d+) (passing|failing|pending)\b/gm))
    counts[{ passing: 'passed', failing: 'failed', pending: 'skipped' }[what]] += Number(number);
  for (const [, passed, failed, skipped] of output.matchAll(/^editor: (\d+) passed, (\d+) failed, (\d+) skipped$/gm)) {
    counts.passed += Number(passed);
    counts.failed += Number(failed);
    counts.skipped += Number(skipped);
  }
}

function step(title, command, args) {
  console.log(`\n── ${title}`);
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
      process.stdout.write(chunk);
    });
    child.stderr.on('data', (chunk) => process.stderr.write(chunk));
    child.on('close', (code) => {
      // The editor's own mocha reports through its closing line, not through the lines above it.
      count(title === 'editor' ? output.replace(/^.*\b(passing|failing|pending)\b.*$/gm, '') : output);
      if (code !== 0) {
        sound = false;
        console.error(`${title}: exit ${code}`);
      }
      resolve(code === 0);
    });
  });
}

const node = process.execPath;
const built = await step('build', node, ['scripts/build.mjs', '--tests']);
if (built) {
  await step('types', node, ['node_modules/typescript/bin/tsc']);
  await step('types of the preview', node, ['node_modules/typescript/bin/tsc', '-p', 'client/preview']);
  await step('style', node, ['node_modules/@biomejs/biome/bin/biome', 'check', '.']);
  await step('mocha', node, ['node_modules/mocha/bin/mocha.js', '--no-color']);
  await step('editor', node, ['out/editor/run.js']);
}
if (!sound && counts.failed === 0) counts.failed = 1;
console.log(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exit(sound ? 0 : 1);
