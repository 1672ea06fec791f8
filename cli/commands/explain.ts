import { t } from '@vscode/l10n';
import { checks } from '../../core/checks/index';
import { pageOf } from '../../core/checks/pages';
import { exitStatus } from '../console/exit-status';
import { print } from '../console/output';
import { refuse } from '../console/problems';

/** Prints the page of a check, or without a code the codes of all checks, a line each. */
export function runExplain(code: string | undefined): number {
  if (code === undefined) {
    print(checks.map((known) => known.code).join('\n'));
    return exitStatus.clean;
  }
  const check = checks.find((known) => known.code === code);
  if (!check) return refuse(t('There is no check “{0}”. `nianbao explain` lists them.', code));
  print(pageOf(check).trimEnd());
  return exitStatus.clean;
}
