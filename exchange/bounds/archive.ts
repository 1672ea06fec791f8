import { t } from '@vscode/l10n';
import { type Unzipped, unzipSync, zipSync } from 'fflate';
import { Unreadable } from '../../core/writing/foreign';

/** What is unpacked of an archive at most, in bytes, and from how many files. */
const mostUnpacked = 64 * 1024 * 1024;
const mostFiles = 2000;

/**
 * The files of a zip archive that are wanted, unpacked. What it claims to hold is counted before anything is unpacked, and
 * nothing is unpacked beyond what it claims. Throws `Unreadable`.
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

/** Files as an archive, not compressed: for a library that wants one. */
export function pack(files: Unzipped): Uint8Array {
  return zipSync(files, { level: 0 });
}

export function damaged(): Unreadable {
  return new Unreadable(t('the file is damaged'));
}
