import type { Span } from '../text/document';
import { figuresIn, type ProseFigure } from './figures';

/** A sentence, from one full stop, semicolon or line end to the next, with its figures. */
export interface Sentence extends Span {
  readonly figures: readonly ProseFigure[];
}

/** Most characters of a sentence: what has no full stop for longer is none. */
const longest = 1500;
const stop = /[。！？；;]/g;

/** The sentences found in each paragraph: several checks ask for them. */
const known = new WeakMap<Span, Sentence[]>();

/** The sentences of a paragraph. The figures of each are looked for when they are asked for. */
export function sentencesOf(text: string, paragraph: Span): Sentence[] {
  const before = known.get(paragraph);
  if (before) return before;
  const found: Sentence[] = [];
  const part = text.slice(paragraph.start, paragraph.end);
  const add = (from: number, to: number) => {
    if (to > from && to - from <= longest) found.push(new LazySentence(text, paragraph.start + from, paragraph.start + to));
  };
  let start = 0;
  stop.lastIndex = 0;
  for (let match = stop.exec(part); match; match = stop.exec(part)) {
    add(start, match.index);
    start = match.index + 1;
  }
  add(start, part.length);
  known.set(paragraph, found);
  return found;
}

/** Its getter is the class's: objects with getters of their own are slow to make. */
class LazySentence implements Sentence {
  private known: readonly ProseFigure[] | undefined;

  constructor(
    private readonly text: string,
    readonly start: number,
    readonly end: number,
  ) {}

  get figures(): readonly ProseFigure[] {
    this.known ??= figuresIn(this.text, this);
    return this.known;
  }
}
