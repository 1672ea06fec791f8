import {
  type ChapterForm,
  type CompiledEdition,
  chapterHeading,
  chapterOf,
  editions,
  type Field,
  latestEdition,
  sectionHeading,
  type TableId,
} from '../../core/form';
import { headingMarks, reportLines, reportTitle, tableLines } from '../../core/writing/markdown';

/** A piece of a report to insert, as a TextMate snippet: placeholders such as `${1:0}` are to be filled in. */
export interface Snippet {
  id: string;
  prefixes: string[];
  label: string;
  description: string;
  body: string[];
  chapter?: ChapterForm;
  table?: TableId;
  /** The editions that it belongs to. */
  editions: readonly CompiledEdition[];
}

/** Returns a function that wraps placeholders in tab stops, numbered from `first`. */
export function stops(first = 1): (placeholder: string) => string {
  let next = first;
  return (placeholder) => `\${${next++}:${placeholder}}`;
}

/** One snippet for each form of a table. The name has the edition only if editions differ. */
function tableSnippets(table: TableId): Snippet[] {
  const forms = [...new Set(editions.map((edition) => edition.tables[table].form))];
  return forms.map((form) => {
    const sharing = editions.filter((edition) => edition.tables[table].form === form);
    const [edition] = sharing;
    const { id } = edition.edition;
    const chapter = chapterOf(edition, form.chapter);
    const stop = stops();
    const [suffix, year, years] = forms.length > 1 ? [`-${id}`, `（${id}）`, `（${id}年版）`] : ['', '', ''];
    return {
      id: `table-${table}${suffix}`,
      prefixes: [`nb-table-${table}${suffix}`, `表：${chapter.title}${year}`],
      label: `表：${chapter.title}${years}`,
      description: sharing.map((each) => each.edition.source.title).join('、'),
      body: tableLines(edition.tables[table], () => stop('0')),
      chapter,
      table,
      editions: sharing,
    };
  });
}

function chapterSnippet(chapter: ChapterForm): Snippet {
  const stop = stops();
  const heading = `${headingMarks.chapter}${chapterHeading(chapter)}`;
  const parts = (chapter.sections ?? []).flatMap((_, index) => [
    '',
    `${headingMarks.section}${sectionHeading(chapter, index)}`,
    '',
    stop('……'),
  ]);
  return {
    id: `chapter-${chapter.id}`,
    prefixes: [`nb-chapter-${chapter.number}`, chapterHeading(chapter)],
    label: chapterHeading(chapter),
    description: chapter.asks,
    body: parts.length > 0 ? [heading, '', stop('……'), ...parts] : [heading, '', stop('……')],
    chapter,
    editions,
  };
}

/** A whole blank report. `year`: the year reported on, as digits or as a snippet variable. */
export function blankReport(edition: CompiledEdition, year: string): string[] {
  const stop = stops();
  const title = reportTitle(stop('××局'), stop(year));
  return reportLines(edition, {
    title,
    prose: (chapter, section) =>
      section || !edition.edition.chapters.some(({ id, sections }) => id === chapter && sections) ? [stop('……')] : [],
    figure: (_field: Field) => stop('0'),
  });
}

/** Snippets for a whole blank report, each chapter, and each table of each edition. */
export function snippets(year = '$CURRENT_YEAR'): Snippet[] {
  const tables = Object.keys(latestEdition.tables) as TableId[];
  return [
    {
      id: 'report',
      prefixes: ['nb-report', '年报'],
      label: '政府信息公开工作年度报告',
      description: latestEdition.edition.source.title,
      body: blankReport(latestEdition, year),
      editions: [latestEdition],
    },
    ...latestEdition.edition.chapters.map(chapterSnippet),
    ...tables.flatMap(tableSnippets),
  ];
}
