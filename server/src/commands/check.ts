import { t } from '@vscode/l10n';
import pc from 'picocolors';
import packageJson from '../../../package.json';
import { check, type Severities } from '../checks/check';
import { Projects } from '../input/project';
import { digestOf } from '../library/digest';
import { Library } from '../library/library';
import { checkGithub } from '../output/github';
import { checkJson } from '../output/json';
import { type CheckedFile, summarise } from '../output/result';
import { checkSarif } from '../output/sarif';
import { checkText } from '../output/text';
import { type CommonOptions, complain, exit, folderOf, print, type ReadFile, readAll } from './reports';

export const checkFormats = ['text', 'json', 'sarif', 'github'] as const;

export interface CheckOptions extends CommonOptions {
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
  const library = libraryOf(files, projects);
  for (const [first, ...others] of library.duplicates())
    for (const { file } of others) complain(file, t('it claims the same organ and year as {0}', first.file));
  const checked = files.map(({ path, report }): CheckedFile => {
    const severities = { ...projects.of(folderOf(path)).checks, ...options.severity };
    return { path, report, findings: check(report, severities, { last: library.lastOf(report.identity, path) }) };
  });
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
  return failed || badSettings ? exit.failed : summary.errors > 0 ? exit.errors : exit.clean;
}

/** The reports of a run, which are compared with each other; a single one has nothing to be compared with. */
function libraryOf(files: readonly ReadFile[], projects: Projects): Library {
  if (files.length < 2) return new Library([]);
  const renamed = Object.assign({}, ...files.map(({ path }) => projects.of(folderOf(path)).organs));
  return new Library(
    files.flatMap(({ path, report }) => (report.isReport ? [digestOf(report, path)] : [])),
    renamed,
  );
}
