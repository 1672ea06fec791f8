import type { Document } from '../text/document';
import { fold } from '../text/fold';
import { readHeading } from '../text/heading';
import { endOfLine, isLineEnd, lineEndsIn, nextLine } from '../text/line-ends';
import { parse } from '../text/parse';
import { bind } from './bind';
import { chapterOfHeading } from './chapters';
import { isName, isTitle, longestTitleLine, takeYear } from './identity';
import type { Report } from './report';

/*
 * Many reports in one text, such as a province's yearly compilation. A report begins at a title behind which the chapters
 * begin anew. Whether a line does that depends on what stands close around it, and never on what lies beyond the report
 * in front of it or the one behind: an edit is looked at with these two, and nothing else is read again.
 */

/** Lines behind a title within which its first chapter begins. */
const reachForward = 60;
/** Lines in front of a title within which the chapter before it begins. */
const reachBack = 500;

/** Offsets at which the reports of a text begin; 0 is the first, whatever stands there. Linear in the text. */
export function reportStarts(text: string): number[] {
  const starts = [0];
  for (const { start, end } of titlesIn(text)) {
    const begun = starts[starts.length - 1];
    if (start <= begun) continue;
    const last = headingBefore(text, start, begun);
    const next = last === undefined ? undefined : headingBehind(text, end);
    if (next !== undefined && last !== undefined && next <= last) starts.push(Math.max(headOf(text, start, begun), begun + 1));
  }
  return starts;
}

/** The texts of the reports of a text, one after the other. */
export function textsIn(text: string): string[] {
  const starts = reportStarts(text);
  return starts.length === 1 ? [text] : starts.map((start, index) => text.slice(start, starts[index + 1]));
}

/** The reports of a text one by one, each with its place in it: who looks at one after the other holds one only. */
export function* eachReport(text: string): Generator<Report> {
  const texts = textsIn(text);
  let firstLine = 0;
  for (const own of texts) {
    const document = parse(own);
    document.firstLine = firstLine;
    if (texts.length > 1) firstLine += lineEndsIn(own);
    yield bind(document);
  }
}

/** The reports of a text, each with its place in it. */
export function readReports(text: string): Report[] {
  return [...eachReport(text)];
}

interface Line {
  start: number;
  end: number;
}

/** Lines that may be titles, or the last of a title's lines. */
function titlesIn(text: string): Line[] {
  const found: Line[] = [];
  const words = /报告|年报/g;
  for (let hit = words.exec(text); hit; hit = words.exec(text)) {
    const line = lineAround(text, hit.index);
    if (!line) continue;
    words.lastIndex = line.end;
    const folded = fold(text, line.start, line.end).replace(/^#+/, '');
    if (isTitle(folded, '')) found.push(line);
    else if (folded.length <= 12 && /^(?:工作)?年?度?(?:报告|年报)$/.test(folded)) {
      const above = lineAbove(text, line.start);
      if (above && isTitle(fold(text, above.start, above.end).replace(/^#+/, ''), folded))
        found.push({ start: above.start, end: line.end });
    }
  }
  return found;
}

/** The line around an offset; undefined where it is too long for a title. */
function lineAround(text: string, offset: number): Line | undefined {
  let start = offset;
  let end = offset;
  const most = longestTitleLine + 20;
  while (start > 0 && offset - start <= most && !isLineEnd(text.charCodeAt(start - 1))) start--;
  while (end < text.length && end - offset <= most && !isLineEnd(text.charCodeAt(end))) end++;
  return end - start <= most ? { start, end } : undefined;
}

/** The nearest line above that is not blank, if it is short. */
function lineAbove(text: string, start: number): Line | undefined {
  let at = start;
  while (at > 0 && /\s/.test(text[at - 1])) at--;
  return at > 0 ? lineAround(text, at - 1) : undefined;
}

/** Where a report begins whose title begins on a line: with the lines above that name the organ, and a comment on it. */
function headOf(text: string, title: number, begun: number): number {
  let start = title;
  const end = lineAround(text, title)?.end ?? title;
  const { rest } = takeYear(fold(text, title, end).replace(/^[#关于]+/, ''));
  const named = isName(rest.replace(/(?:政府信息公开|政务公开|信息公开).*$/, ''));
  const above = named ? undefined : lineAbove(text, start);
  const isOrgan =
    above && chapterOn(text, above.start, above.end) === undefined && isName(fold(text, above.start, above.end).replace(/^#+/, ''));
  if (isOrgan && above.start > begun) start = above.start;
  const comment = lineAbove(text, start);
  if (comment && comment.start > begun && /^\s*<!--.*-->\s*$/.test(text.slice(comment.start, comment.end))) start = comment.start;
  return start;
}

/** The number of the first chapter that begins behind an offset, if one does soon. */
function headingBehind(text: string, offset: number): number | undefined {
  let start = nextLine(text, offset);
  for (let count = 0; count < reachForward && start < text.length; count++) {
    const end = endOfLine(text, start);
    const chapter = chapterOn(text, start, end);
    if (chapter !== undefined && !standsAmongHeadings(text, start, end)) return chapter;
    start = nextLine(text, end);
  }
  return undefined;
}

/** The number of the last chapter that begins in front of an offset, if one does not far from it. */
function headingBefore(text: string, offset: number, begun: number): number | undefined {
  let end = offset - 1;
  for (let count = 0; count < reachBack && end >= begun; count++) {
    let start = end;
    while (start > begun && !isLineEnd(text.charCodeAt(start - 1))) start--;
    const chapter = chapterOn(text, start, end);
    if (chapter !== undefined && !standsAmongHeadings(text, start, end)) return chapter;
    end = start - 1;
  }
  return undefined;
}

/** The chapter that a line is the heading of. */
export function chapterOn(text: string, start: number, end: number): number | undefined {
  let from = start;
  while (from < end && (text[from] === '#' || text[from] === '\t' || text[from] === ' ' || text[from] === '　')) from++;
  if (end - from > longestTitleLine || !ordinals.includes(text[from])) return undefined;
  const document: Document = { text, lines: [], cells: [], headings: [], firstLine: 0, eol: '\n' };
  const heading = readHeading(text, start, end, 0) ?? readHeading(text, from, end, 0);
  return heading && chapterOfHeading(document, heading)?.chapter.number;
}

const ordinals = '一二三四五六';

/** Whether a heading stands between others with nothing between them: a line of a list of contents. */
function standsAmongHeadings(text: string, start: number, end: number): boolean {
  const above = lineAbove(text, start);
  let next = nextLine(text, end);
  while (next < text.length && endOfLine(text, next) === next) next = nextLine(text, next);
  const below = next < text.length && chapterOn(text, next, endOfLine(text, next)) !== undefined;
  return below || (above !== undefined && chapterOn(text, above.start, above.end) !== undefined);
}
