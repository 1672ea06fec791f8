import { isSpace } from '../text/characters';
import type { Span } from '../text/document';
import { fold } from '../text/fold';
import { readHeading } from '../text/heading';
import { eachLine } from '../text/line-ends';
import { readReport } from './bind';
import { chapterOfHeading } from './chapters';
import { isName, isTitle, longestTitleLine, takeYear } from './identity';
import type { Report } from './report';

/*
 * Many reports in one text, such as a province's yearly compilation. A report begins at a title after which the chapters
 * begin from the first again. If a line does that depends on the lines close around it, and never on what lies beyond the
 * report before it or the one after: an edit is looked at with these two, and nothing else is read again.
 */

/** Lines after a title within which its first chapter begins. */
const reachForward = 60;
/** Lines before a title within which the chapter above it begins. */
const reachBack = 500;
/** Characters that a line with a title may have, marks and white space included. */
const longestLine = longestTitleLine + 20;

/** A report of a compilation: its text, and where it begins in the whole (offset, zero-based line). */
export interface CompilationPart {
  text: string;
  start: number;
  firstLine: number;
}

/** Where the reports of a text begin; the first at its start, whatever stands there. Linear in the text. */
export function split(text: string): CompilationPart[] {
  const starts = reportStarts(text);
  return starts.map(({ start, line }, index) => ({ text: text.slice(start, starts[index + 1]?.start), start, firstLine: line }));
}

/** The reports of a text. */
export function readReports(text: string): Report[] {
  return split(text).map((part) => readReport(part.text));
}

interface Start {
  start: number;
  line: number;
}

function reportStarts(text: string): Start[] {
  const starts: Start[] = [{ start: 0, line: 0 }];
  const lines: Span[] = [];
  eachLine(text, (start, end) => lines.push({ start, end }));
  const titles = [...titlesIn(text, lines)];
  // A title begins another report only below chapters. Most texts have one title, on their first line.
  if (titles.every(({ first }) => first === 0)) return starts;
  const numbers = lines.map(({ start, end }) => chapterOn(text, start, end));
  const chapters = numbers.flatMap((chapter, line) =>
    chapter === undefined || isContentsEntry(text, lines, numbers, line) ? [] : [{ line, chapter }],
  );
  let next = 0;
  for (const { first, last } of titles) {
    const begun = starts[starts.length - 1];
    while (next < chapters.length && chapters[next].line < first) next++;
    const above = chapters[next - 1];
    if (!above || above.line < begun.line || above.line < first - reachBack) continue;
    let after = next;
    while (after < chapters.length && chapters[after].line <= last) after++;
    const below = chapters[after];
    if (!below || below.line > last + reachForward || below.chapter > above.chapter) continue;
    const line = beginningOfReport(text, lines, numbers, first);
    starts.push({ start: lines[line].start, line });
  }
  return starts;
}

function isBlankLine(text: string, { start, end }: Span): boolean {
  for (let at = start; at < end; at++) if (!isSpace(text.charCodeAt(at))) return false;
  return true;
}

/** Lines that may be titles; the organ, the year and the rest may stand on two. */
function* titlesIn(text: string, lines: readonly Span[]): Generator<{ first: number; last: number }> {
  const words = /报告|年报/g;
  let line = 0;
  for (let hit = words.exec(text); hit; hit = words.exec(text)) {
    while (lines[line].end < hit.index) line++;
    words.lastIndex = lines[line].end;
    if (!isShort(lines[line])) continue;
    const folded = titleWords(text, lines[line]);
    if (isTitle(folded, '')) yield { first: line, last: line };
    else if (/^(?:工作)?年?度?(?:报告|年报)$/.test(folded)) {
      const above = filledAbove(text, lines, line);
      if (above !== undefined && isTitle(titleWords(text, lines[above]), folded)) yield { first: above, last: line };
    }
  }
}

function isShort({ start, end }: Span): boolean {
  return end - start <= longestLine;
}

function titleWords(text: string, { start, end }: Span): string {
  return fold(text, start, end).replace(/^#+/, '');
}

/** The nearest line above that is not blank, if it is short. */
function filledAbove(text: string, lines: readonly Span[], line: number): number | undefined {
  let above = line - 1;
  while (above >= 0 && isBlankLine(text, lines[above])) above--;
  return lines[above] && isShort(lines[above]) ? above : undefined;
}

/** The line on which a report begins whose title begins on a line: one above that names the organ, a comment above that. */
function beginningOfReport(text: string, lines: readonly Span[], chapters: readonly (number | undefined)[], title: number): number {
  let head = title;
  const { rest } = takeYear(fold(text, lines[title].start, lines[title].end).replace(/^[#关于]+/, ''));
  const isNamed = isName(rest.replace(/(?:政府信息公开|政务公开|信息公开).*$/, ''));
  const above = isNamed ? undefined : filledAbove(text, lines, head);
  if (above !== undefined && chapters[above] === undefined && isName(titleWords(text, lines[above]))) head = above;
  const comment = filledAbove(text, lines, head);
  if (comment !== undefined && /^\s*<!--.*-->\s*$/.test(text.slice(lines[comment].start, lines[comment].end))) head = comment;
  return head;
}

/** The number of the chapter that a line, from `start` to `end`, is the heading of. */
export function chapterOn(text: string, start: number, end: number): number | undefined {
  let from = start;
  while (text[from] === '#' || text[from] === '\t' || text[from] === ' ' || text[from] === '　') from++;
  if (end - from > longestTitleLine || !ordinals.includes(text[from])) return undefined;
  const headingFrom = (at: number) => readHeading(text, at, end, 0);
  const heading = headingFrom(start) ?? headingFrom(from);
  return heading && chapterOfHeading({ text }, heading)?.chapter.number;
}

const ordinals = '一二三四五六';

/** True if another heading stands next to this one, with nothing between: a line of a list of contents. */
function isContentsEntry(text: string, lines: readonly Span[], chapters: readonly (number | undefined)[], line: number): boolean {
  let below = line + 1;
  while (below < lines.length && isBlankLine(text, lines[below])) below++;
  if (chapters[below] !== undefined) return true;
  const above = filledAbove(text, lines, line);
  return above !== undefined && chapters[above] !== undefined;
}
