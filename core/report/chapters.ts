import { distance } from 'fastest-levenshtein';
import { type ChapterForm, chapterHeading, latestEdition } from '../form';
import { type Document, type Heading, LineKind, Separator, type Span } from '../text/document';
import { fold } from '../text/fold';
import { readHeading, readOrdinal } from '../text/heading';
import type { BoundChapter, BoundSection } from './report';

const forms = latestEdition.edition.chapters;
const longestTitle = 60;

const titles = new Map<string, { chapter: ChapterForm; official: boolean }>();
for (const chapter of forms) {
  for (const title of chapter.alsoPrinted) titles.set(fold(title), { chapter, official: false });
  titles.set(fold(chapter.title), { chapter, official: true });
}

/** The official titles, with and without their numbers. */
const exactTitles = new Map(forms.flatMap((chapter) => [chapterHeading(chapter), chapter.title].map((title) => [fold(title), chapter])));

const firstCharacters = new Set([...exactTitles.keys()].map((title) => title[0]));

/** The title without its number. */
function titleIn(text: string, { start, end }: Span): Span {
  return { start: readOrdinal(text, start, end)?.rest ?? start, end };
}

/** Wordings that may be added before a title: the year, the writer. */
function withoutAdditions(folded: string): string {
  return folded.replace(/^\d{4}年度?/, '').replace(/^(?:本机关|行政机关|本年度)/, '');
}

/** Other wordings this short also head the parts of chapters; they need the chapter's number before them. */
const shortest = 8;

/** Leaders and a page number after a title: a line of a table of contents. */
function isContentsLine(folded: string): boolean {
  return /(?:\.{2,}|…+|·{2,}|_{2,})\d*$/.test(folded);
}

/** Which chapter a heading opens; undefined where it opens none. */
export function chapterOfHeading(document: Pick<Document, 'text'>, heading: Heading): { chapter: ChapterForm; title: Span } | undefined {
  if (heading.ordinal && heading.ordinal.level > 1) return undefined;
  const title = titleOf(document.text, heading.title);
  if (title.end - title.start > longestTitle) return undefined;
  const folded = fold(document.text, title.start, title.end);
  const exact = titles.get(folded);
  if (exact && isNumberedAs(exact, heading, folded)) return { chapter: exact.chapter, title };
  if (folded === '' || isContentsLine(folded)) return undefined;
  const bare = withoutAdditions(folded);
  const known = titles.get(bare);
  if (known && isNumberedAs(known, heading, bare)) return { chapter: known.chapter, title };
  const chapter = forms.find(({ number }) => number === heading.ordinal?.value);
  if (!chapter) return undefined;
  const named = chapter.namedBy.some((words) => words.every((word) => bare.includes(word)));
  const near = bare.length > 3 && [chapter.title, ...chapter.alsoPrinted].some((printed) => isNear(bare, fold(printed)));
  return named || near ? { chapter, title } : undefined;
}

/** True if a known title opens its chapter: with its number, or where it can be nothing else. */
function isNumberedAs(known: { chapter: ChapterForm; official: boolean }, heading: Heading, title: string): boolean {
  return heading.ordinal?.value === known.chapter.number || known.official || title.length >= shortest;
}

function isNear(text: string, title: string): boolean {
  return Math.abs(text.length - title.length) <= 2 && distance(text, title) <= (title.length < 6 ? 1 : 2);
}

/** The title up to its colon or full stop: the chapter's text may go on after it. */
function titleOf(text: string, title: Span): Span {
  const most = Math.min(title.end, title.start + longestTitle + 1);
  for (let i = title.start; i < most; i++) if ('。：:；'.includes(text[i])) return { start: title.start, end: i };
  return title;
}

/**
 * The chapters of a report by their headings, in the text's order. A list of contents before them is passed over: headings
 * with nothing between them whose chapters come again.
 */
