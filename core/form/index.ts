import { type CompiledEdition, compileEdition } from './compile';
import { edition2019 } from './edition2019';
import { edition2021 } from './edition2021';
import type { ChapterForm, ChapterId, EditionId } from './model';

export * from './compile';
export * from './layout';
export * from './model';
export * from './sources';

/** All editions, oldest first. Adding one is adding a file and a name here. */
export const editions: readonly CompiledEdition[] = [edition2019, edition2021].map(compileEdition);

export const latestEdition: CompiledEdition = editions[editions.length - 1];

export function editionOf(id: EditionId): CompiledEdition {
  return editions.find((compiled) => compiled.edition.id === id) ?? latestEdition;
}

/** The edition that a report on `year` must follow; undefined before the first. */
export function editionForYear(year: number): CompiledEdition | undefined {
  return editions.find(({ edition }) => year >= edition.years[0] && year <= edition.years[1]);
}

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** A chapter's heading as the form prints it: 一、总体情况. */
export function chapterHeading(chapter: ChapterForm): string {
  return `${numerals[chapter.number - 1]}、${chapter.title}`;
}

/** A part's heading as the form prints it: （一）主动公开. */
export function sectionHeading(chapter: ChapterForm, index: number): string {
  return `（${numerals[index]}）${chapter.sections?.[index].label ?? ''}`;
}

export function chapterOf(edition: CompiledEdition, id: ChapterId): ChapterForm {
  return edition.edition.chapters.find((chapter) => chapter.id === id) as ChapterForm;
}
