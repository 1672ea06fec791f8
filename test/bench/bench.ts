import { readFileSync } from 'node:fs';
import path from 'node:path';
import MarkdownIt from 'markdown-it';
import { check } from '../../server/src/checks/check';
import { readReport } from '../../server/src/report/bind';
import { latestEdition } from '../../server/src/standard';
import { inventFigures } from '../support/figures';
import { seeded } from '../support/random';
import { measureRates } from '../support/rates';
import { realReports } from '../support/real';
import { reportIn, textFrom } from '../support/shapes';

/*
 * Speed as ratios against well-known work on the same text in the same run, so that machines compare; and how many of
 * the mistakes that a generator makes are found and located.
 */

const seed = 20_211_026;
const runs = 600;

/** Median time of a call in microseconds, after warming up; the tasks take turns, so that all see the same machine. */
function medians(tasks: Record<string, () => unknown>): Record<string, number> {
  const names = Object.keys(tasks);
  const times = new Map<string, number[]>(names.map((name) => [name, []]));
  for (let run = 0; run < runs * 2; run++)
    for (const name of names) {
      const start = performance.now();
      tasks[name]();
      if (run >= runs) times.get(name)?.push(performance.now() - start);
    }
  return Object.fromEntries(names.map((name) => [name, (times.get(name) ?? []).sort((a, b) => a - b)[runs >> 1] * 1000]));
}

function newlines(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) === 0x0a) count++;
  return count;
}

/** The prose of a sample, so that the invented report has as much of it as an office's. */
const sample = readFileSync(path.resolve('samples/平安县水利局2025年政府信息公开工作年度报告.md'), 'utf8');
const figures = inventFigures(seeded(seed), latestEdition, 0.4);
const invented = (shape: 'markdown' | 'tab-cells') =>
  reportIn({ edition: latestEdition, year: 2024, organ: '平安县水利局', shape, text: textFrom(figures) });

const texts: [name: string, text: string][] = [
  ['canonical: the sample report', sample],
  ['canonical: invented figures', invented('markdown')],
  ['one cell a line: invented figures', invented('tab-cells')],
  ...[...realReports()].map(([name, text]): [string, string] => [`one cell a line: published report ${name}`, text]),
];

const markdown = new MarkdownIt();
console.log(`Text to findings (seed ${seed}, median of ${runs} runs, taking turns)\n`);
console.log('characters   findings µs   ÷ markdown-it   ÷ newline scan   text');
for (const [name, text] of texts) {
  const times = medians({
    findings: () => check(readReport(text)),
    markdown: () => markdown.parse(text, {}),
    scan: () => newlines(text),
  });
  const ratio = (other: string) => (times.findings / times[other]).toFixed(2);
  console.log(
    `${String(text.length).padStart(10)}${times.findings.toFixed(0).padStart(14)}${ratio('markdown').padStart(16)}${ratio('scan').padStart(17)}   ${name}`,
  );
}

const tables = 6000;
const { rates, slowest } = measureRates(seed, tables);
console.log(`\nMistakes in the table of requests (seed ${seed}, ${tables} invented tables)\n`);
for (const [name, rate] of Object.entries(rates)) console.log(`${(rate * 100).toFixed(2).padStart(7)} %   ${name}`);
console.log(`${slowest.toFixed(2).padStart(7)} ms   the slowest repair of all`);
