import { readFileSync } from 'node:fs';
import path from 'node:path';
import { t } from '@vscode/l10n';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import pc from 'picocolors';
import packageJson from '../../package.json';
import { check, type Severities } from './checks/check';
import { checks } from './checks/index';
import { type Encoding, encodings } from './input/decode';
import { expandPaths, standardInput, type Unreadable } from './input/paths';
import { readText } from './input/read';
import { type Language, languageOf, setLanguage } from './language';
import { checkGithub } from './output/github';
import { checkJson, extractJson } from './output/json';
import { type CheckedFile, summarise } from './output/result';
import { checkSarif } from './output/sarif';
import { checkText } from './output/text';
import { readReport } from './report/bind';
import type { Report } from './report/report';

/** Exit statuses: no errors; errors found; could not run, or a path that can't be read. */
const exit = { clean: 0, errors: 1, failed: 2 } as const;

const levels = ['error', 'warning', 'information', 'hint', 'off'] as const;

interface ReadFile {
  path: string;
  report: Report;
}

interface CommonOptions {
  encoding: Encoding;
}

/** Reads all paths; complains of those that it can't read in one line each, and goes on with the others. */
async function readAll(
  paths: readonly string[],
  { encoding }: CommonOptions,
): Promise<{ files: ReadFile[]; skipped: number; failed: boolean }> {
  const { files, unreadable } = await expandPaths(paths);
  const read: ReadFile[] = [];
  let skipped = 0;
  const progress = process.stderr.isTTY && files.length > 20;
  files.forEach((file, index) => {
    if (progress) process.stderr.write(`\r${index + 1}/${files.length}`);
    try {
      const report = readReport(readText(file.path, encoding));
      if (file.named || report.isReport) read.push({ path: file.path, report });
      else skipped++;
    } catch (error) {
      unreadable.push({ path: file.path, reason: (error as Error).message });
    }
  });
  if (progress) process.stderr.write('\r\u001b[K');
  unreadable.forEach(complain);
  return { files: read, skipped, failed: unreadable.length > 0 };
}

function complain({ path: file, reason }: Unreadable): void {
  process.stderr.write(`nianbao: ${file === standardInput ? t('standard input') : file}: ${reason}\n`);
}

function print(text: string): void {
  if (text !== '') process.stdout.write(`${text}\n`);
}

async function runCheck(paths: string[], options: CommonOptions & { format: string; severity: Severities }): Promise<number> {
  const { files, skipped, failed } = await readAll(paths, options);
  const checked: CheckedFile[] = files.map(({ path: file, report }) => ({ path: file, report, findings: check(report, options.severity) }));
  const summary = summarise(checked, skipped);
  switch (options.format) {
    case 'json':
      print(checkJson(checked, summary));
      break;
    case 'sarif':
      print(checkSarif(checked, packageJson.version));
      break;
    case 'github':
      print(checkGithub(checked));
      break;
    default:
      print(checkText(checked, summary, pc.isColorSupported && process.stdout.isTTY === true));
  }
  return failed ? exit.failed : summary.errors > 0 ? exit.errors : exit.clean;
}

async function runExtract(paths: string[], options: CommonOptions): Promise<number> {
  const { files, failed } = await readAll(paths, options);
  print(extractJson(files));
  return failed ? exit.failed : exit.clean;
}

/** The page of a check, or the list of all checks. */
function runExplain(code: string | undefined): number {
  if (code === undefined) {
    print(checks.map((known) => known.code).join('\n'));
    return exit.clean;
  }
  if (!checks.some((known) => known.code === code)) {
    process.stderr.write(`nianbao: ${t('There is no check “{0}”. `nianbao explain` lists them.', code)}\n`);
    return exit.failed;
  }
  print(readFileSync(path.join(__dirname, '..', 'docs', 'checks', `${code}.md`), 'utf8').trimEnd());
  return exit.clean;
}

function addSeverity(setting: string, known: Severities): Severities {
  const [code, level] = setting.split('=');
  if (!checks.some((candidate) => candidate.code === code) || !levels.includes(level as (typeof levels)[number]))
    throw new InvalidArgumentError(t('it takes CODE=LEVEL, with LEVEL one of {0}.', levels.join(', ')));
  return { ...known, [code]: level as (typeof levels)[number] };
}

function program(finish: (status: number) => void): Command {
  const main = new Command('nianbao')
    .description(t('Checks annual reports on government information disclosure (政府信息公开工作年度报告).'))
    .version(packageJson.version)
    .exitOverride()
    .configureHelp({ showGlobalOptions: true })
    .addOption(new Option('--language <language>', t('language of the messages')).choices(['zh-cn', 'en']));
  const encoding = () => new Option('--encoding <encoding>', t('encoding of the files')).choices(encodings).default('auto');
  const paths = t('a file, a folder, a glob; - for standard input');
  main
    .command('check')
    .description(t('lists what is wrong in reports'))
    .argument('<path...>', paths)
    .addOption(new Option('--format <format>', t('format of the output')).choices(['text', 'json', 'sarif', 'github']).default('text'))
    .option('--severity <code=level>', t('severity of a check, or off; may be repeated'), addSeverity, {})
    .addOption(encoding())
    .action(async (given, options) => finish(await runCheck(given, options)));
  main
    .command('extract')
    .description(t('prints the figures of reports by their public identifiers'))
    .argument('<path...>', paths)
    .addOption(new Option('--format <format>', t('format of the output')).choices(['json']).default('json'))
    .addOption(encoding())
    .action(async (given, options) => finish(await runExtract(given, options)));
  main
    .command('explain')
    .description(t('explains a check, with a wrong and a right example; without a code, lists all checks'))
    .argument('[code]', t('the code of a check'))
    .action((code) => finish(runExplain(code)));
  return main;
}

/** The language asked for, before the command line is read: its own messages depend on it. */
function languageAsked(args: readonly string[]): Language {
  const at = args.findIndex((arg) => arg === '--language' || arg.startsWith('--language='));
  const asked = at < 0 ? undefined : (args[at].split('=')[1] ?? args[at + 1]);
  return languageOf(asked ?? (process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG));
}

async function main(args: readonly string[]): Promise<number> {
  setLanguage(languageAsked(args));
  let status: number = exit.clean;
  try {
    await program((result) => {
      status = result;
    }).parseAsync(args, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exit.clean : exit.failed;
    process.stderr.write(`nianbao: ${(error as Error).message.split('\n')[0]}\n`);
    return exit.failed;
  }
  return status;
}

// A reader that has seen enough (`| head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

main(process.argv.slice(2)).then((status) => {
  process.exitCode = status;
});
