import type { Document } from '../format/document';
import { parse } from '../format/parse';
import { editionForYear, latestEdition, type TableId } from '../standard';
import { bindTable, editionOfStretch, editionOfTables, tablesOf } from './assemble';
import { findChapters, findSections } from './chapters';
import { readIdentity } from './identity';
import type { BoundTable, Report } from './report';
import { findTables } from './tables';

/** Binds a parsed text to the form: chapters, tables, fields and their values. Any text binds; see `isReport`. */
export function bind(document: Document): Report {
  const chapters = findChapters(document);
  const identity = readIdentity(document, chapters);
  const stretches = tablesOf(findTables(document, chapters));
  const byYear = identity.year === null ? undefined : editionForYear(identity.year);
  const edition = editionOfTables(stretches) ?? byYear ?? latestEdition;
  const tables: Partial<Record<TableId, BoundTable>> = {};
  for (const [id, stretch] of stretches) tables[id] = bindTable(stretch, editionOfStretch(stretch) ?? edition);
  const overview = chapters.find(({ chapter }) => chapter.sections);
  return {
    document,
    isReport: identity.title !== null || stretches.size > 0 || new Set(chapters.map(({ chapter }) => chapter)).size > 1,
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
