import type { Analysis } from '../analysis/analyse';
import type { Neighbours } from '../library/library';
import { checks } from './index';
import { notAReport } from './not-a-report';
import type { Check, CheckedFinding, Context, Severity } from './support/finding';
import { isSuppressed, suppressions } from './support/suppression';

/** Severities other than a check's own, by code; `off` silences it. */
export type Severities = Readonly<Record<string, Severity | 'off' | undefined>>;

/** What a report is checked with; nothing of it must be there. */
export interface CheckOptions {
  severities?: Severities;
  neighbours?: Neighbours;
}

/** The checks as one shape of object: metadata that only some have would slow each look at them down. */
const rules: readonly Pick<Check, 'code' | 'severity' | 'find'>[] = checks.map(({ code, severity, find }) => ({ code, severity, find }));

/** The severities that a check may be given. */
export const severities = ['error', 'warning', 'information', 'hint', 'off'] as const satisfies readonly (Severity | 'off')[];

export function isSeverity(value: unknown): value is Severity | 'off' {
  return (severities as readonly unknown[]).includes(value);
}

/**
 * Everything that the checks find in a report, in the text's order. `neighbours` are the reports that it is compared with,
 * where they are known. A text that is no report has the one finding `not-a-report`. Offsets are UTF-16 code units into the
 * report's text.
 */
export function check(analysis: Analysis, { severities = {}, neighbours = {} }: CheckOptions = {}): CheckedFinding[] {
  const { report } = analysis;
  const { document, outline, paragraphs, statements, breakdowns, balances } = analysis;
  const context: Context = { document, report, outline, paragraphs, statements, breakdowns, balances, neighbours };
  const silenced = suppressions(report.document);
  const found: CheckedFinding[] = [];
  for (const { code, severity, find } of report.isReport ? rules : [notAReport]) {
    const level = severities[code] ?? severity;
    if (level === 'off') continue;
    for (const finding of find(context))
      if (!isSuppressed(report.document, silenced, code, finding.start)) found.push({ ...finding, code, severity: level });
  }
  return found.sort((a, b) => a.start - b.start || a.end - b.end);
}
