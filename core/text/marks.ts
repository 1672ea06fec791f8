import { isSpace } from './characters';
import type { Span } from './document';

/** Marks that extraction from Word leaves in the text: bookmarks, pictures, notes; field codes and link targets. */
const bracketed = /\[(?:bookmark|image|picture|hyperlink|footnote|endnote|comment|field)\s*[:：][^\]\r\n]{0,120}\]/iy;
const fieldCode =
  /(?:HYPERLINK\s+(?:\\l\s+)?"[^"\r\n]{0,200}"|PAGEREF\s+_Toc\d+(?:\s+\\h)?|TOC\s+\\o\s+"[\d-]{1,5}"(?:\s+\\\w)*|MERGEFORMAT)/y;

/** The offset after a bracketed mark at `at`; `at` itself where there is none. */
export function skipMark(text: string, at: number): number {
  if (text.charCodeAt(at) !== 0x5b) return at;
  bracketed.lastIndex = at;
  return bracketed.test(text) ? bracketed.lastIndex : at;
}

/** The offset after the marks at `start` and the white space around them. */
export function skipMarks(text: string, start: number, end: number): number {
  for (;;) {
    while (start < end && isSpace(text.charCodeAt(start))) start++;
    const next = skipMark(text, start);
    if (next === start || next > end) return start;
    start = next;
  }
}

/** All leftover marks of a text, in order. */
export function findMarks(text: string): Span[] {
  const found: Span[] = [];
  for (let at = text.indexOf('['); at >= 0; at = text.indexOf('[', at + 1)) {
    const end = skipMark(text, at);
    if (end > at) found.push({ start: at, end });
  }
  for (const word of ['HYPERLINK', 'PAGEREF', 'TOC \\o', 'MERGEFORMAT'])
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      fieldCode.lastIndex = at;
      if (fieldCode.test(text)) found.push({ start: at, end: fieldCode.lastIndex });
    }
  return found.sort((a, b) => a.start - b.start);
}
