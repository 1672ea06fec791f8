import { readFileSync } from 'node:fs';
import path from 'node:path';
import { t } from '@vscode/l10n';
import { checks } from '../../core/checks/index';
import { exit, print, refuse } from './reports';

/** The page of a check, or the list of all checks. */
export function runExplain(code: string | undefined): number {
  if (code === undefined) {
    print(checks.map((known) => known.code).join('\n'));
    return exit.clean;
  }
  if (!checks.some((known) => known.code === code)) return refuse(t('There is no check “{0}”. `nianbao explain` lists them.', code));
  print(readFileSync(path.join(__dirname, '..', 'docs', 'checks', `${code}.md`), 'utf8').trimEnd());
  return exit.clean;
}
