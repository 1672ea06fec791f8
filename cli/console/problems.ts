import { t } from '@vscode/l10n';
import { standardInput } from '../../files/paths';
import { exitStatus } from './exit-status';
import { writeStdout } from './output';

/** Writes one line about a path to stderr. */
export function complain(path: string, reason: string): void {
  process.stderr.write(`nianbao: ${path === standardInput ? t('standard input') : path}: ${reason}\n`);
}

/** Writes one line to stderr that says why the command can't run as it was called; returns the exit status. */
export function refuse(reason: string): typeof exitStatus.failed {
  process.stderr.write(`nianbao: ${reason}\n`);
  return exitStatus.failed;
}

/** The line of `--format ndjson` for a file that can't be read. */
export function unreadableJson(path: string, reason: string): string {
  return JSON.stringify({ path, error: reason });
}

/** Writes a line about an unreadable path to stderr, and with `asJson` also a line of JSON to stdout. */
export async function complainUnreadable(path: string, reason: string, asJson: boolean): Promise<void> {
  complain(path, reason);
  if (asJson) await writeStdout(`${unreadableJson(path, reason)}\n`);
}