export function findChapters(document: Document): BoundChapter[] {
  const found: BoundChapter[] = [];
  const open = (line: number, span: Span, chapter: ChapterForm, title: Span) =>
    found.push({ chapter, line, span, title, endLine: document.lines.length });
  const { lines, headings } = document;
  let next = 0;
  for (let line = 0; line < lines.length; line++) {
    if (next < headings.length && headings[next].line === line) {
      const heading = headings[next++];
      const match = chapterOfHeading(document, heading);
      if (match) open(line, { start: heading.span.start, end: match.title.end }, match.chapter, match.title);
      continue;
    }
    const { firstCell, cellCount } = lines[line];
    if (cellCount !== 1) continue;
    const cell = document.cells[firstCell];
    if (cell.end - cell.start < 4 || cell.end - cell.start > 30 || cell.separator === Separator.Pipe) continue;
    if (cell.separator === Separator.Tab && !firstCharacters.has(document.text[cell.start])) continue;
    // After a tab, where labels of tables are too, or without its number, only a title to the letter is a heading.
    const known = exactTitles.get(fold(document.text, cell.start, cell.end));
    if (known) open(line, cell, known, titleIn(document.text, cell));
  }
  const last = new Map(found.map(({ chapter }, index) => [chapter, index]));
  const comesAgain = ({ chapter }: BoundChapter, index: number) => (last.get(chapter) ?? 0) > index;
  const chapters = found.filter((chapter, index) => !(comesAgain(chapter, index) && isContentsEntry(document, chapter, found[index + 1])));
  chapters.forEach((chapter, index) => {
    if (index + 1 < chapters.length) chapter.endLine = chapters[index + 1].line;
  });
  return chapters;
}

/** True if nothing stands between a heading and that of another chapter. */
function isContentsEntry(document: Document, { chapter, line: heading }: BoundChapter, next: BoundChapter | undefined): boolean {
  if (!next || next.chapter === chapter) return false;
  for (let line = heading + 1; line < next.line; line++) if (document.lines[line].kind !== LineKind.Blank) return false;
  return true;
}

const longestSectionTitle = 24;
/** What a line says that is no title: 我局未收到依申请公开的申请. */
const isStatement = /\d|未|没有|收到|受理|接到|办结/;

/** The standard parts that a chapter has, by the headings in it, in any numbering style or none. */
export function findSections(document: Document, chapter: BoundChapter): BoundSection[] {
  const sections = chapter.chapter.sections ?? [];
  const found: BoundSection[] = [];
  const headings = new Map<number, Heading>();
  for (const heading of document.headings)
    if (heading.line > chapter.line && heading.line < chapter.endLine) headings.set(heading.line, heading);
  for (let line = chapter.line + 1; line < chapter.endLine; line++) {
    const { firstCell, cellCount } = document.lines[line];
    if (cellCount !== 1) continue;
    const cell = document.cells[firstCell];
    const heading =
      headings.get(line) ?? (cell.separator === Separator.Tab ? readHeading(document.text, cell.start, cell.end, line) : undefined);
    if (!heading && cell.separator !== Separator.None) continue;
    const whole = heading ? heading.title : cell;
    const title = leadOf(document.text, whole);
    if (!title) continue;
    const folded = fold(document.text, title.start, title.end);
    const section = sections.find(({ namedBy }) => namedBy.some((word) => folded.includes(word)));
    // Without a number, only a line that is the title and nothing else, or leads into its text with a stop, is a heading.
    if (!heading && (!section || folded.length > 16 || isStatement.test(folded) || '，,'.includes(document.text[title.end]))) continue;
    // A numbered heading of another kind may stand within a part.
    if (!section && heading?.ordinal?.level !== 2) continue;
    found.push({ section, heading, line, start: heading?.span.start ?? title.start, end: title.end });
  }
  return found;
}

/** The words of a heading up to the first stop: （一）主动公开情况。全年… */
function leadOf(text: string, span: Span): Span | undefined {
  const most = Math.min(span.end, span.start + longestSectionTitle);
  for (let i = span.start; i < most; i++)
    if ('。：:；,，'.includes(text[i])) return i > span.start ? { start: span.start, end: i } : undefined;
  return most === span.end ? span : { start: span.start, end: most };
}
