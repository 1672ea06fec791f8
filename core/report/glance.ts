import { endOfLine, nextLine } from '../text/line-ends';
import { parse } from '../text/parse';
import { identify } from './bind';
import { chapterOn } from './compilation';
import type { Identity } from './report';

/** Lines at the head, and characters at the foot, that are looked at. */
const mostLines = 60;
const footLength = 600;

/**
 * Who reports on which year, from the lines before the first chapter and those at the foot; from the whole text where
 * these do not tell. The same as reading the whole text, at a fraction of the time.
 */
export function glance(text: string): Pick<Identity, 'organ' | 'year'> {
  const ends = headAndFoot(text);
  const identity = ends === undefined ? undefined : identify(parse(ends));
  return identity?.title && identity.organ && identity.year ? identity : identify(parse(text));
}

/**
 * The lines up to the heading of the first chapter, and those at the foot. undefined where the whole text is needed: no
 * chapter begins near, the text is short, or a comment in it may correct it.
 */
export function headAndFoot(text: string): string | undefined {
  const head = endOfHead(text);
  const foot = text.length - footLength;
  if (head === undefined || foot <= head || text.includes('<!--')) return undefined;
  return `${text.slice(0, head)}\n${text.slice(text.indexOf('\n', foot) + 1)}`;
}

/** Who reports on which year, from a title alone, such as the name of a file; nulls where it is no report's title. */
export function titleOnly(title: string): Pick<Identity, 'organ' | 'year'> {
  const identity = identify(parse(title));
  return identity.title ? { organ: identity.organ, year: identity.year } : { organ: null, year: null };
}

/** Where the line with the first chapter's heading ends; undefined where none is near. */
function endOfHead(text: string): number | undefined {
  let start = 0;
  for (let line = 0; line < mostLines; line++) {
    const end = endOfLine(text, start);
    if (chapterOn(text, start, end) !== undefined) return end;
    start = nextLine(text, end);
  }
  return undefined;
}
