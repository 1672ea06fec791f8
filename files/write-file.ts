import { existsSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { t } from '@vscode/l10n';
import { reasonOf } from './read-file';

/**
 * Writes a file whole or not at all: beside its place first, then into it. Throws an `Error` with a reason of one line;
 * for a file that is there already unless `overwrite` is set.
 */
export function writeWhole(path: string, bytes: Uint8Array | string, overwrite: boolean): void {
  if (!overwrite && existsSync(path)) throw new Error(t('it exists already; --force overwrites it'));
  const beside = `${path}.${process.pid}.tmp`;
  try {
    const mode = statSync(path, { throwIfNoEntry: false })?.mode;
    writeFileSync(beside, bytes, { flag: 'wx', ...(mode === undefined ? {} : { mode }) });
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw new Error(reasonOf(error));
  }
}
