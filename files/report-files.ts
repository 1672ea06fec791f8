import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { glob } from 'tinyglobby';
import { analyseEach, type PlacedAnalysis } from '../core/analysis/analyse';
import { decode } from '../core/text/decode';
import { textFiles } from './endings';

/** A larger text is left to the command line. */
const mostBytes = 32 * 1024 * 1024;
/** More files than this in a folder are not looked at. */
const mostFiles = 20_000;

/** What is kept of a file, and of which state of it. */
interface Kept<T> {
  stamp: string;
  values: T[];
}

/**
 * The reports in folders, each read once for every state of its file. What is kept of a report is what `digest` makes of
 * it, so that a large workspace does not fill the memory.
 */
export class ReportFiles<T> {
  private readonly kept = new Map<string, Kept<T>>();

  constructor(private readonly digest: (report: PlacedAnalysis, file: string) => T) {}

  /** What is kept of the reports of each file, by path. Files that can't be read are passed over; other work goes on in between. */
  async all(folders: readonly string[], cancelled: () => boolean): Promise<Map<string, T[]>> {
    const found = new Map<string, T[]>();
    for (const cwd of folders) {
      const options = { cwd, absolute: true, caseSensitiveMatch: false, expandDirectories: false };
      const files = await glob(textFiles, { ...options, ignore: ['**/node_modules/**', '**/.git/**'] });
      for (const file of files.sort().slice(0, mostFiles).map(path.normalize)) {
        if (cancelled()) return found;
        const values = await this.one(file).catch(() => []);
        if (values.length > 0) found.set(file, values);
      }
    }
    return found;
  }

  /** The reports of a file as it stands on the disk; none where it can't be read. */
  async read(file: string): Promise<PlacedAnalysis[]> {
    return load(file).catch(() => []);
  }

  private async one(file: string): Promise<T[]> {
    const { size, mtimeMs } = await stat(file);
    if (size > mostBytes) return [];
    const stamp = `${size} ${mtimeMs}`;
    const known = this.kept.get(file);
    if (known?.stamp === stamp) return known.values;
    const values = (await load(file)).map((report) => this.digest(report, file));
    this.kept.set(file, { stamp, values });
    return values;
  }
}

/** The reports of a file. Rejects where it can't be read. */
async function load(file: string): Promise<PlacedAnalysis[]> {
  return [...analyseEach(decode(await readFile(file)).text)].filter(({ analysis }) => analysis.report.isReport);
}
