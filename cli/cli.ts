import { t } from '@vscode/l10n';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { isSeverity, type Severities, severities } from '../core/checks/check';
import { checks } from '../core/checks/index';
import { type Language, languageOf, setLanguage } from '../core/language';
import { encodings } from '../core/text/decode';
import { targetFormats } from '../exchange/formats';
import packageJson from '../package.json';
import { runCheck } from './commands/check';
import { convertFormats, runConvert } from './commands/convert';
import { runExplain } from './commands/explain';
import { extractFormats, runExtract } from './commands/extract';
import { runFormat } from './commands/format';
import { runNew } from './commands/new';
import { runRollup } from './commands/rollup';
import { exitStatus } from './console/exit-status';
import { endWhenStdoutCloses } from './console/output';
import { checkFormats } from './threads/file-jobs';
import { servesFileJobs } from './threads/file-pool';

function addSeverity(setting: string, known: Severities): Severities {
  const [code, level] = setting.split('=');
  if (!checks.some((candidate) => candidate.code === code) || !isSeverity(level))
    throw new InvalidArgumentError(t('it takes CODE=LEVEL, with LEVEL one of {0}.', severities.join(', ')));
  return { ...known, [code]: level };
}

function asYear(written: string): number {
  if (!/^\d{4}$/.test(written)) throw new InvalidArgumentError(t('it takes a year in four digits.'));
  return Number(written);
}

function asCount(written: string): number {
  if (!/^[1-9]\d?$/.test(written)) throw new InvalidArgumentError(t('it takes a number from 1 to 99.'));
  return Number(written);
}

/** The given paths; an error if there are none and no file lists them. */
function requirePaths(given: string[], { filesFrom }: { filesFrom?: string }, command: Command): string[] {
  if (given.length === 0 && filesFrom === undefined) command.error(`error: missing required argument 'path'`);
  return given;
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
  // The arguments of commands that process many files.
  const batch = (command: Command, given = paths) =>
    command
      .argument('[path...]', given)
      .option('--files-from <file>', t('a file with one path a line; - for standard input'))
      .option('--jobs <number>', t('number of threads (default: one for each processor)'), asCount)
      .addOption(encoding());
  batch(main.command('check'))
    .description(t('lists what is wrong in reports'))
    .addOption(new Option('--format <format>', t('format of the output')).choices([...checkFormats]).default('text'))
    .option('--severity <code=level>', t('severity of a check, or off; may be repeated'), addSeverity, {})
    .option('--output <file>', t('the file to write (default: standard output)'))
    .option('--force', t('overwrite the file'))
    .action(async (given, options, command) => finish(await runCheck(requirePaths(given, options, command), options)));
  batch(main.command('extract'))
    .description(t('prints the figures of reports by their public identifiers'))
    .addOption(new Option('--format <format>', t('format of the output')).choices([...extractFormats]).default('json'))
    .action(async (given, options, command) => finish(await runExtract(requirePaths(given, options, command), options)));
  main
    .command('format')
    .description(t('gives the tables of reports the canonical shape; figures and prose stay as they are'))
    .argument('<path...>', paths)
    .option('--write', t('change the files in place'))
    .addOption(encoding())
    .action(async (given, options) => finish(await runFormat(given, options)));
  batch(main.command('convert'), t('IN OUT; with --out any number of files, folders, globs'))
    .description(t('converts Word documents, web pages, workbooks and texts into reports, and reports into these'))
    .option('--out <folder>', t('the folder for the converted files'))
    .addOption(new Option('--to <format>', t('the format, if no file name tells it')).choices([...targetFormats]))
    .addOption(new Option('--format <format>', t('format of what is printed')).choices([...convertFormats]).default('text'))
    .option('--force', t('overwrite files, and do not ask'))
    .action(async (given, options, command) => finish(await runConvert(requirePaths(given, options, command), options)));
  // The options of both commands that write a report.
  const writing = (command: Command) =>
    command
      .option('--organ <name>', t('the organ that reports'))
      .option('--year <year>', t('the year reported on'), asYear)
      .option('--output <file>', t('the file to write (default: standard output)'))
      .option('--force', t('overwrite the file'))
      .addOption(encoding());
  writing(main.command('new'))
    .description(t('writes a report to fill in, blank or based on last year’s'))
    .argument('[path]', t('last year’s report; - for standard input'))
    .action(async (last, options) => finish(await runNew(last, options)));
  writing(main.command('rollup'))
    .description(t('sums the tables of reports into those of the government above them'))
    .argument('<path...>', paths)
    .action(async (given, options) => finish(await runRollup(given, options)));
  main
    .command('explain')
    .description(t('explains a check, with a wrong and a right example; without a code, lists all checks'))
    .argument('[code]', t('the code of a check'))
    .action((code) => finish(runExplain(code)));
  return main;
}

/** The language of messages. It is needed before the command line is parsed, since the parser's own messages depend on it. */
function languageAsked(args: readonly string[]): Language {
  const at = args.findIndex((arg) => arg === '--language' || arg.startsWith('--language='));
  const asked = at < 0 ? undefined : (args[at].split('=')[1] ?? args[at + 1]);
  return languageOf(asked ?? (process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG));
}

async function main(args: readonly string[]): Promise<number> {
  setLanguage(languageAsked(args));
  let status: number = exitStatus.clean;
  try {
    await program((result) => {
      status = result;
    }).parseAsync(args, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitStatus.clean : exitStatus.failed;
    process.stderr.write(`nianbao: ${(error as Error).message.split('\n')[0]}\n`);
    return exitStatus.failed;
  }
  return status;
}

endWhenStdoutCloses();

if (!servesFileJobs())
  main(process.argv.slice(2)).then((status) => {
    process.exitCode = status;
  });
