import { existsSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { t } from '@vscode/l10n';
import { reasonOf } from './read-file';

/**
 * Writes a file whole or not at all: a temporary file beside it takes its place. Throws an `Error` with a one-line reason,
 * also if the file exists and `overwrite` is not set.
 */
export function writeFileWhole(path: string, bytes: Uint8Array | string, overwrite: boolean): void {
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
