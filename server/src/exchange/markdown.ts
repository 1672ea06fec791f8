import { type CompiledEdition, type CompiledTable, chapterHeading, type Field, layoutOf, sectionHeading } from '../standard';

/** Marks in front of a title, a chapter's heading, a part's heading in the text that the product writes. */
export const headingMarks = { title: '# ', chapter: '## ', section: '### ' } as const;

/** A line of a table: `| 规章 | 0 | 0 | 0 |`. An empty cell is one space wide. */
export function tableLine(texts: readonly string[]): string {
  return `|${texts.map((text) => (text === '' ? ' ' : ` ${text} `)).join('|')}|`;
}

/** The line under a table's first: labels to the left, figures to the right. */
export function delimiterLine({ width, labelColumns }: CompiledTable): string {
  return tableLine(Array.from({ length: width }, (_, column) => (column < labelColumns ? '---' : '---:')));
}

/**
 * A table of the form as a GitHub-flavoured Markdown table, one printed line a row, the form's merged cells left empty.
 * `figure` gives the text of each field.
 */
export function tableLines(table: CompiledTable, figure: (field: Field) => string): string[] {
  const lines = layoutOf(table).map(({ cells }) => {
    const texts = Array.from({ length: table.width }, () => '');
    for (const cell of cells) texts[cell.column] = cell.field ? figure(cell.field) : cell.text;
    return tableLine(texts);
  });
  lines.splice(1, 0, delimiterLine(table));
  return lines;
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
