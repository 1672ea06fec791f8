import path from 'node:path';
import { analyseEach, type PlacedAnalysis } from '../core/analysis/analyse';
import { decode } from '../core/text/decode';
import { textFiles } from './endings';
import type { Files } from './files';

/** Larger texts, in bytes, are left to the command line. */
const mostBytes = 32 * 1024 * 1024;
/** No more files than this are read in a folder. */
const mostFiles = 20_000;

const ignoredFolders = ['**/node_modules/**', '**/.git/**'];

/** What is kept of the reports of a file, and the stamp of the file when they were read. */
interface CachedFile<T> {
  stamp: string;
  values: T[];
}

/**
 * The reports in folders. A file is read again only when it has changed. Of each report only what `digest` makes of it is
 * kept, so that a large workspace does not fill the memory.
 */
export class ReportFiles<T> {
  private readonly cache = new Map<string, CachedFile<T>>();

  constructor(
    private readonly files: Files,
    private readonly digest: (report: PlacedAnalysis, file: string) => T,
  ) {}

  /** What is kept of the reports of each file, by absolute path. Skips files that can't be read; lets other work run in between. */
  async all(folders: readonly string[], cancelled: () => boolean): Promise<Map<string, T[]>> {
    const found = new Map<string, T[]>();
    for (const folder of folders) {
      const names = await this.files.list(folder, [textFiles], { ignoreCase: true, ignore: ignoredFolders });
      for (const name of names.slice(0, mostFiles)) {
        if (cancelled()) return found;
        const file = path.resolve(folder, name);
        const values = await this.one(file).catch(() => []);
        if (values.length > 0) found.set(file, values);
      }
    }
    return found;
  }

  /** The reports of a file as it is on the disk; none if it can't be read. */
  async read(file: string): Promise<PlacedAnalysis[]> {
    return this.load(file).catch(() => []);
  }

  private async one(file: string): Promise<T[]> {
    const state = await this.files.stat(file);
    if (state?.kind !== 'file' || state.size > mostBytes) return [];
    const known = this.cache.get(file);
    if (known?.stamp === state.stamp) return known.values;
    const values = (await this.load(file)).map((report) => this.digest(report, file));
    this.cache.set(file, { stamp: state.stamp, values });
    return values;
  }

  /** The reports of a file. Rejects if it can't be read. */
  private async load(file: string): Promise<PlacedAnalysis[]> {
    return [...analyseEach(decode(await this.files.read(file)).text)].filter(({ analysis }) => analysis.report.isReport);
  }
}
