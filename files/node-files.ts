import { readFile, stat } from 'node:fs/promises';
import { glob } from 'tinyglobby';
import type { Files } from './files';

/** The file system of the machine, by Node. */
export const nodeFiles: Files = {
  async list(folder, globs, { ignoreCase = false, expandFolders = false, ignore = [] } = {}) {
    const options = { cwd: folder, caseSensitiveMatch: !ignoreCase, expandDirectories: expandFolders, ignore: [...ignore] };
    return (await glob([...globs], options)).sort();
  },
  read: (path) => readFile(path),
  async stat(path) {
    try {
      const stats = await stat(path);
      return stats.isDirectory() ? { kind: 'folder' } : { kind: 'file', size: stats.size, stamp: `${stats.size} ${stats.mtimeMs}` };
    } catch (error) {
      if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
      throw error;
    }
  },
};
