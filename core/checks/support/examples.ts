import { type ChapterId, type CompiledEdition, chapterHeading, chapterOf, latestEdition, sectionHeading, type TableId } from '../../form';
import { headingMarks, reportTitle, tableLine, tableLines } from '../../writing/markdown';

/* Pieces of which the examples of checks are made. Labels come from the form, so that no copy of them can go stale. */

/** Blocks of text with an empty line between them. */
export function passages(...blocks: readonly string[]): string {
  return `${blocks.join('\n\n')}\n`;
}

/** The title of an invented report. */
export function title(year = 2025, organ = '平安县水利局'): string {
  return `${headingMarks.title}${reportTitle(organ, String(year))}`;
}

/** The heading of a chapter as the form prints it. */
export function chapter(id: ChapterId): string {
  return `${headingMarks.chapter}${chapterHeading(chapterOf(latestEdition, id))}`;
}

/** The headings of all six chapters, in order. */
export function allChapters(): string[] {
  return latestEdition.edition.chapters.map(({ id }) => chapter(id));
}

/** The first `count` parts of the first chapter, a line each. */
export function sections(count: number): string {
  const overview = chapterOf(latestEdition, 'overview');
  return Array.from({ length: count }, (_, index) => `${sectionHeading(overview, index)}情况。……`).join('\n');
}

/** A row of an excerpt: the row's identifier in the form, or else a label, and its cells. */
type ExcerptRow = readonly [row: string, ...cells: (string | number)[]];

/** Some rows of a table under the names of the first row's columns. */
export function excerpt(table: TableId, rows: readonly ExcerptRow[], edition: CompiledEdition = latestEdition): string {
  const { rowById } = edition.tables[table];
  const columns = rowById.get(rows[0][0])?.fields.map(({ column }) => column.label) ?? [];
  const [first, ...others] = [
    tableLine(['', ...columns]),
    ...rows.map(([row, ...cells]) => tableLine([rowById.get(row)?.entry.label ?? row, ...cells.map(String)])),
  ];
  return [first, tableLine(['---', ...columns.map(() => '---:')]), ...others].join('\n');
}

/** A whole table; fields that are not given have 0. */
export function wholeTable(table: TableId, figures: Readonly<Record<string, number>>, edition: CompiledEdition = latestEdition): string {
  return tableLines(edition.tables[table], ({ id }) => String(figures[id] ?? 0)).join('\n');
}

/** The label of a row or a column of the present form, such as `requests.new` or `requests.new.total`. */
export function label(id: string): string {
  const [table, ...path] = id.split('.') as [TableId, ...string[]];
  const form = latestEdition.tables[table];
  const found = form.rowById.get(path.join('.'))?.entry ?? latestEdition.fieldById.get(id)?.column;
  if (!found) throw new Error(`The form has no “${id}”.`);
  return found.label;
}
