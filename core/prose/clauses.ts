import type { Paragraph } from '../report/paragraphs';
import type { Report } from '../report/report';
import type { Span } from '../text/document';
import type { Sentence } from './sentences';
import { withRelativeYears } from './years';

/** A sentence, and where it stands. */
export interface Passage {
  report: Report;
  paragraph: Paragraph;
  sentence: Sentence;
}

/** The words around a figure, or around a denial, that may say what it counts. */
export interface Clause {
  /** What the sentence says up to the figure, as written. */
  said: string;
  /** The part of it that belongs to the figure's own clause. */
  lead: string;
  /** What the sentence says before `before`, as written. */
  earlier: string;
  /** The clause before the figure, after the last figure: without white space, the years of carrying over made relative. */
  before: string;
  /** The clause after the figure's unit, up to the next figure, in the same way. */
  after: string;
}

/** Clauses end at commas and parentheses; 、 divides lists within them, and ends what is said after a figure. */
const clauseStarts = '，,（(）)';
const clauseEnds = '，,：:、（(';

/** The clause of one of a sentence's figures. */
export function clauseOfFigure({ report, sentence }: Passage, index: number): Clause {
  const [last, figure, next] = [sentence.figures[index - 1], sentence.figures[index], sentence.figures[index + 1]];
  const { text } = report.document;
  const start = clauseStart(text, sentence, figure.start);
  const after = { start: figure.unitEnd, end: clauseEnd(text, { start: figure.unitEnd, end: next?.start ?? sentence.end }) };
  return clauseBetween(report, sentence, { start, from: Math.max(start, last?.unitEnd ?? 0), end: figure.start }, after);
}

/** The clause of words that deny something, which say all there is to say. */
export function clauseOfDenial({ report, sentence }: Passage, at: number): Clause {
  const start = clauseStart(report.document.text, sentence, at);
  return clauseBetween(report, sentence, { start, from: start, end: at }, { start: at, end: at });
}

function clauseBetween(
  { document: { text }, identity }: Report,
  sentence: Span,
  { start, from, end }: { start: number; from: number; end: number },
  after: Span,
): Clause {
  const words = (span: Span) => withRelativeYears(withoutSpace(text.slice(span.start, span.end)), identity.year);
  return {
    said: text.slice(sentence.start, end),
    lead: text.slice(start, end),
    earlier: text.slice(sentence.start, from),
    before: words({ start: from, end }),
    after: words(after),
  };
}

export function withoutSpace(text: string): string {
  return text.replace(/\s+/g, '');
}

function clauseStart(text: string, { start }: Span, at: number): number {
  let i = at;
  while (i > start && !clauseStarts.includes(text[i - 1])) i--;
  return i;
}

function clauseEnd(text: string, { start, end }: Span): number {
  let i = start;
  while (i < end && !clauseEnds.includes(text[i])) i++;
  return i;
}
