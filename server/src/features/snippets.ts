import { headingMarks, reportLines, tableLines } from '../exchange/markdown';
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
} from '../standard';

/** A piece of a report to be inserted, as a TextMate snippet: `${1:0}` are the places to fill in. */
export interface Snippet {
  id: string;
  prefixes: string[];
  label: string;
  description: string;
  body: string[];
  chapter?: ChapterForm;
  table?: TableId;
  edition?: CompiledEdition;
}

/** Numbers tab stops in the order of the text. */
function stops(first = 1): (placeholder: string) => string {
  let next = first;
  return (placeholder) => `\${${next++}:${placeholder}}`;
}

/** Every figure of the table is a tab stop with 0 in it. */
function tableBody(edition: CompiledEdition, table: TableId, stop = stops()): string[] {
  return tableLines(edition.tables[table], () => stop('0'));
}

function tableSnippet(edition: CompiledEdition, table: TableId): Snippet {
  const chapter = chapterOf(edition, edition.tables[table].form.chapter);
  const { id, source } = edition.edition;
  const own = editions.every((other) => other === edition || other.tables[table].form !== edition.tables[table].form);
  return {
    id: own ? `table-${table}-${id}` : `table-${table}`,
    prefixes: own ? [`nb-table-${table}-${id}`, `表：${chapter.title}（${id}）`] : [`nb-table-${table}`, `表：${chapter.title}`],
    label: own ? `表：${chapter.title}（${id}年版）` : `表：${chapter.title}`,
    description: own ? source.title : editions.map((each) => each.edition.source.title).join('、'),
    body: tableBody(edition, table),
    chapter,
    table,
    edition,
  };
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
  };
}

/** A whole report with nothing filled in. `year` is the year reported on, as text or as a snippet variable. */
export function blankReport(edition: CompiledEdition, year: string): string[] {
  const stop = stops();
  const title = `${stop('××局')}${stop(year)}年政府信息公开工作年度报告`;
  return reportLines(edition, {
    title,
    prose: (chapter, section) =>
      section || !edition.edition.chapters.some(({ id, sections }) => id === chapter && sections) ? [stop('……')] : [],
    figure: (_field: Field) => stop('0'),
  });
}

/** A snippet for every chapter, every table of every edition, and a whole blank report. */
export function snippets(year = '$CURRENT_YEAR'): Snippet[] {
  const tables = editions.flatMap((edition) => Object.keys(edition.tables).map((table) => tableSnippet(edition, table as TableId)));
  const unique = tables.filter((snippet, index) => tables.findIndex((other) => other.id === snippet.id) === index);
  return [
    {
      id: 'report',
      prefixes: ['nb-report', '年报'],
      label: '政府信息公开工作年度报告',
      description: latestEdition.edition.source.title,
      body: blankReport(latestEdition, year),
      edition: latestEdition,
    },
    ...latestEdition.edition.chapters.map(chapterSnippet),
    ...unique,
  ];
}
