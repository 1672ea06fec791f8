import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { measureRates } from '../support/rates';
import { measureEditing } from './editing';
import { measureFiles } from './files';
import { measureReading } from './reading';
import { activate, measureStarting } from './starting';

/*
 * Speed as a ratio to well-known work on the same text in the same run, so that results of different machines can be
 * compared; and how many generated mistakes are found and located. docs/performance.md explains each figure.
 */

const seed = 20_211_026;
const tables = 6000;

function show(title: string, rows: readonly object[]): void {
  console.log(`\n${title}\n`);
  const names = Object.keys(rows[0]);
  const cells = [names, ...rows.map((row) => Object.values(row).map((value) => (value === undefined ? '–' : String(value))))];
  const widths = names.map((_, column) => Math.max(...cells.map((row) => row[column].length)));
  for (const row of cells) console.log(`  ${row.map((cell, column) => cell.padStart(widths[column])).join('  ')}`);
}

async function main(): Promise<void> {
  console.log(`Seed ${seed}; Node ${process.version}; ${cpus()[0]?.model.trim()}, ${cpus().length} processors`);
  const reading = measureReading(seed);
  show('Text to findings', reading);
  const editing = measureEditing(seed);
  show('A keystroke in a compilation of reports', [editing]);
  const files = await measureFiles(seed);
  show('Many files', [files]);
  const starting = await measureStarting();
  show('Starting', [starting]);
  const { rates, slowest } = measureRates(seed, tables);
  console.log(`\nMistakes in the table of requests (${tables} invented tables)\n`);
  for (const [name, rate] of Object.entries(rates)) console.log(`${(rate * 100).toFixed(2).padStart(7)} %   ${name}`);
  console.log(`${slowest.toFixed(2).padStart(7)} ms   the slowest repair of all`);
  mkdirSync('out', { recursive: true });
  writeFileSync(
    'out/bench.json',
    `${JSON.stringify({ seed, node: process.version, reading, editing, files, starting, rates, slowest }, undefined, 2)}\n`,
  );
  console.log('\nout/bench.json holds the same.');
}

if (process.argv.includes('--activate')) activate();
else main();
