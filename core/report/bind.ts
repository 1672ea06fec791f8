import { editionForYear, latestEdition, type TableId } from '../form';
import type { Document } from '../text/document';
import { parse } from '../text/parse';
import { bindTable, editionOfStretch, editionOfTables, tablesOf } from './assemble';
import { findChapters, findSections } from './chapters';
import { readCorrection } from './correction';
import { readIdentity } from './identity';
import type { BoundTable, Identity, Report } from './report';
import { findTables } from './tables';

/** Who reports on which year: as the text says it, or as it is corrected. */
export function identify(document: Document, chapters = findChapters(document), correction = readCorrection(document)): Identity {
  const { organ, year } = correction;
  return { ...readIdentity(document, chapters), ...(organ && { organ }), ...(year && { year }) };
}

/** Binds a parsed text to the form: chapters, tables, fields and their values. Any text binds; see `isReport`. */
export function bind(document: Document): Report {
  const chapters = findChapters(document);
  const correction = readCorrection(document);
  const identity = identify(document, chapters, correction);
  const found = [...tablesOf(findTables(document, chapters))].map(([id, stretch]) => ({ id, stretch, edition: editionOfStretch(stretch) }));
  const byYear = identity.year === null ? undefined : editionForYear(identity.year);
  const edition = correction.edition ?? editionOfTables(found) ?? byYear ?? latestEdition;
  const tables: Partial<Record<TableId, BoundTable>> = {};
  for (const table of found) tables[table.id] = bindTable(table.stretch, correction.edition ?? table.edition ?? edition);
  const overview = chapters.find(({ chapter }) => chapter.sections);
  return {
    document,
    isReport: identity.title !== null || found.length > 0 || new Set(chapters.map(({ chapter }) => chapter)).size > 1,
    identity,
    edition,
    chapters,
    sections: overview ? findSections(document, overview) : [],
    tables,
  };
}

/** Text → report. Never throws. */
export function readReport(text: string): Report {
  return bind(parse(text));
}
