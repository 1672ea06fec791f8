import { type Analysis, analyse, type PlacedAnalysis } from './analysis/analyse';
import { check as checkAnalysis, type Severities } from './checks/check';
import type { CheckedFinding } from './checks/support/finding';
import { digestOf } from './library/digest';
import { split } from './report/compilation';
import { applyEdits } from './text/edit';
import { canonicalEdits } from './writing/canonical';
import { type NewReport, newReport } from './writing/renewal';

/*
 * The public API of the package: what programs may rely on. Pure functions over plain data; none reads a file or throws on
 * a text, whatever it holds. Offsets are UTF-16 code units into the text that was analysed.
 */

export { type Analysis, analyse, type PlacedAnalysis, rangeInFile } from './analysis/analyse';
export type { Severities } from './checks/check';
export type { CheckedFinding, Finding, Fix, Related, Severity } from './checks/support/finding';
export { type Language, setLanguage } from './language';
export { type CompilationPart, split } from './report/compilation';
export { type FieldValue, fieldsOf } from './report/fields';
export type { Report } from './report/report';
export type { Span } from './text/document';
export { applyEdits, type Edit } from './text/edit';
export type { Position, Range } from './text/positions';
export type { NewReport } from './writing/renewal';

/** A report that another one is compared with, and where it begins in its file: line 0 unless the file has several reports. */
export interface ComparedReport extends PlacedAnalysis {
  /** A name for the file, such as its path; findings that point into the report repeat it. */
  readonly file: string;
}

/** What a report is checked against, and how. Every part may be left out; the checks that need it then find nothing. */
export interface CheckContext {
  /** Severities by check code, instead of the checks' own; `off` switches a check off. */
  severities?: Severities;
  /** The same organ's report on the year before. */
  last?: ComparedReport;
  /** The reports whose figures add up to this one's. */
  below?: readonly ComparedReport[];
}

/**
 * What is wrong in a report, in the order of the text: one finding for each mistake, with the fixes that would correct it.
 * A text that is no report has one finding, `not-a-report`. Each check code has a page in `docs/checks` that names the
 * document and the article that the rule comes from. Messages are in the language of `setLanguage`, English by default.
 */
export function check(analysis: Analysis, { severities, last, below }: CheckContext = {}): CheckedFinding[] {
  const digest = (compared: ComparedReport) => digestOf(compared, compared.file);
  return checkAnalysis(analysis, { severities, neighbours: { last: last && digest(last), below: below?.map(digest) } });
}

/**
 * A text with the tables of its reports in canonical shape, one Markdown row a line. Figures, prose and everything that is
 * no table stay as they are. Formatting the result again changes nothing.
 */
export function format(text: string): string {
  return split(text)
    .map((part) => applyEdits(part.text, canonicalEdits(analyse(part.text).report)))
    .join('');
}

/**
 * A report that is still to be filled in: title, chapters and empty tables of the edition for the year. With `last`, the
 * figures that the year begins with are carried over, and last year's prose stands in comments for reference.
 */
export function draft(about: NewReport): string {
  return `${newReport(about).join('\n')}\n`;
}
