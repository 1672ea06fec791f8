import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { latestEdition } from '../../core/form';
import { inventFigures, mistype } from '../support/figures';
import { seeded } from '../support/random';
import { reportIn, textFrom } from '../support/shapes';
import { rounded } from './measure';

const cli = path.resolve('dist/cli.js');

/** Writes reports in two shapes as files, a tenth of them with a mistake. */
export function writeReports(folder: string, from: number, to: number, seed: number): void {
  mkdirSync(folder, { recursive: true });
  const random = seeded(seed);
  for (let index = from; index < to; index++) {
    const figures = inventFigures(random, latestEdition, 0.4);
    if (index % 10 === 0) {
      const { id } = random.pick(latestEdition.tables.requests.fields);
      figures.set(id, mistype(random, figures.get(id) ?? 0));
    }
    const organ = `平安${String.fromCharCode(0x4e00 + (index % 5000), 0x5000 + Math.floor(index / 5000))}县水利局`;
    const shape = index % 2 === 0 ? 'markdown' : 'tab-cells';
    writeFileSync(
      path.join(folder, `${String(index).padStart(6, '0')}.txt`),
      reportIn({ edition: latestEdition, year: 2025, organ, shape, text: textFrom(figures) }),
    );
  }
}

/** Runs the command line: seconds, and peak memory in MB (0 if the system does not report it). */
function run(args: readonly string[]): Promise<{ seconds: number; megabytes: number }> {
  const start = performance.now();
  const child = spawn(process.execPath, [cli, ...args], { stdio: ['ignore', 'ignore', 'ignore'] });
  let megabytes = 0;
  const look = setInterval(() => {
    try {
      const peak = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'));
      if (peak) megabytes = Number(peak[1]) / 1024;
    } catch {
      // The process has ended, or the system does not report its memory.
    }
  }, 20);
  return new Promise((resolve) => {
    child.on('exit', () => {
      clearInterval(look);
      resolve({ seconds: (performance.now() - start) / 1000, megabytes });
    });
  });
}

/** Checking many files on one thread and on all, by turns; and in as many separate processes, for comparison. */
export async function measureFiles(seed: number, files = 10_000, rounds = 4) {
  const folder = mkdtempSync(path.join(tmpdir(), 'nianbao-bench-'));
  const threads = availableParallelism();
  try {
    const halves = Array.from({ length: threads }, (_, index) => path.join(folder, `part-${index}`));
    const size = Math.ceil(files / threads);
    for (const [index, half] of halves.entries()) writeReports(half, index * size, Math.min(files, (index + 1) * size), seed + index);
    const few = path.join(folder, 'few');
    writeReports(few, 0, files / 10, seed);
    const times: Record<'one' | 'all' | 'apart', number[]> = { one: [], all: [], apart: [] };
    let many = 0;
    for (let round = 0; round < rounds; round++) {
      const check = (paths: readonly string[], jobs: number) => run(['check', ...paths, '--format', 'ndjson', '--jobs', String(jobs)]);
      times.one.push((await check(halves, 1)).seconds);
      const all = await check(halves, threads);
      times.all.push(all.seconds);
      many = Math.max(many, all.megabytes);
      const start = performance.now();
      await Promise.all(halves.map((half) => check([half], 1)));
      times.apart.push((performance.now() - start) / 1000);
    }
    const least = (values: readonly number[]) => Math.min(...values);
    return {
      files,
      threads,
      oneThreadSeconds: rounded(least(times.one)),
      allThreadsSeconds: rounded(least(times.all)),
      reportsPerSecond: Math.round(files / least(times.all)),
      timesAsFast: rounded(least(times.one) / least(times.all)),
      timesAsFastInProcessesApart: rounded(least(times.one) / least(times.apart)),
      megabytes: Math.round(many),
      megabytesForATenth: Math.round((await run(['check', few, '--format', 'ndjson', '--jobs', String(threads)])).megabytes),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
