import { t } from '@vscode/l10n';
import { editions } from '../../core/form';
import type { Report } from '../../core/report/report';
import { newReport } from '../../core/writing/renewal';
import { exitStatus } from '../console/exit-status';
import { type ReadOptions, readPaths } from '../console/input';
import { type OutputOptions, writeOutput } from '../console/output-file';
import { complain, refuse } from '../console/problems';
import { prompt } from '../console/terminal';

export interface NewOptions extends ReadOptions, OutputOptions {
  organ?: string;
  year?: number;
}

/**
 * Prints a report that is still to be filled in, or writes it to a file. `last`: the path of last year's report, which gives
 * organ and year where the options don't. On a terminal the command asks for what is still unknown.
 */
export async function runNew(last: string | undefined, options: NewOptions): Promise<number> {
  let before: Report | undefined;
  if (last !== undefined) {
    const { reports, failed } = await readPaths([last], options);
    if (failed) return exitStatus.failed;
    if (reports.length !== 1) return refuse(t('{0}: one report is needed, and {1} were found', last, reports.length));
    before = reports[0].analysis.report;
    if (!before.isReport) {
      complain(last, t('it is no report'));
      return exitStatus.failed;
    }
  }
  const { organ: lastOrgan, year: lastYear } = before?.identity ?? { organ: null, year: null };
  const organ = options.organ ?? lastOrgan ?? (await prompt(t('Name of the organ: ')));
  const year = options.year ?? (lastYear ? lastYear + 1 : Number(await prompt(t('Year reported on: '))));
  const first = editions[0].edition.years[0];
  if (!organ || !Number.isInteger(year)) return refuse(t('give --organ and --year, or the path of last year’s report'));
  if (year < first || year > 2100) return refuse(t('there is no form for a report on {0}; the first is for {1}', year, first));
  const text = `${newReport({ organ, year, last: before }).join('\n')}\n`;
  return writeOutput(text, options) ? exitStatus.clean : exitStatus.failed;
}
