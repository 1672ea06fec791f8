import { analysisOf } from '../analysis/analyse';
import { editionForYear, latestEdition } from '../form';
import { fieldsOf } from '../report/fields';
import type { Report } from '../report/report';
import { reportLines, reportTitle } from './markdown';

export interface NewReport {
  organ: string;
  /** The year reported on. */
  year: number;
  /** The same organ's report on the year before. */
  last?: Report;
}

/**
 * The lines of a report that is still to be written: title, chapters, blank tables. Figures that last year's report
 * carries over are filled in; its prose is put into comments, for reference.
 */
export function newReport({ organ, year, last }: NewReport): string[] {
  const edition = editionForYear(year) ?? latestEdition;
  const prose = last ? analysisOf(last).paragraphs : [];
  const begun = last ? carriedOver(last) : new Map<string, string>();
  return reportLines(edition, {
    title: reportTitle(organ, String(year)),
    prose: (chapter, section) => {
      const before = prose.filter((each) => each.chapter?.id === chapter && each.section?.id === section);
      const blank = edition.edition.chapters.find(({ id }) => id === chapter)?.table ? [] : [''];
      return before.length > 0 ? [...blank, commented(before.map(({ start, end }) => last?.document.text.slice(start, end) ?? ''))] : blank;
    },
    figure: (field) => begun.get(field.id) ?? '',
  });
}

/** What last year's report hands on, by the identifiers of the fields that take it. */
function carriedOver(last: Report): Map<string, string> {
  const found = new Map<string, string>();
  for (const { field, value } of fieldsOf(last)) {
    const { form } = last.edition.tables[field.table];
    if (form.carryOver?.from !== field.row.id || value === null) continue;
    const prefix = (row: string) => `${field.table}.${row}.`;
    found.set(field.id.replace(prefix(form.carryOver.from), prefix(form.carryOver.to)), String(value));
  }
  return found;
}

/** Paragraphs as a comment. What would end it is written otherwise. */
function commented(paragraphs: readonly string[]): string {
  return ['<!-- 上年原文，供参考：', ...paragraphs.map((paragraph) => paragraph.replaceAll('-->', '--＞')), '-->'].join('\n');
}
