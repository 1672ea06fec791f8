import { analyseEach, type PlacedAnalysis, rangeInFile } from '../analysis/analyse';
import type { EditionId } from '../form';
import { fieldsOf } from '../report/fields';
import type { Range } from '../text/positions';

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

/** What others need to know of a report that is in a file. */
export function digestOf(placed: PlacedAnalysis, file: string): Digest {
  const { report, paragraphs } = placed.analysis;
  const { organ, year } = report.identity;
  const { text } = report.document;
  const keys = paragraphs.map(({ start, end }) => paragraphKey(text.slice(start, end)));
  return {
    file,
    organ,
    year,
    edition: report.edition.edition.id,
    figures: new Map(
      fieldsOf(report).map(({ field, value, start, end }) => [field.id, { value, range: rangeInFile(placed, { start, end }) }]),
    ),
    paragraphs: new Set(keys.filter((key) => key !== '')),
  };
}

/** What others need to know of each report in the text of a file. */
export function* digestsIn(text: string, file: string): Generator<Digest> {
  for (const placed of analyseEach(text)) if (placed.analysis.report.isReport) yield digestOf(placed, file);
}

/** Shorter paragraphs are stock phrases. */
const shortest = 60;

/** A paragraph without white space and without its years; '' for one that is too short to have been copied. */
export function paragraphKey(text: string): string {
  const bare = text.replace(/\s+/g, '').replace(/20\d\d年/g, '年');
  return bare.length < shortest ? '' : bare;
}
