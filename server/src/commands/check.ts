import path from 'node:path';
import { t } from '@vscode/l10n';
import pc from 'picocolors';
import packageJson from '../../../package.json';
import { check, type Severities } from '../checks/check';
import { Projects } from '../input/project';
import { readText } from '../input/read';
import { type Digest, digestOf } from '../library/digest';
import { neighbourhoodOf } from '../library/neighbours';
import { checkGithub } from '../output/github';
import { checkJson } from '../output/json';
import { type CheckedFile, type Summary, summarise } from '../output/result';
import { checkSarif } from '../output/sarif';
import { checkCsv, checkXlsx } from '../output/sheet';
import { checkText } from '../output/text';
import { readReport } from '../report/bind';
import { type CommonOptions, complain, deliver, exit, folderOf, type OutputOptions, readAll, refuse } from './reports';

export const checkFormats = ['text', 'json', 'sarif', 'github', 'csv', 'xlsx'] as const;

export interface CheckOptions extends CommonOptions, OutputOptions {
  format: (typeof checkFormats)[number];
  severity: Severities;
}

/** Lists what is wrong in reports. The folder's settings hold, and the command line's before them. */
export async function runCheck(paths: string[], options: CheckOptions): Promise<number> {
  const { files, skipped, failed } = await readAll(paths, options);
  let badSettings = false;
  const projects = new Projects((file, problem) => {
    badSettings = true;
    complain(file, problem);
  });
  const { library, below } = await neighbourhoodOf(
    // A single report has nothing to be compared with but those that its folder's settings name.
    files.flatMap(({ path, report }) => (report.isReport ? [digestOf(report, path)] : [])),
    projects,
    (file, problem) => complain(file, problem),
    (file) => digestOfFile(file, options),
  );
  for (const [first, ...others] of library.duplicates())
    for (const { file } of others) complain(file, t('it claims the same organ and year as {0}', first.file));
  const checked = files.map(({ path: file, report }): CheckedFile => {
    const severities = { ...projects.of(folderOf(file)).checks, ...options.severity };
    const neighbours = { last: library.lastOf(report.identity, file), below: below.get(path.resolve(file)) };
    return { path: file, report, findings: check(report, severities, neighbours) };
  });
  const summary = summarise(checked, skipped);
  if (options.format === 'xlsx' && options.output === undefined && process.stdout.isTTY) return refuse(t('--format xlsx needs --output'));
  const content = await formatted(checked, summary, options);
  if (!deliver(typeof content !== 'string' || content === '' ? content : `${content}\n`, options)) return exit.failed;
  return failed || badSettings ? exit.failed : summary.errors > 0 ? exit.errors : exit.clean;
}

async function formatted(
  checked: readonly CheckedFile[],
  summary: Summary,
  { format, output }: CheckOptions,
): Promise<string | Uint8Array> {
  switch (format) {
    case 'json':
      return checkJson(checked, summary);
    case 'sarif':
      return checkSarif(checked, packageJson.version);
    case 'github':
      return checkGithub(checked);
    case 'csv':
      return checkCsv(checked);
    case 'xlsx':
      return await checkXlsx(checked);
    default:
      return checkText(checked, summary, output === undefined && pc.isColorSupported && process.stdout.isTTY === true);
  }
}

/** A report that lies below another and was not asked for. */
function digestOfFile(file: string, { encoding }: CommonOptions): Digest | undefined {
  try {
    const report = readReport(readText(file, encoding).text);
    if (report.isReport) return digestOf(report, file);
    complain(file, t('it is no report'));
  } catch (error) {
    complain(file, (error as Error).message);
  }
  return undefined;
}
