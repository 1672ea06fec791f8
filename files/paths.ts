import path from 'node:path';
import { t } from '@vscode/l10n';
import { isDynamicPattern } from 'tinyglobby';
import { filesWith, textEndings } from './endings';
import type { Files } from './files';

/** A file to be read. */
export interface InputFile {
  path: string;
  /** True if its path or a glob was given, not only its folder: then it is read whatever it holds. */
  named: boolean;
  /** The folder that was given and that it was found in. */
  folder?: string;
}

/** A path that can't be read, and a one-line reason. */
export interface UnreadablePath {
  path: string;
  reason: string;
}

/** The path that stands for standard input. */
export const standardInput = '-';

/** The files that paths stand for, and the paths that stand for none. */
export interface ExpandedPaths {
  files: InputFile[];
  unreadable: UnreadablePath[];
}

/**
 * The files that paths stand for: a file for itself, a folder for the texts below it (or the files with other `endings`), a
 * glob for what it matches. In the order of the paths, sorted within each, each file once.
 */
export async function expandPaths(
  system: Files,
  paths: readonly string[],
  endings: readonly string[] = textEndings,
): Promise<ExpandedPaths> {
  const files = new Map<string, InputFile>();
  const unreadable: UnreadablePath[] = [];
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
    const state = await system.stat(given);
    if (state?.kind === 'folder') {
      const names = await system.list(given, [filesWith(endings)], { ignoreCase: true, ignore: ['**/node_modules/**'] });
      for (const name of names) add(path.join(given, name), false, given);
    } else if (state) add(given, true);
    else if (isDynamicPattern(given)) {
      const matches = await system.list('.', [given.replaceAll('\\', '/')]);
      if (matches.length === 0) unreadable.push({ path: given, reason: t('nothing matches') });
      for (const file of matches) add(file, true);
    } else unreadable.push({ path: given, reason: t('no such file or folder') });
  }
  return { files: [...files.values()], unreadable };
}
