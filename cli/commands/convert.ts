import { mkdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { t } from '@vscode/l10n';
import { analyseEach } from '../../core/analysis/analyse';
import { check } from '../../core/checks/check';
import { currentLanguage } from '../../core/language';
import { ConversionPool } from '../../exchange/conversion-pool';
import { foreignEndings, isTextFormat, type TargetFormat, targetFormatOf, targetFormats } from '../../exchange/formats';
import { readByOthers } from '../../exchange/other-programs';
import { inOrder } from '../../exchange/threads/in-order';
import { textEndings } from '../../files/endings';
import { nodeFiles } from '../../files/node-files';
import { expandPaths, standardInput } from '../../files/paths';
import { readBytes } from '../../files/read-file';
import { writeFileWhole } from '../../files/write-file';
import { exitStatus } from '../console/exit-status';
import { type BatchOptions, pathsGiven } from '../console/input';
import { writeStdout } from '../console/output';
import { complain, complainUnreadable, refuse } from '../console/problems';
import { withProgress } from '../console/progress';
import { canPrompt, prompt } from '../console/terminal';
import { programFile } from '../threads/program-file';

export const convertFormats = ['text', 'ndjson'] as const;

export interface ConvertOptions extends BatchOptions {
  /** The folder for the files that are made. */
  out?: string;
  to?: TargetFormat;
  force?: boolean;
  /** `ndjson`: one line of JSON a file on standard output, with what was made of it and what was left out. */
  format: (typeof convertFormats)[number];
}

/** A file to be converted, and what it becomes. */
interface Conversion {
  from: string;
  /** The file to write; `-` for stdout; undefined if the result becomes part of a line of JSON. */
  to: string | undefined;
  target: TargetFormat;
}

/** Converts reports: `IN OUT`, or any number of files into the folder `--out`; without one, as lines of JSON. */
export async function runConvert(given: string[], options: ConvertOptions): Promise<number> {
  const isList = options.format === 'ndjson';
  const paths = await pathsGiven(given, options);
  const planned =
    options.out !== undefined || isList ? await planMany(paths, options.out, options.to ?? 'nianbao', isList) : planOne(paths, options.to);
  if (typeof planned === 'string') return refuse(planned);
  const { conversions } = planned;
  let { failed } = planned;
  const threads = threadsFor(conversions.length, options);
  const pool = new ConversionPool(new URL('./exchange.js', programFile), currentLanguage(), undefined, threads);
  const made = inOrder(conversions, threads, async (conversion) => ({ conversion, result: await attempt(conversion, options, pool) }));
  try {
    for await (const { conversion, result } of withProgress(made, conversions.length, t('Converting'))) {
      const { from, to } = conversion;
      if ('error' in result) failed = true;
      if (isList) await writeStdout(`${JSON.stringify({ path: from, ...(to === undefined ? {} : { output: to }), ...result })}\n`);
      if ('error' in result) complain(result.path ?? from, result.error);
      else if (!isList) for (const note of result.notes) complain(from, note);
    }
  } finally {
    await pool.close();
  }
  return failed ? exitStatus.failed : exitStatus.clean;
}

/** How many threads to start; one if the command may ask questions, so that it asks them one at a time. */
function threadsFor(files: number, { jobs = availableParallelism(), force }: ConvertOptions): number {
  return !force && canPrompt() ? 1 : Math.max(1, Math.min(jobs, files));
}

/** The result of a conversion. If no file is written, it holds the text, or the file in Base64. */
type ConversionOutcome = { notes: string[]; text?: string; base64?: string } | { error: string; path?: string };

async function attempt(conversion: Conversion, options: ConvertOptions, pool: ConversionPool): Promise<ConversionOutcome> {
  try {
    return await convert(conversion, options, pool);
  } catch (error) {
    const { message, path: place } = error as Error & { path?: string };
    return { error: message.split('\n')[0], ...(place === undefined ? {} : { path: place }) };
  }
}

function planOne(given: readonly string[], to: TargetFormat | undefined): { conversions: Conversion[]; failed: boolean } | string {
  if (given.length !== 2) return t('convert takes IN and OUT, or --out FOLDER for any number of files');
  const [from, name] = given;
  const target = to ?? (name === standardInput ? 'nianbao' : targetFormatOf(name));
  if (!target) return t('{0}: a report can be written as {1}', name, targetFormats.map((each) => `.${each}`).join(t(', ')));
  return { conversions: [{ from, to: name, target }], failed: false };
}

/** Every file gets its own name in the output folder; files from subfolders stay in these. */
async function planMany(given: readonly string[], out: string | undefined, target: TargetFormat, isList: boolean) {
  const { files, unreadable } = await expandPaths(nodeFiles, given, isTextFormat(target) ? foreignEndings : textEndings);
  for (const { path: file, reason } of unreadable) await complainUnreadable(file, reason, isList);
  const taken = new Map<string, string>();
  let failed = unreadable.length > 0;
  const conversions = files.flatMap(({ path: from, folder }): Conversion[] => {
    if (out === undefined) return [{ from, to: undefined, target }];
    const inside = folder === undefined ? path.basename(from) : path.relative(folder, from);
    const to = path.join(out, `${inside.replace(/\.[^./\\]*$/, '')}.${target}`);
    const other = taken.get(to);
    if (other !== undefined) {
      complain(from, t('{0} is already made from {1}', to, other));
      failed = true;
      return [];
    }
    taken.set(to, from);
    return [{ from, to, target }];
  });
  return { conversions, failed };
}

/** Converts one file. Throws an `Error` with a one-line reason. */
async function convert(
  { from, to, target }: Conversion,
  { encoding, force = false }: ConvertOptions,
  pool: ConversionPool,
): Promise<Exclude<ConversionOutcome, { error: string }>> {
  const original = readBytes(from);
  const name = from === standardInput ? '' : path.basename(from);
  const readable = await readByOthers(name, original);
  const draft = await pool.bringIn(readable?.name ?? name, readable?.bytes ?? original, encoding);
  const notes = [...(readable ? [t('read by way of {0}', readable.by)] : []), ...draft.notes];
  const errors = isTextFormat(target)
    ? 0
    : [...analyseEach(draft.text)].flatMap(({ analysis }) => check(analysis).filter(({ severity }) => severity === 'error')).length;
  if (errors > 0) {
    if (!force && to !== undefined && canPrompt() && !(await confirmsWriting(from, errors))) return { notes: [...notes, t('not written')] };
    notes.push(t('{0} errors are in it; nianbao check lists them', errors));
  }
  const made = isTextFormat(target) ? new TextEncoder().encode(draft.text) : await pool.sendOut(draft.text, target);
  if (to === undefined) return isTextFormat(target) ? { notes, text: draft.text } : { notes, base64: Buffer.from(made).toString('base64') };
  if (to === standardInput) process.stdout.write(made);
  else {
    try {
      mkdirSync(path.dirname(to), { recursive: true });
      writeFileWhole(to, made, force);
    } catch (error) {
      throw Object.assign(error as Error, { path: to });
    }
  }
  return { notes };
}

async function confirmsWriting(from: string, errors: number): Promise<boolean> {
  const answer = await prompt(`${t('{0} has {1} errors. Write it anyway? (y/N)', path.basename(from), errors)} `);
  return answer !== undefined && /^(?:y|yes|是)$/i.test(answer);
}
