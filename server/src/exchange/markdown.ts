import { type CompiledEdition, type CompiledTable, chapterHeading, type Field, layoutOf, sectionHeading } from '../standard';

/** Marks in front of a title, a chapter's heading, a part's heading in the text that the product writes. */
export const headingMarks = { title: '# ', chapter: '## ', section: '### ' } as const;

/**
 * A table of the form as a GitHub-flavoured Markdown table, one printed line a row, the form's merged cells left empty.
 * `figure` gives the text of each field.
 */
export function tableLines(table: CompiledTable, figure: (field: Field) => string): string[] {
  const grid = layoutOf(table).map(({ cells }) => {
    const row = Array.from({ length: table.width }, () => '');
    for (const cell of cells) row[cell.column] = cell.field ? figure(cell.field) : cell.text;
    return `| ${row.join(' | ')} |`.replace(/ {2,}/g, ' ');
  });
  const delimiters = Array.from({ length: table.width }, (_, column) => (column < table.labelColumns ? '---' : '---:'));
  grid.splice(1, 0, `| ${delimiters.join(' | ')} |`);
  return grid;
}

export interface ReportText {
  title: string;
  /** Paragraphs of a chapter, and of each of its parts. */
  prose(chapter: string, section?: string): readonly string[];
  figure(field: Field): string;
}

/** A whole report in the canonical shape. */
export function reportLines(edition: CompiledEdition, text: ReportText): string[] {
  const lines = [`${headingMarks.title}${text.title}`, ''];
  for (const chapter of edition.edition.chapters) {
    lines.push(`${headingMarks.chapter}${chapterHeading(chapter)}`, '');
    for (const paragraph of text.prose(chapter.id)) lines.push(paragraph, '');
    chapter.sections?.forEach((section, index) => {
      lines.push(`${headingMarks.section}${sectionHeading(chapter, index)}`, '');
      for (const paragraph of text.prose(chapter.id, section.id)) lines.push(paragraph, '');
    });
    if (chapter.table) lines.push(...tableLines(edition.tables[chapter.table], text.figure), '');
  }
  while (lines.at(-1) === '') lines.pop();
  return lines;
}
