import path from 'node:path';
import { t } from '@vscode/l10n';
import { glob } from 'tinyglobby';

/** Which reports add up to which: the path of the government's, relative to its settings file, and globs for those below. */
export type RollUps = Readonly<Record<string, readonly string[]>>;

/** The files of a folder's roll-ups, and what is wrong with them, one line each. */
export interface ResolvedRollUps {
  /** Absolute paths: of a government's report, and of those below it. */
  below: ReadonlyMap<string, readonly string[]>;
  problems: readonly string[];
}

const isText = /\.(?:nianbao|txt|md)$/i;

/** Finds the files that roll-ups speak of. A report below itself, or below two, is a problem, and is left out there. */
export async function resolveRollUps(rollups: RollUps, folder: string): Promise<ResolvedRollUps> {
  const below = new Map<string, string[]>();
  const problems: string[] = [];
  const above = new Map<string, string>();
  for (const [report, patterns] of Object.entries(rollups)) {
    const whole = path.resolve(folder, report);
    // A folder stands for the texts below it.
    const found = await glob([...patterns], { cwd: folder, absolute: true, expandDirectories: true });
    const files = found
      .filter((file) => isText.test(file))
      .map((file) => path.normalize(file))
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

/** Whether going down from some files leads to one. */
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
