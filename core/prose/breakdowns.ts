import type { Paragraph } from '../report/paragraphs';
import type { Report } from '../report/report';
import type { Span } from '../text/document';
import type { ProseFigure } from './figures';
import { sentencesOf } from './sentences';

/** A whole, and the parts that it is said to consist of. */
export interface Breakdown {
  whole: ProseFigure;
  parts: readonly ProseFigure[];
}

/** Words that say that not all parts are named, or that some are counted twice. */
const partial = /其余|等(?:[，,。；;、）)]|$|方面|内容|各类)|主要|部分(?!公开)|包括但不限于|不含|重复|另外|此外|同时|以及其他/;
/** So many parts are meant as all of them; fewer may be all that is worth naming. */
const fewestParts = 3;
/** Two parts are meant as all of them if they come to so much of the whole. */
const nearness = 0.9;
/** Most characters between a whole and 其中. */
const mostBetween = 12;

/**
 * The breakdowns of a report's prose: a figure, 其中, and figures of the same unit up to the end of the sentence. Lists in
 * parentheses break down the figure before them. Lists that are partial, or may be, are left out.
 */
export function breakdownsOf({ document: { text } }: Report, paragraphs: readonly Paragraph[]): Breakdown[] {
  return paragraphs.flatMap((paragraph) =>
    sentencesOf(text, paragraph)
      // The quick look that spares most sentences the search for figures.
      .filter(({ start, end }) => text.slice(start, end).includes('其中'))
      .flatMap(({ start, end, figures }) => [...listsIn(text, start, end, figures), ...nested(text, end, figures)]),
  );
}

/** The lists of a sentence, outside of parentheses. */
function listsIn(text: string, start: number, end: number, figures: readonly ProseFigure[]): Breakdown[] {
  const inside = parenthesesIn(text, start, end);
  const isOutside = (at: number) => !inside.some((each) => each.start < at && at < each.end);
  const own = figures.filter((figure) => isOutside(figure.start));
  const leads = [...text.slice(start, end).matchAll(/其中/g)].map(({ index }) => start + index).filter(isOutside);
  return leads.flatMap((lead, index) => {
    const whole = own.filter((figure) => figure.unitEnd <= lead).at(-1);
    // Only a few words on what was done with the whole stand between it and its parts.
    if (!whole || lead - whole.unitEnd > mostBetween) return [];
    const parts = own.filter((figure) => figure.start > lead && figure.start < (leads[index + 1] ?? end));
    // A list that goes on in another unit, or with the rest in the next sentence, does not name all.
    if (parts.some(({ unit }) => unit !== whole.unit && unit !== '%')) return [];
    if (partial.test(text.slice(lead, end)) || /^[。；;]?\s*(?:其余|其他)/.test(text.slice(end, end + 6))) return [];
    const same = parts.filter(({ unit }) => unit === whole.unit);
    return areAllParts(whole, same) ? [{ whole, parts: same }] : [];
  });
}

/** Lists in parentheses directly after a figure: 2条（其中部门预算1条、部门决算1条）. */
function nested(text: string, end: number, figures: readonly ProseFigure[]): Breakdown[] {
  return figures.flatMap((whole) => {
    if (!'（('.includes(text[whole.unitEnd]) || whole.unitEnd >= end) return [];
    const close = /[）)]/.exec(text.slice(whole.unitEnd + 1, end));
    if (!close) return [];
    const [from, to] = [whole.unitEnd + 1, whole.unitEnd + 1 + close.index];
    const inside = text.slice(from, to);
    const parts = figures.filter((figure) => figure.start >= from && figure.unitEnd <= to);
    if (!inside.includes('其中') || partial.test(inside) || parts.some(({ unit }) => unit !== whole.unit)) return [];
    return areAllParts(whole, parts) ? [{ whole, parts }] : [];
  });
}

/** True if there are enough parts, or they come near enough, to be meant as all of the whole. */
function areAllParts(whole: ProseFigure, parts: readonly ProseFigure[]): boolean {
  if (!whole.exact || parts.length < 2 || parts.some(({ exact }) => !exact)) return false;
  const sum = parts.reduce((all, { value }) => all + value, 0);
  return sum > whole.value || parts.length >= fewestParts || sum >= whole.value * nearness;
}

/** The stretches in parentheses, without those inside others. One that is not closed ends with the sentence. */
function parenthesesIn(text: string, start: number, end: number): Span[] {
  const found: Span[] = [];
  let depth = 0;
  let from = start;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    // （ and (, ） and ).
    if (code === 0xff08 || code === 0x28) {
      if (depth++ === 0) from = i;
    } else if ((code === 0xff09 || code === 0x29) && depth > 0 && --depth === 0) found.push({ start: from, end: i });
  }
  if (depth > 0) found.push({ start: from, end });
  return found;
}
