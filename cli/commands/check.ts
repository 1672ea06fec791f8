import path from 'node:path';
import { t } from '@vscode/l10n';
import type { Severities } from '../../core/checks/check';
import { currentLanguage } from '../../core/language';
import type { Listed } from '../../core/library/library';
import type { Encoding } from '../../core/text/decode';
import { eachFileReport } from '../../files/file-reports';
import { type Neighbourhood, neighbourhoodOf } from '../../files/neighbours';
import { nodeFiles } from '../../files/node-files';
import { expandPaths, type InputFile, standardInput } from '../../files/paths';
import { Projects } from '../../files/project';
import packageJson from '../../package.json';
import { exitStatus } from '../console/exit-status';
import { type BatchOptions, pathsGiven } from '../console/input';
import { writeStdout } from '../console/output';
import { type OutputOptions, writeOutput } from '../console/output-file';
import { complain, refuse, unreadableJson } from '../console/problems';
import { withProgress } from '../console/progress';
import { stdoutHasColors } from '../console/terminal';
import { jsonFrame } from '../output/json';
import type { Summary } from '../output/result';
import { sarifLog } from '../output/sarif';
import { type ListRow, rowsAsCsv, rowsAsWorkbook } from '../output/sheet';
import { type OverviewRow, textFoot } from '../output/text';
import type { CheckFormat, FileJob, FileOutcome, OutputPiece, PrintedReport } from '../threads/file-jobs';
import { FilePool, workersFor } from '../threads/file-pool';
import { programFile } from '../threads/program-file';

export interface CheckCommandOptions extends BatchOptions, OutputOptions {
  format: CheckFormat;
  severity: Severities;
}

/**
 * Lists what is wrong in reports. A first pass finds who reports on which year; a second checks each report, compared with
 * its neighbours, and prints in the order of the paths. The command line's severities override those of `nianbao.json`.
 */
export async function runCheck(paths: string[], options: CheckCommandOptions): Promise<number> {
  const { format, output, encoding, severity } = options;
  if (format === 'xlsx' && output === undefined && process.stdout.isTTY) return refuse(t('--format xlsx needs --output'));
  const { files, unreadable } = await expandPaths(nodeFiles, await pathsGiven(paths, options));
  const printer = new Printer(format, output === undefined);
  let failed = false;
  const addUnreadable = async (file: string, reason: string) => {
    failed = true;
    complain(file, reason);
    if (format === 'ndjson') await printer.add([unreadableJson(file, reason)]);
  };
  for (const { path: file, reason } of unreadable) await addUnreadable(file, reason);
  const pool = new FilePool(workersFor(files, options.jobs), programFile, currentLanguage());
  const run = (jobs: readonly FileJob[], what: string) => withProgress(pool.outcomes(jobs), jobs.length, what);

  const projects = new Projects((file, problem) => {
    failed = true;
    complain(file, problem);
  });
  const around = await lookAround(files, projects, (jobs) => run(jobs, t('Looking through')), options);
  const colored = output === undefined && stdoutHasColors();
  const jobs = files.map(
    ({ path: file, named }): FileJob => ({
      kind: 'check',
      path: file,
      named,
      encoding,
      format,
      colored,
      severities: { ...projects.of(settingsFolder(file)).checks, ...severity },
      last: around.listed.get(file)?.map((own) => around.library.lastOf(own, file)) ?? [],
      below: filesOf(around.below.get(path.resolve(file))),
    }),
  );

  const summary: Summary = { files: 0, skipped: 0, errors: 0, warnings: 0, information: 0, hints: 0 };
  const rows: OverviewRow[] = [];
  for await (const outcome of run(jobs, t('Checking'))) {
    if ('reason' in outcome) await addUnreadable(outcome.path, outcome.reason);
    else if ('printed' in outcome) {
      addToSummary(summary, outcome.printed);
      if (format === 'text') for (const { organ, year, counts } of outcome.printed) rows.push({ path: outcome.path, organ, year, counts });
      await printer.add(outcome.printed.map(({ piece }) => piece));
    }
  }
  await pool.close();
  const content = await printer.end(summary, textFoot(rows, summary, colored));
  if (content !== undefined && !writeOutput(content, options)) return exitStatus.failed;
  return failed ? exitStatus.failed : summary.errors > 0 ? exitStatus.errors : exitStatus.clean;
}

