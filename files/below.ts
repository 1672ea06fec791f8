import path from 'node:path';
import { t } from '@vscode/l10n';
import type { Files } from './files';

/** Which reports add up to which: the path of a government's report, relative to its settings file, and globs of those below it. */
export type RollUps = Readonly<Record<string, readonly string[]>>;

/** The files of a folder's roll-ups; problems are one line each. */
export interface ResolvedRollUps {
  /** By absolute path of a government's report, the absolute paths of those below it. */
  below: ReadonlyMap<string, readonly string[]>;
  problems: readonly string[];
}

const textFile = /\.(?:nianbao|txt|md)$/i;

/** Finds the files of roll-ups. A report below itself, or below two others, is a problem, and is left out there. */
export async function resolveRollUps(system: Files, rollups: RollUps, folder: string): Promise<ResolvedRollUps> {
  const below = new Map<string, string[]>();
  const problems: string[] = [];
  const above = new Map<string, string>();
  for (const [report, patterns] of Object.entries(rollups)) {
    const whole = path.resolve(folder, report);
    const found = await system.list(folder, patterns, { expandFolders: true });
    const files = found
      .filter((file) => textFile.test(file))
      .map((file) => path.resolve(folder, file))
      .sort();
    if (files.length === 0) problems.push(t('nothing lies below “{0}”', report));
    const taken = files.filter((file) => {
      if (file === whole) {
        problems.push(t('“{0}” lies below itself', report));
        return false;
      }
      const other = above.get(file);
      if (other !== undefined) problems.push(t('“{0}” lies below two: “{1}” and “{2}”', path.relative(folder, file), other, report));
      else above.set(file, report);
      return other === undefined;
    });
    below.set(whole, taken);
  }
  for (const [whole, files] of below) {
    const cycle = reaches(below, files, whole);
    if (!cycle) continue;
    problems.push(t('“{0}” lies below itself', path.relative(folder, whole)));
    below.set(whole, []);
  }
  return { below, problems };
}

/** True if a path leads down from some files to one. */
function reaches(below: ReadonlyMap<string, readonly string[]>, from: readonly string[], to: string): boolean {
  const seen = new Set<string>();
  const open = [...from];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (file === to) return true;
    if (seen.has(file)) continue;
    seen.add(file);
    open.push(...(below.get(file) ?? []));
  }
  return false;
}
