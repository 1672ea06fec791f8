import { t } from '@vscode/l10n';
import { currentLanguage } from '../../core/language';
import { nodeFiles } from '../../files/node-files';
import { expandPaths } from '../../files/paths';
import { exitStatus } from '../console/exit-status';
import { type BatchOptions, pathsGiven } from '../console/input';
import { writeStdout } from '../console/output';
import { complainUnreadable } from '../console/problems';
import { withProgress } from '../console/progress';
import { jsonFrame } from '../output/json';
import type { FileJob } from '../threads/file-jobs';
import { FilePool, workersFor } from '../threads/file-pool';
import { programFile } from '../threads/program-file';

export const extractFormats = ['json', 'ndjson'] as const;

export interface ExtractOptions extends BatchOptions {
  format: (typeof extractFormats)[number];
}

/** Prints the figures of reports by their public identifiers, in the order of the paths. */
export async function runExtract(paths: string[], options: ExtractOptions): Promise<number> {
  const { encoding, format } = options;
  const { files, unreadable } = await expandPaths(nodeFiles, await pathsGiven(paths, options));
  const jobs = files.map(({ path, named }): FileJob => ({ kind: 'extract', path, named, encoding }));
  const pool = new FilePool(workersFor(files, options.jobs), programFile, currentLanguage());
  const isList = format === 'json';
  let failed = unreadable.length > 0;
  let count = 0;
  for (const { path, reason } of unreadable) await complainUnreadable(path, reason, !isList);
  if (isList) await writeStdout(jsonFrame.head);
  for await (const outcome of withProgress(pool.outcomes(jobs), jobs.length, t('Reading'))) {
    if ('reason' in outcome) {
      failed = true;
      await complainUnreadable(outcome.path, outcome.reason, !isList);
    } else if ('printed' in outcome)
      for (const { piece } of outcome.printed) await writeStdout(isList ? `${count++ > 0 ? ',' : ''}${piece}` : `${piece}\n`);
  }
  await pool.close();
  if (isList) await writeStdout(']}\n');
  return failed ? exitStatus.failed : exitStatus.clean;
}
