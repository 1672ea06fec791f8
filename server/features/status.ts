import type { Reading } from '../../core/editing/reading';
import { type EditionId, editionForYear, editions } from '../../core/form';
import { type Correction, correctionSpan, readCorrection, writeCorrection } from '../../core/report/correction';
import type { Report } from '../../core/report/report';
import type { Edit } from '../../core/text/edit';

/** What was recognised of a text, and how much was found in it; or that the server could not check it. */
export type Status = CheckedStatus | { kind: 'failed' };

export interface CheckedStatus {
  kind: 'checked';
  isReport: boolean;
  organ: string | null;
  year: number | null;
  edition: EditionId | null;
  /** The edition that a report on this year must follow. */
  due: EditionId | null;
  errors: number;
  warnings: number;
  /** Findings of severity information or hint. */
  remarks: number;
}

export function statusOf({ report, findings }: Reading): CheckedStatus {
  const { organ, year } = report.identity;
  const count = (...severities: string[]) => findings.filter(({ severity }) => severities.includes(severity)).length;
  return {
    kind: 'checked',
    isReport: report.isReport,
    organ,
    year,
    edition: report.isReport ? report.edition.edition.id : null,
    due: (year !== null && editionForYear(year)?.edition.id) || null,
    errors: count('error'),
    warnings: count('warning'),
    remarks: count('information', 'hint'),
  };
}

/** A correction as a client gives it. null takes an earlier correction back. */
export interface AskedCorrection {
  organ?: string | null;
  year?: number | null;
  edition?: string | null;
}

/** The edit that writes a correction into a report; undefined if it changes nothing. */
export function correctionEdit({ document }: Report, asked: AskedCorrection): Edit | undefined {
  const said: Correction = { ...readCorrection(document) };
  if (asked.organ !== undefined) said.organ = asked.organ ?? undefined;
  if (asked.year !== undefined) said.year = asked.year ?? undefined;
  if (asked.edition !== undefined) said.edition = editions.find(({ edition }) => edition.id === asked.edition);
  const nothing = said.organ === undefined && said.year === undefined && said.edition === undefined;
  const span = correctionSpan(document);
  if (!span) {
    const { start } = document.lines[0];
    return nothing ? undefined : { start, end: start, newText: writeCorrection(said) + document.eol };
  }
  const after = document.text.startsWith(document.eol, span.end) ? span.end + document.eol.length : span.end;
  return nothing ? { start: span.start, end: after, newText: '' } : { ...span, newText: writeCorrection(said) };
}
