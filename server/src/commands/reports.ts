import path from 'node:path';
import { t } from '@vscode/l10n';
import type { Decoded, Encoding } from '../input/decode';
import { expandPaths, standardInput } from '../input/paths';
import { readText } from '../input/read';
import { writeWhole } from '../output/write';
import { readReport } from '../report/bind';
import type { Report } from '../report/report';

/** Exit statuses: no errors; errors found; could not run, or a path that can't be read. */
export const exit = { clean: 0, errors: 1, failed: 2 } as const;

export interface CommonOptions {
  encoding: Encoding;
}

export interface ReadFile {
  path: string;
  report: Report;
  decoded: Decoded;
}

/** Reads all paths; complains of those that it can't read in one line each, and goes on with the others. */
export async function readAll(
  paths: readonly string[],
  { encoding }: CommonOptions,
): Promise<{ files: ReadFile[]; skipped: number; failed: boolean }> {
  const { files, unreadable } = await expandPaths(paths);
  const read: ReadFile[] = [];
  let skipped = 0;
  const progress = process.stderr.isTTY && files.length > 20;
  files.forEach((file, index) => {
    if (progress) process.stderr.write(`\r${index + 1}/${files.length}`);
    try {
      const decoded = readText(file.path, encoding);
      const report = readReport(decoded.text);
      if (file.named || report.isReport) read.push({ path: file.path, report, decoded });
      else skipped++;
    } catch (error) {
      unreadable.push({ path: file.path, reason: (error as Error).message });
    }
  });
  if (progress) process.stderr.write('\r\u001b[K');
  for (const { path: file, reason } of unreadable) complain(file, reason);
  return { files: read, skipped, failed: unreadable.length > 0 };
}

/** One line on standard error about a path. */
export function complain(file: string, reason: string): void {
  process.stderr.write(`nianbao: ${file === standardInput ? t('standard input') : file}: ${reason}\n`);
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
