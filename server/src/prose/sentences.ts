import type { Span } from '../format/document';
import { figuresIn, type ProseFigure } from './figures';

/** A sentence, from one full stop, semicolon or line end to the next, with its figures. */
export interface Sentence extends Span {
  figures: ProseFigure[];
}

/** The sentences of a paragraph. `stops`: the characters that end one. */
export function sentencesOf(text: string, paragraph: Span, stops = '。！？；;'): Sentence[] {
  const found: Sentence[] = [];
  let start = paragraph.start;
  for (let at = paragraph.start; at <= paragraph.end; at++) {
    if (at < paragraph.end && !stops.includes(text[at])) continue;
    if (at > start) found.push({ start, end: at, figures: figuresIn(text, { start, end: at }) });
    start = at + 1;
  }
  return found;
}