/** The folder whose `nianbao.json`, or the nearest one above it, holds for a path. */
function settingsFolder(file: string): string {
  return file === standardInput ? process.cwd() : path.dirname(path.resolve(file));
}

interface Surroundings extends Neighbourhood<Listed> {
  listed: ReadonlyMap<string, readonly Listed[]>;
}

/** Finds who reports on which year, and so which reports are to be compared. */
async function lookAround(
  files: readonly InputFile[],
  projects: Projects,
  run: (jobs: readonly FileJob[]) => AsyncIterable<FileOutcome>,
  { encoding }: CheckCommandOptions,
): Promise<Surroundings> {
  const listed = new Map<string, Listed[]>();
  const jobs = files.map(({ path: file, named }): FileJob => ({ kind: 'identify', path: file, named, encoding }));
  // A single file is compared only with those that its folder's settings name.
  if (files.length > 1) for await (const outcome of run(jobs)) if ('listed' in outcome) listed.set(outcome.path, outcome.listed);
  const all = files.flatMap(({ path: file }) => listed.get(file) ?? [{ file, organ: null, year: null }]);
  const around = await neighbourhoodOf(nodeFiles, all, projects, complain, (file) => listedBelow(file, encoding));
  for (const [first, ...others] of around.library.duplicates())
    for (const { file } of others) complain(file, t('it claims the same organ and year as {0}', first.file));
  return { ...around, listed };
}

/** The reports of a file that is below another one and not among the given paths. */
function listedBelow(file: string, encoding: Encoding): Listed[] {
  try {
    const found = [...eachFileReport(file, encoding, false)];
    if (found.length === 0) complain(file, t('it is no report'));
    return found.map(({ analysis: { report } }) => ({ file, organ: report.identity.organ, year: report.identity.year }));
  } catch (error) {
    complain(file, (error as Error).message);
    return [];
  }
}

/** The files of reports, each once. */
function filesOf(reports: readonly Listed[] | undefined): string[] | undefined {
  return reports && [...new Set(reports.map(({ file }) => file))];
}

function addToSummary(summary: Summary, printed: readonly PrintedReport[]): void {
  if (printed.length === 0) summary.skipped++;
  for (const { counts } of printed) {
    summary.files++;
    summary.errors += counts.error;
    summary.warnings += counts.warning;
    summary.information += counts.information;
    summary.hints += counts.hint;
  }
}

/** Joins the printed pieces of reports in a format; writes them to stdout at once if `streams` is set and the format allows it. */
class Printer {
  private readonly kept: unknown[] = [];
  private count = 0;

  constructor(
    private readonly format: CheckFormat,
    private readonly streams: boolean,
  ) {}

  async add(pieces: readonly OutputPiece[]): Promise<void> {
    for (const piece of pieces) {
      if (typeof piece !== 'string' && this.isList()) this.kept.push(...piece);
      else await this.put(this.line(piece));
      this.count++;
    }
  }

  /** What is still to be written; undefined if everything is on stdout. */
  async end(summary: Summary, foot: readonly string[]): Promise<string | Uint8Array | undefined> {
    switch (this.format) {
      case 'sarif':
        return `${sarifLog(this.kept as object[], packageJson.version)}\n`;
      case 'csv':
        return `${rowsAsCsv(this.kept as ListRow[])}\n`;
      case 'xlsx':
        return await rowsAsWorkbook(this.kept as ListRow[]);
      case 'json':
        await this.put(`${this.count === 0 ? jsonFrame.head : ''}${jsonFrame.foot(summary)}\n`);
        break;
      case 'text':
        await this.put(`${foot.join('\n')}\n`);
    }
    return this.streams ? undefined : this.kept.join('');
  }

  private isList(): boolean {
    return this.format === 'sarif' || this.format === 'csv' || this.format === 'xlsx';
  }

  private line(piece: OutputPiece): string {
    if (typeof piece !== 'string') return piece.map((line) => `${line}\n`).join('');
    return this.format === 'ndjson' ? `${piece}\n` : `${this.count === 0 ? jsonFrame.head : ','}${piece}`;
  }

  private async put(text: string): Promise<void> {
    if (this.streams) await writeStdout(text);
    else this.kept.push(text);
  }
}
