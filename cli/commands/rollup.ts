import { t } from '@vscode/l10n';
import { editionForYear, latestEdition } from '../../core/form';
import { digestOf } from '../../core/library/digest';
import { rollUp } from '../../core/library/rollup';
import { tableNames } from '../../core/library/summed';
import { summedLines } from '../../core/writing/markdown';
import { exitStatus } from '../console/exit-status';
import { readPaths } from '../console/input';
import { writeOutput } from '../console/output-file';
import { complain, refuse } from '../console/problems';
import type { NewOptions } from './new';

/**
 * Writes the tables of a government's report from those of the reports below it. What is missing is listed, and not
 * counted as zero; a table that no report has stays blank.
 */
export async function runRollup(paths: string[], options: NewOptions): Promise<number> {
  const { reports, failed } = await readPaths(paths, options);
  const digests = reports.flatMap((found) => (found.analysis.report.isReport ? [digestOf(found, found.path)] : []));
  if (digests.length === 0) return refuse(t('no annual report was found'));
  const year = options.year ?? commonYear(digests.map((digest) => digest.year));
  if (year === undefined) return refuse(t('the reports are on several years; --year says which to sum'));
  const wanted = digests.filter((digest) => digest.year === year);
  if (wanted.length === 0) return refuse(t('there is no report on {0}', year));
  const edition = editionForYear(year) ?? latestEdition;
  const { sums, missing } = rollUp(wanted, edition, year);
  for (const { digest, tables } of missing) complain(digest.file, t('not fully summed: {0}', tableNames(edition, tables)));
  const text = summedLines(edition, year, sums, options.organ).join('\n');
  if (!writeOutput(`${text}\n`, options)) return exitStatus.failed;
  return failed || missing.length > 0 ? exitStatus.failed : exitStatus.clean;
}

/** The one year that the reports are on; undefined where they are on several. */
function commonYear(years: readonly (number | null)[]): number | undefined {
  const [first, ...others] = new Set(years.filter((year) => year !== null));
  return others.length === 0 ? first : undefined;
}
