import path from 'node:path';
import type { Digest } from '../core/library/digest';
import { Library, type Listed } from '../core/library/library';
import type { Renamed } from '../core/library/organs';
import { resolveRollUps } from './below';
import type { Files } from './files';
import type { Projects } from './project';

/** Reports to be compared with each other: by year and organ, and those below each government's. */
export interface Neighbourhood<D extends Listed = Digest> {
  library: Library<D>;
  /** By absolute path. */
  below: ReadonlyMap<string, readonly D[]>;
}

/**
 * Finds by the settings of their folders which reports belong together. `complain` gets the problems of the settings; `read`
 * fetches the reports of a file that is below another and not among those given.
 */
export async function neighbourhoodOf<D extends Listed>(
  system: Files,
  digests: readonly D[],
  projects: Projects,
  complain: (file: string, problem: string) => void,
  read: (file: string) => readonly D[],
): Promise<Neighbourhood<D>> {
  const byFile = new Map<string, D[]>();
  for (const digest of digests) {
    const file = path.resolve(digest.file);
    byFile.set(file, [...(byFile.get(file) ?? []), digest]);
  }
  const found = [...new Set([...byFile.keys()].map((file) => projects.of(path.dirname(file))))];
  const renamed: Renamed = Object.assign({}, ...found.map(({ organs }) => organs));
  const below = new Map<string, readonly D[]>();
  for (const { rollup, folder } of found) {
    if (folder === undefined) continue;
    const resolved = await resolveRollUps(system, rollup, folder);
    for (const problem of resolved.problems) complain(folder, problem);
    for (const [whole, files] of resolved.below) {
      if (!byFile.has(whole)) continue;
      below.set(
        whole,
        files.flatMap((file) => byFile.get(file) ?? read(file)),
      );
    }
  }
  return { library: new Library(digests, renamed), below };
}
