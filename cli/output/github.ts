import { rangeInFile } from '../../core/analysis/analyse';
import type { Severity } from '../../core/checks/support/finding';
import type { CheckedFile } from './result';

/** A report in `check --format github`: one workflow command for each finding. */
export function checkedGithub(file: CheckedFile): string[] {
  return file.findings.map((finding) => {
    const { start, end } = rangeInFile(file, finding);
    const place = `file=${property(file.path)},line=${start.line + 1},col=${start.character + 1},endLine=${end.line + 1},endColumn=${end.character + 1}`;
    return `::${githubLevel(finding.severity)} ${place},title=${property(finding.code)}::${data(finding.message)}`;
  });
}

function githubLevel(severity: Severity): string {
  return severity === 'error' || severity === 'warning' ? severity : 'notice';
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
