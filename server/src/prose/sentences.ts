import type { Span } from '../format/document';
import { figuresIn, type ProseFigure } from './figures';

/** A sentence, from one full stop, semicolon or line end to the next, with its figures. */
export interface Sentence extends Span {
  readonly figures: readonly ProseFigure[];
}

const stop = /[。！？；;]/g;

/** The sentences of each paragraph, which several checks ask for. */
const known = new WeakMap<Span, Sentence[]>();

/** The sentences of a paragraph. Figures are looked for in those only that are asked for them. */
export function sentencesOf(text: string, paragraph: Span): Sentence[] {
  const before = known.get(paragraph);
  if (before) return before;
  const found: Sentence[] = [];
  const part = text.slice(paragraph.start, paragraph.end);
  let start = 0;
  stop.lastIndex = 0;
  for (let match = stop.exec(part); match; match = stop.exec(part)) {
    if (match.index > start) found.push(sentence(text, paragraph.start + start, paragraph.start + match.index));
    start = match.index + 1;
  }
  if (start < part.length) found.push(sentence(text, paragraph.start + start, paragraph.end));
  known.set(paragraph, found);
  return found;
}

function sentence(text: string, start: number, end: number): Sentence {
  let figures: ProseFigure[] | undefined;
  return {
    start,
    end,
    get figures() {
      figures ??= figuresIn(text, { start, end });
      return figures;
    },
  };
}
