import { type CompiledEdition, type CompiledTable, chapterHeading, type Field, layoutOf, type RowForm, sectionHeading } from '../form';

/** Marks before a title, a chapter's heading, a part's heading in the text that the product writes. */
export const headingMarks = { title: '# ', chapter: '## ', section: '### ' } as const;

/** A line of a table: `| 规章 | 0 |  |`. An empty cell has two spaces, so that a figure typed between them is spaced like the others. */
export function tableLine(texts: readonly string[]): string {
  return `| ${texts.join(' | ')} |`;
}

/** What in a cell would be read as a pipe or as a comment of ours, written so that it is not. */
export function safeCell(text: string): string {
  return text.replace(/[|｜]/g, '¦').replaceAll('<!--', '< !--');
}

/** The line under a table's first: labels to the left, figures to the right. */
export function delimiterLine({ width, labelColumns }: CompiledTable): string {
  return tableLine(Array.from({ length: width }, (_, column) => (column < labelColumns ? '---' : '---:')));
}

/** The printed lines of a table of the form, without Markdown's delimiter. `figure` gives the text of each field. */
export function printedLines(table: CompiledTable, figure: (field: Field) => string): { text: string; row: RowForm | undefined }[] {
  return layoutOf(table).map(({ cells, row }) => {
    const texts = Array.from({ length: table.width }, () => '');
    for (const cell of cells) texts[cell.column] = cell.field ? figure(cell.field) : cell.text;
    return { text: tableLine(texts), row };
  });
}

/**
 * A table of the form as a GitHub-flavoured Markdown table, one printed line a row, the form's merged cells left empty.
 * `figure` gives the text of each field.
 */
export function tableLines(table: CompiledTable, figure: (field: Field) => string): string[] {
  const lines = printedLines(table, figure).map(({ text }) => text);
  lines.splice(1, 0, delimiterLine(table));
  return lines;
}

/** A report's title as the form asks for it. */
export function reportTitle(organ: string, year: string): string {
  return `${organ}${year}年政府信息公开工作年度报告`;
}

export interface ReportText {
  title: string;
  /** Paragraphs of a chapter, and of each of its parts. */
  prose(chapter: string, section?: string): readonly string[];
  figure(field: Field): string;
}

/** A government's report that has its tables only, from the sums of the reports below it. A field without one stays blank. */
export function summedLines(edition: CompiledEdition, year: number, sums: ReadonlyMap<string, number>, organ = '××人民政府'): string[] {
  return reportLines(edition, {
    title: reportTitle(organ, String(year)),
    prose: () => [],
    figure: ({ id }) => String(sums.get(id) ?? ''),
  });
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
