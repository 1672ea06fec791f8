import { statSync } from 'node:fs';
import path from 'node:path';
import { t } from '@vscode/l10n';
import { glob, isDynamicPattern } from 'tinyglobby';
import { filesWith, textEndings } from './endings';

/** A file to be read. `named`: named outright, not found in a folder, and so read whatever it holds. */
export interface InputFile {
  path: string;
  named: boolean;
  /** The folder that it was found in. */
  folder?: string;
}

/** A path that can't be read, and why, in one line. */
export interface Unreadable {
  path: string;
  reason: string;
}

/** What stands for standard input. */
export const standardInput = '-';

/** The files below a folder with one of the endings, by their paths within it. */
function filesBelow(folder: string, endings: readonly string[]): Promise<string[]> {
  const options = { cwd: folder, caseSensitiveMatch: false, ignore: ['**/node_modules/**'], expandDirectories: false };
  return glob(filesWith(endings), options);
}

/**
 * The files that paths stand for: a file for itself, a folder for the texts in it (or the files with other `endings`), a
 * glob for what it matches. In the order of the paths, sorted within each, none twice.
 */
export async function expandPaths(
  paths: readonly string[],
  endings: readonly string[] = textEndings,
): Promise<{ files: InputFile[]; unreadable: Unreadable[] }> {
  const files = new Map<string, InputFile>();
  const unreadable: Unreadable[] = [];
  const add = (file: string, named: boolean, folder?: string) => {
    const known = files.get(file);
    if (!known) files.set(file, { path: file, named, folder });
    else if (named) known.named = true;
  };
  for (const given of paths) {
    if (given === standardInput) {
      add(given, true);
      continue;
    }
    const stats = statSync(given, { throwIfNoEntry: false });
    if (stats?.isDirectory()) {
      for (const file of (await filesBelow(given, endings)).sort()) add(path.join(given, file), false, given);
    } else if (stats) add(given, true);
    else if (isDynamicPattern(given)) {
      const found = await glob(given.replaceAll('\\', '/'), { expandDirectories: false });
      if (found.length === 0) unreadable.push({ path: given, reason: t('nothing matches') });
      for (const file of found.sort()) add(file, true);
    } else unreadable.push({ path: given, reason: t('no such file or folder') });
  }
  return { files: [...files.values()], unreadable };
}
