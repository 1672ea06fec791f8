import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { t } from '@vscode/l10n';
import { glob } from 'tinyglobby';
import { check } from '../checks/check';
import { foreignEndings, isText, type Target, targetOf, targets } from '../exchange/formats';
import { readByOthers } from '../exchange/other-programs';
import { Exchange } from '../exchange/thread';
import { expandPaths, standardInput, textEndings } from '../input/paths';
import { readBytes } from '../input/read';
import { currentLanguage } from '../language';
import { writeWhole } from '../output/write';
import { readReport } from '../report/bind';
import { type CommonOptions, complain, exit, refuse } from './reports';

export interface ConvertOptions extends CommonOptions {
  /** The folder for what is made of several files. */
  out?: string;
  to?: Target;
  force?: boolean;
}

/** What is to be made of what. */
interface Conversion {
  from: string;
  /** `-` for standard output. */
  to: string;
  target: Target;
}

/** Converts reports: `IN OUT`, or any number of files into the folder `--out`. */
export async function runConvert(given: string[], options: ConvertOptions): Promise<number> {
  const planned = options.out === undefined ? planOne(given, options.to) : await planMany(given, options.out, options.to ?? 'nianbao');
  if (typeof planned === 'string') return refuse(planned);
  const { conversions } = planned;
  let { failed } = planned;
  const exchange = new Exchange(new URL('./exchange.js', import.meta.url), currentLanguage());
  const progress = process.stderr.isTTY && conversions.length > 1;
  try {
    for (const [index, conversion] of conversions.entries()) {
      if (progress) process.stderr.write(`\r\u001b[K${index + 1}/${conversions.length} ${path.basename(conversion.from)}`);
      try {
        for (const note of await convert(conversion, options, exchange)) {
          if (progress) process.stderr.write('\r\u001b[K');
          complain(conversion.from, note);
        }
      } catch (error) {
        if (progress) process.stderr.write('\r\u001b[K');
        complain((error as Error & { path?: string }).path ?? conversion.from, (error as Error).message.split('\n')[0]);
        failed = true;
      }
    }
  } finally {
    if (progress) process.stderr.write('\r\u001b[K');
    await exchange.close();
  }
  return failed ? exit.failed : exit.clean;
}

function planOne(given: readonly string[], to: Target | undefined): { conversions: Conversion[]; failed: boolean } | string {
  if (given.length !== 2) return t('convert takes IN and OUT, or --out FOLDER for any number of files');
  const [from, name] = given;
  const target = to ?? (name === standardInput ? 'nianbao' : targetOf(name));
  if (!target) return t('{0}: a report can be written as {1}', name, targets.map((each) => `.${each}`).join(t(', ')));
  return { conversions: [{ from, to: name, target }], failed: false };
}

/** Every file by its own name in the folder; what stood in folders of a folder stays in these. */
async function planMany(given: readonly string[], out: string, target: Target) {
  const endings = isText(target) ? foreignEndings : textEndings;
  const { files, unreadable } = await expandPaths(given, (folder) =>
    glob(`**/*.{${endings.join(',')}}`, {
      cwd: folder,
      caseSensitiveMatch: false,
      ignore: ['**/node_modules/**'],
      expandDirectories: false,
    }),
  );
  for (const { path: file, reason } of unreadable) complain(file, reason);
  const taken = new Map<string, string>();
  let failed = unreadable.length > 0;
  const conversions = files.flatMap(({ path: from, folder }) => {
    const inside = folder === undefined ? path.basename(from) : path.relative(folder, from);
    const to = path.join(out, `${inside.replace(/\.[^./\\]*$/, '')}.${target}`);
    const other = taken.get(to);
    if (other !== undefined) {
      complain(from, t('{0} is made of {1} already', to, other));
      failed = true;
      return [];
    }
    taken.set(to, from);
    return [{ from, to, target }];
  });
  return { conversions, failed };
}

/** Makes one file of another; what was left out or guessed, one line each. Throws an `Error` with a reason of one line. */
async function convert(
  { from, to, target }: Conversion,
  { encoding, force = false }: ConvertOptions,
  exchange: Exchange,
): Promise<string[]> {
  const original = readBytes(from);
  const name = from === standardInput ? '' : path.basename(from);
  const readable = await readByOthers(name, original);
  const draft = await exchange.bringIn(readable?.name ?? name, readable?.bytes ?? original, encoding);
  const notes = [...(readable ? [t('read by way of {0}', readable.by)] : []), ...draft.notes];
  const errors = isText(target) ? 0 : check(readReport(draft.text)).filter(({ severity }) => severity === 'error').length;
  if (errors > 0) {
    if (!force && process.stdin.isTTY && process.stderr.isTTY && !(await confirmed(from, errors))) return [...notes, t('not written')];
    notes.push(t('{0} errors are in it; nianbao check lists them', errors));
  }
  const made = isText(target) ? new TextEncoder().encode(draft.text) : await exchange.sendOut(draft.text, target);
  if (to === standardInput) process.stdout.write(made);
  else {
    try {
      mkdirSync(path.dirname(to), { recursive: true });
      writeWhole(to, made, force);
    } catch (error) {
      throw Object.assign(error as Error, { path: to });
    }
  }
  return notes;
}

async function confirmed(from: string, errors: number): Promise<boolean> {
  const questions = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await questions.question(`${t('{0} has {1} errors. Write it all the same? (y/N)', path.basename(from), errors)} `);
  questions.close();
  return /^(?:y|yes|是)$/i.test(answer.trim());
}
