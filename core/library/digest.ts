import type { EditionId } from '../form';
import { eachReport } from '../report/compilation';
import { fieldsOf } from '../report/fields';
import { outlineOf } from '../report/outline';
import { paragraphsOf } from '../report/paragraphs';
import type { Report } from '../report/report';
import { type Range, rangeOf } from '../text/positions';

/** What other reports need to know of a report. */
export interface Digest {
  /** Its path. */
  file: string;
  organ: string | null;
  year: number | null;
  edition: EditionId;
  /** Its figures by public identifier; null for an empty cell. */
  figures: ReadonlyMap<string, { value: number | null; range: Range }>;
  /** Its longer paragraphs, as `paragraphKey` has them. */
  paragraphs: ReadonlySet<string>;
}

export function digestOf(report: Report, file: string): Digest {
  const { organ, year } = report.identity;
  const { text } = report.document;
  const keys = paragraphsOf(report, outlineOf(report)).map(({ start, end }) => paragraphKey(text.slice(start, end)));
  return {
    file,
    organ,
    year,
    edition: report.edition.edition.id,
    figures: new Map(
      fieldsOf(report).map(({ field, value, start, end }) => [field.id, { value, range: rangeOf(report.document, { start, end }) }]),
    ),
    paragraphs: new Set(keys.filter((key) => key !== '')),
  };
}

/** What others need to know of each report in the text of a file. */
export function* digestsIn(text: string, file: string): Generator<Digest> {
  for (const report of eachReport(text)) if (report.isReport) yield digestOf(report, file);
}

/** Shorter paragraphs are stock phrases. */
const shortest = 60;

/** A paragraph without white space and without its years; '' for one that is too short to have been copied. */
export function paragraphKey(text: string): string {
  const bare = text.replace(/\s+/g, '').replace(/20\d\d年/g, '年');
  return bare.length < shortest ? '' : bare;
}
