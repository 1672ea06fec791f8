import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { t } from '@vscode/l10n';
import type { Encoding } from '../../core/text/decode';
import { type FoundReport, type ReadFile, readFileReports, reportsAmong } from '../../files/file-reports';
import { expandPaths, standardInput } from '../../files/paths';
import { writeWhole } from '../../files/write-file';

/** Exit statuses: no errors; errors found; could not run, or a path that can't be read. */
export const exit = { clean: 0, errors: 1, failed: 2 } as const;

export interface CommonOptions {
  encoding: Encoding;
}

/** What commands are told that work through many files. */
export interface BatchOptions extends CommonOptions {
  /** A file with one path a line; `-` for standard input. */
  filesFrom?: string;
  /** Threads; as many as there are processors without it. */
  jobs?: number;
}

/** This program, to be started as a thread. */
export const script = new URL(import.meta.url);

/** Whether somebody sits at a terminal and can be asked. */
export function isAttended(): boolean {
  return process.stdin.isTTY === true && process.stderr.isTTY === true;
}

/** The paths given, and those that a file names. */
export async function namesGiven(paths: readonly string[], { filesFrom }: BatchOptions): Promise<string[]> {
  if (filesFrom === undefined) return [...paths];
  const lines = createInterface({
    input: filesFrom === standardInput ? process.stdin : createReadStream(filesFrom),
    crlfDelay: Number.POSITIVE_INFINITY,
  });
  const named: string[] = [];
  for await (const line of lines) if (line.trim() !== '') named.push(line.trim());
  return [...paths, ...named];
}

/** Files from which on progress is shown, and milliseconds between two states of it. */
const mostSilent = 20;
const pace = 100;

/** Passes on what comes, and shows on a terminal how far it is. */
export async function* progressOf<T>(source: AsyncIterable<T> | Iterable<T>, total: number, what: string): AsyncGenerator<T> {
  const shown = process.stderr.isTTY && total > mostSilent;
  let done = 0;
  let last = 0;
  for await (const item of source) {
    done++;
    if (shown && Date.now() - last >= pace) {
      last = Date.now();
      process.stderr.write(`\r\u001b[K${what} ${done}/${total}`);
    }
    yield item;
  }
  if (shown) process.stderr.write('\r\u001b[K');
}

/** Reads all paths; complains of those that it can't read in one line each, and goes on with the others. */
export async function readAll(
  paths: readonly string[],
  { encoding }: CommonOptions,
): Promise<{ files: ReadFile[]; reports: FoundReport[]; skipped: number; failed: boolean }> {
  const { files, unreadable } = await expandPaths(paths);
  const read: ReadFile[] = [];
  const reports: FoundReport[] = [];
  let skipped = 0;
  for await (const file of progressOf(files, files.length, t('Reading')))
    try {
      const own = readFileReports(file.path, encoding);
      const found = [...reportsAmong(file.path, own.parts, file.named)];
      if (found.length === 0) skipped++;
      else {
        read.push(own);
        reports.push(...found);
      }
    } catch (error) {
      unreadable.push({ path: file.path, reason: (error as Error).message });
    }
  for (const { path: file, reason } of unreadable) complain(file, reason);
  return { files: read, reports, skipped, failed: unreadable.length > 0 };
}

/** One line on standard error about a path. */
export function complain(file: string, reason: string): void {
  process.stderr.write(`nianbao: ${file === standardInput ? t('standard input') : file}: ${reason}\n`);
}

/** What a line of JSON says of a file that can't be read. */
export function unreadJson(path: string, reason: string): string {
  return JSON.stringify({ path, error: reason });
}

/** Complains of a path; where lines of JSON are printed, in one of these as well. */
export async function tellUnread(path: string, reason: string, inLines: boolean): Promise<void> {
  complain(path, reason);
  if (inLines) await stream(`${unreadJson(path, reason)}\n`);
}

/** One line on standard error about the use of the command. */
export function refuse(reason: string): typeof exit.failed {
  process.stderr.write(`nianbao: ${reason}\n`);
  return exit.failed;
}

export interface OutputOptions {
  output?: string;
  force?: boolean;
}

/** Puts what a command makes into the file of `--output`, or on standard output. Complains where it can't, and says whether it could. */
export function deliver(content: string | Uint8Array, { output, force = false }: OutputOptions): boolean {
  if (output === undefined) {
    process.stdout.write(content);
    return true;
  }
  try {
    writeWhole(output, content, force);
    return true;
  } catch (error) {
    complain(output, (error as Error).message);
    return false;
  }
}

export function print(text: string): void {
  if (text !== '') process.stdout.write(`${text}\n`);
}

/** The folder whose settings hold for a path. */
export function folderOf(file: string): string {
  return file === standardInput ? process.cwd() : path.dirname(path.resolve(file));
}

/** Writes to standard output, and waits where the reader is slower. */
export async function stream(text: string): Promise<void> {
  if (text !== '' && !process.stdout.write(text)) await once(process.stdout, 'drain');
}
