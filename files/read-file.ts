import { readFileSync, statSync } from 'node:fs';
import { t } from '@vscode/l10n';
import { type Decoded, decode, type Encoding } from '../core/text/decode';
import { standardInput } from './paths';

/** Larger files, in bytes, are not read. */
const mostBytes = 256 * 1024 * 1024;

/** The bytes of standard input, which can be read only once. */
let input: Uint8Array | undefined;

/** A file's bytes. Throws an `Error` with a one-line reason if it can't be read. */
export function readBytes(path: string): Uint8Array {
  try {
    if (path !== standardInput && statSync(path).size > mostBytes) throw new Error(t('larger than {0} MB', mostBytes >> 20));
    if (path !== standardInput) return readFileSync(path);
    input ??= readFileSync(0);
    return input;
  } catch (error) {
    throw new Error(reasonOf(error));
  }
}

/** A file's text. Throws as `readBytes` does. */
export function readTextFile(path: string, encoding: Encoding): Decoded {
  return decode(readBytes(path), encoding);
}

/** Why a file could not be read or written, in one line. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  switch (code) {
    case 'ENOENT':
      return t('no such file or folder');
    case 'EACCES':
    case 'EPERM':
      return t('no permission for it');
    case 'EISDIR':
      return t('it is a folder');
    default:
      return message.split('\n')[0];
  }
}
