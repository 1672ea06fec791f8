import { readFileSync } from 'node:fs';
import path from 'node:path';
import { t } from '@vscode/l10n';
import { checks } from '../../core/checks/index';
import { exitStatus } from '../console/exit-status';
import { print } from '../console/output';
import { refuse } from '../console/problems';

/** The page of a check, or the list of all checks. */
export function runExplain(code: string | undefined): number {
  if (code === undefined) {
    print(checks.map((known) => known.code).join('\n'));
    return exitStatus.clean;
  }
  if (!checks.some((known) => known.code === code)) return refuse(t('There is no check “{0}”. `nianbao explain` lists them.', code));
  print(readFileSync(path.join(__dirname, '..', 'docs', 'checks', `${code}.md`), 'utf8').trimEnd());
  return exitStatus.clean;
}
