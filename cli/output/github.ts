import type { Severity } from '../../core/checks/support/finding';
import { rangeOf } from '../../core/text/positions';
import type { CheckedFile } from './result';

/** A report in `check --format github`: workflow commands, one a finding. */
export function checkedGithub({ path, report, findings }: CheckedFile): string[] {
  return findings.map((finding) => {
    const { start, end } = rangeOf(report.document, finding);
    const place = `file=${property(path)},line=${start.line + 1},col=${start.character + 1},endLine=${end.line + 1},endColumn=${end.character + 1}`;
    return `::${level(finding.severity)} ${place},title=${property(finding.code)}::${data(finding.message)}`;
  });
}

function level(severity: Severity): string {
  return severity === 'error' || severity === 'warning' ? severity : 'notice';
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
