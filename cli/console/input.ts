import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { t } from '@vscode/l10n';
import type { Encoding } from '../../core/text/decode';
import { type FileReport, type ReadFile, readFileReports, reportsAmong } from '../../files/file-reports';
import { nodeFiles } from '../../files/node-files';
import { expandPaths, standardInput } from '../../files/paths';
import { complain } from './problems';
import { withProgress } from './progress';

/** The options of commands that read reports. */
export interface ReadOptions {
  encoding: Encoding;
}

/** The options of commands that process many files. */
export interface BatchOptions extends ReadOptions {
  /** A file with one path a line; `-` for standard input. */
  filesFrom?: string;
  /** Number of threads; as many as there are processors without it. */
  jobs?: number;
}

/** The paths of the command line, followed by those that the file of `--files-from` lists. */
export async function pathsGiven(paths: readonly string[], { filesFrom }: BatchOptions): Promise<string[]> {
  if (filesFrom === undefined) return [...paths];
  const lines = createInterface({
    input: filesFrom === standardInput ? process.stdin : createReadStream(filesFrom),
    crlfDelay: Number.POSITIVE_INFINITY,
  });
  const listed: string[] = [];
  for await (const line of lines) if (line.trim() !== '') listed.push(line.trim());
  return [...paths, ...listed];
}

/** The files and reports that were read. `skipped`: how many files hold no report; `failed`: true if a path can't be read. */
export interface ReadReports {
  files: ReadFile[];
  reports: FileReport[];
  skipped: number;
  failed: boolean;
}

/** Reads all reports of paths. Each path that can't be read gets one line on stderr; the others are still read. */
export async function readPaths(paths: readonly string[], { encoding }: ReadOptions): Promise<ReadReports> {
  const { files, unreadable } = await expandPaths(nodeFiles, paths);
  const read: ReadFile[] = [];
  const reports: FileReport[] = [];
  let skipped = 0;
  for await (const file of withProgress(files, files.length, t('Reading')))
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
  for (const { path, reason } of unreadable) complain(path, reason);
  return { files: read, reports, skipped, failed: unreadable.length > 0 };
}
