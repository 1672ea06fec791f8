import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { decode } from '../../core/text/decode';
import { applyEdits } from '../../core/text/edit';
import { holdsWhenCorrected, holdsWhenFixed, holdsWhenFormatted, holdsWhenRead } from '../support/laws';
import { mangledBytes, mangledReport, slippedReport } from '../support/mangled';
import { seeded } from '../support/random';

/*
 * Random texts against the laws of test/support/laws.ts, as many as you ask for:
 *   npm run fuzz -- [--cases N] [--bytes N] [--seed N] [--from N]
 * A text that breaks a law is written to out/fuzz. Make it smaller by hand, fix the code, and keep it in test/fixtures/fuzz.
 */

/** One case in this many is formatted, corrected and fixed as well as read. */
const thorough = 20;

/** Asserts the laws for any text; `deep` adds those that are slower to try. */
export function judge(text: string, deep: boolean): void {
  const read = holdsWhenRead(text);
  if (!deep) return;
  for (const { report, findings } of read) {
    holdsWhenFormatted(report);
    holdsWhenCorrected(report.document.text);
    for (const { fixes } of findings.slice(0, 5))
      for (const { edits } of fixes ?? []) holdsWhenRead(applyEdits(report.document.text, edits));
  }
}

/** Asserts the laws for a report with one slip: each fix that is offered removes its finding and adds no error. */
export function judgeSlip(text: string): void {
  for (const each of holdsWhenRead(text))
    for (const finding of each.findings) for (const fix of finding.fixes ?? []) holdsWhenFixed(each, finding, fix);
}

export interface Tally {
  cases: number;
  bytes: number;
  failures: { seed: number; kind: string; message: string; text: string }[];
}

/** Tries structured cases and bytes; each has its own seed, so it can be repeated alone. */
export function fuzz(
  { cases, bytes, seed, from = 0 }: { cases: number; bytes: number; seed: number; from?: number },
  tell: (tally: Tally) => void = () => undefined,
): Tally {
  const tally: Tally = { cases: 0, bytes: 0, failures: [] };
  const attempt = (kind: string, own: number, text: string) => {
    try {
      if (kind === 'slip') judgeSlip(text);
      else judge(text, own % thorough === 0);
    } catch (error) {
      tally.failures.push({ seed: own, kind, message: (error as Error).message.split('\n')[0], text });
    }
  };
  for (let own = seed + from; tally.cases < cases; own++) {
    const random = seeded(own);
    // One in ten is a report with only one slip, so that its findings and fixes must be right.
    if (own % 10 === 9) attempt('slip', own, slippedReport(random));
    else attempt('structure', own, mangledReport(random));
    tally.cases++;
    if (tally.cases % 10_000 === 0) tell(tally);
  }
  for (let own = seed + from; tally.bytes < bytes; own++) {
    const random = seeded(own);
    const length = Math.min(bytes - tally.bytes, 50 + random.below(2000));
    const made = mangledBytes(random, length);
    attempt('bytes', own, decode(made).text);
    tally.bytes += Math.max(1, made.length);
  }
  return tally;
}

function main(): void {
  const given = (name: string, otherwise: number) => {
    const at = process.argv.indexOf(`--${name}`);
    return at < 0 ? otherwise : Number(process.argv[at + 1]);
  };
  const started = Date.now();
  const asked = {
    cases: given('cases', 100_000),
    bytes: given('bytes', 1_000_000),
    seed: given('seed', 20_211_026),
    from: given('from', 0),
  };
  console.log(`seed ${asked.seed}: ${asked.cases} structured cases, ${asked.bytes} bytes`);
  const { cases, bytes, failures } = fuzz(asked, (tally) => console.log(`${tally.cases} cases, ${tally.failures.length} failures`));
  const folder = path.resolve('out/fuzz');
  if (failures.length > 0) mkdirSync(folder, { recursive: true });
  for (const { kind, seed, message, text } of failures.slice(0, 100)) {
    writeFileSync(path.join(folder, `${kind}-${seed}.txt`), text);
    console.log(`${kind} ${seed}: ${message}`);
  }
  console.log(
    `${cases} structured cases and ${bytes} bytes in ${Math.round((Date.now() - started) / 1000)} s: ${failures.length} failures`,
  );
  process.exitCode = failures.length > 0 ? 1 : 0;
}

if (process.argv[1]?.endsWith('fuzz.js')) main();
