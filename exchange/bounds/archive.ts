import { t } from '@vscode/l10n';
import { type Unzipped, unzipSync, zipSync } from 'fflate';
import { Unreadable } from '../../core/writing/foreign';

/** Limits of an archive: bytes after unpacking, and number of files. */
const mostUnpacked = 64 * 1024 * 1024;
const mostFiles = 2000;

/**
 * Unpacks the wanted files of a zip archive. The sizes that it states are added up before anything is unpacked, and no file
 * is unpacked beyond its stated size. Throws an `Unreadable`.
 */
export function unpack(bytes: Uint8Array, wanted: (name: string) => boolean): Unzipped {
  let total = 0;
  let files = 0;
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (++files > mostFiles) throw new Unreadable(t('it is packed from more than {0} files', mostFiles));
        if (!wanted(name)) return false;
        total += originalSize;
        if (total > mostUnpacked) throw new Unreadable(t('it unpacks to more than {0} MB', mostUnpacked >> 20));
        return true;
      },
    });
  } catch (error) {
    throw error instanceof Unreadable ? error : damaged();
  }
}

/** Packs files into an archive without compression, for a library that reads only archives. */
export function pack(files: Unzipped): Uint8Array {
  return zipSync(files, { level: 0 });
}

export function damaged(): Unreadable {
  return new Unreadable(t('the file is damaged'));
}
