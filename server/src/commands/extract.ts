import { extractJson } from '../output/json';
import { type CommonOptions, exit, print, readAll } from './reports';

/** Prints the figures of reports by their public identifiers. */
export async function runExtract(paths: string[], options: CommonOptions): Promise<number> {
  const { files, failed } = await readAll(paths, options);
  print(extractJson(files));
  return failed ? exit.failed : exit.clean;
}
