import { t } from '@vscode/l10n';
import { applyEdits } from '../../core/text/edit';
import { canonicalEdits } from '../../core/writing/canonical';
import type { ReadFile } from '../../files/file-reports';
import { standardInput } from '../../files/paths';
import { readBytes } from '../../files/read-file';
import { writeFileWhole } from '../../files/write-file';
import { exitStatus } from '../console/exit-status';
import { type ReadOptions, readPaths } from '../console/input';
import { complain } from '../console/problems';

export interface FormatOptions extends ReadOptions {
  write?: boolean;
}

/** Gives the tables of reports the canonical shape: on standard output, or in place with `--write`. */
export async function runFormat(paths: string[], options: FormatOptions): Promise<number> {
  const { files, failed } = await readPaths(paths, options);
  let unwritten = false;
  for (const file of files) {
    const text = file.parts.map(({ analysis: { document, report } }) => applyEdits(document.text, canonicalEdits(report))).join('');
    if (!options.write) process.stdout.write(text);
    else if (text !== file.decoded.text)
      try {
        await rewrite(file, text);
      } catch (error) {
        unwritten = true;
        complain(file.path, (error as Error).message);
      }
  }
  return failed || unwritten ? exitStatus.failed : exitStatus.clean;
}

/** Writes a text back to its file in the file's encoding. Throws if that would lose bytes that could not be decoded. */
async function rewrite({ path, decoded }: ReadFile, text: string): Promise<void> {
  const { encode } = await import('../../files/encode');
  if (path === standardInput) throw new Error(t('--write needs a file'));
  if (!Buffer.from(encode(decoded)).equals(readBytes(path)))
    throw new Error(t('it holds bytes that are no text in {0}; it is left as it is', decoded.encoding));
  writeFileWhole(path, encode({ ...decoded, text }), true);
}
