import { t } from '@vscode/l10n';
import { currentLanguage } from '../../core/language';
import { expandPaths } from '../../files/paths';
import { jsonFrame } from '../output/json';
import type { Job } from '../threads/jobs';
import { Pool, threadsFor } from '../threads/pool';
import { type BatchOptions, exit, namesGiven, progressOf, script, stream, tellUnread } from './reports';

export const extractFormats = ['json', 'ndjson'] as const;

export interface ExtractOptions extends BatchOptions {
  format: (typeof extractFormats)[number];
}

/** Prints the figures of reports by their public identifiers, in the order of the paths, as soon as they are there. */
export async function runExtract(paths: string[], options: ExtractOptions): Promise<number> {
  const { encoding, format } = options;
  const { files, unreadable } = await expandPaths(await namesGiven(paths, options));
  const jobs = files.map(({ path, named }): Job => ({ kind: 'extract', path, named, encoding }));
  const pool = new Pool(threadsFor(files, options.jobs), script, currentLanguage());
  const isList = format === 'json';
  let failed = unreadable.length > 0;
  let count = 0;
  for (const { path, reason } of unreadable) await tellUnread(path, reason, !isList);
  if (isList) await stream(jsonFrame.head);
  for await (const outcome of progressOf(pool.outcomes(jobs), jobs.length, t('Reading'))) {
    if ('reason' in outcome) {
      failed = true;
      await tellUnread(outcome.path, outcome.reason, !isList);
    } else if ('printed' in outcome)
      for (const { piece } of outcome.printed) await stream(isList ? `${count++ > 0 ? ',' : ''}${piece}` : `${piece}\n`);
  }
  await pool.end();
  if (isList) await stream(']}\n');
  return failed ? exit.failed : exit.clean;
}
