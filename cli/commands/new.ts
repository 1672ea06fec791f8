import { createInterface } from 'node:readline/promises';
import { t } from '@vscode/l10n';
import { editions } from '../../core/form';
import type { Report } from '../../core/report/report';
import { newReport } from '../../core/writing/renewal';
import { type CommonOptions, complain, deliver, exit, isAttended, type OutputOptions, readAll, refuse } from './reports';

export interface NewOptions extends CommonOptions, OutputOptions {
  organ?: string;
  year?: number;
}

/**
 * Prints a report that is still to be written, or puts it into a file. `last`: the path of last year's report, which says
 * organ and year where the options don't. What nobody says is asked for on a terminal.
 */
export async function runNew(last: string | undefined, options: NewOptions): Promise<number> {
  let before: Report | undefined;
  if (last !== undefined) {
    const { reports, failed } = await readAll([last], options);
    if (failed) return exit.failed;
    if (reports.length !== 1) return refuse(t('{0}: one report is needed, and {1} were found', last, reports.length));
    before = reports[0].analysis.report;
    if (!before.isReport) {
      complain(last, t('it is no report'));
      return exit.failed;
    }
  }
  const { organ: lastOrgan, year: lastYear } = before?.identity ?? { organ: null, year: null };
  const organ = options.organ ?? lastOrgan ?? (await ask(t('Name of the organ: ')));
  const year = options.year ?? (lastYear ? lastYear + 1 : Number(await ask(t('Year reported on: '))));
  const first = editions[0].edition.years[0];
  if (!organ || !Number.isInteger(year)) return refuse(t('give --organ and --year, or the path of last year’s report'));
  if (year < first || year > 2100) return refuse(t('there is no form for a report on {0}; the first is for {1}', year, first));
  const text = `${newReport({ organ, year, last: before }).join('\n')}\n`;
  return deliver(text, options) ? exit.clean : exit.failed;
}

async function ask(question: string): Promise<string | undefined> {
  if (!isAttended()) return undefined;
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await terminal.question(question);
  terminal.close();
  return answer.trim() || undefined;
}
