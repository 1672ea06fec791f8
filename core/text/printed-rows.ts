import type { Pieces } from './cell';
import { digitValue, isSpace } from './characters';
import { readFigure } from './figure';

/** A longer line without separators is prose whatever it ends with. */
const longestRow = 400;
/** A longer label before a single figure is a sentence that happens to end in a number. */
const longestLabel = 40;
/** Figures of a row, in offsets from and to, after which the first may be stuck to the label's last character. */
const enoughFigures = 4;

/**
 * A line of a printed table: a label, then figures, with spaces between; or figures alone. The label keeps its own
 * spaces. undefined where the line does not end in a figure that stands by itself.
 */
export function printedPieces(text: string, start: number, end: number): Pieces | undefined {
  if (end - start > longestRow) return undefined;
  // From the end: each figure's end, then its start.
  const offsets: number[] = [];
  let to = end;
  while (to > start) {
    let from = to;
    while (from > start && !isSpace(text.charCodeAt(from - 1))) from--;
    if (!isPlainFigure(text, from, to)) {
      const glued = offsets.length >= enoughFigures ? gluedFigure(text, from, to) : to;
      if (glued < to) offsets.push(to, glued);
      to = glued;
      break;
    }
    offsets.push(to, from);
    to = from;
    while (to > start && isSpace(text.charCodeAt(to - 1))) to--;
  }
  if (offsets.length === 0) return undefined;
  const figures = offsets.reverse();
  if (to <= start) return figures;
  if (figures.length === 2 && to - start > longestLabel) return undefined;
  return [start, to, ...figures];
}

/** Where the digits begin that end a word of Chinese characters; `to` where none do. */
function gluedFigure(text: string, from: number, to: number): number {
  let at = to;
  while (at > from && digitValue(text.charCodeAt(at - 1)) >= 0) at--;
  return at > from && text.charCodeAt(at - 1) >= 0x4e00 ? at : to;
}

/** True if a word is nothing but digits, signs and marks: 2021年 ends no row. */
function isPlainFigure(text: string, start: number, end: number): boolean {
  const code = text.charCodeAt(start);
  if (end - start === 1 && code >= 0x30 && code <= 0x39) return true;
  if (digitValue(text.charCodeAt(end - 1)) < 0 && end - start > 3) {
    const last = text[end - 1];
    if (last !== '）' && last !== ')') return false;
  }
  return readFigure(text, start, end).kind !== 'none';
}

/** Characters of a longer line are no page number. */
const longestPageNumber = 16;

/** `- 3 -`, `— 12 —`, 第3页, 第 3 页 共 9 页: what a page break leaves between the lines of a table. */
export function isPageNumber(text: string, start: number, end: number): boolean {
  if (end - start > longestPageNumber) return false;
  const first = text[start];
  const last = text[end - 1];
  if (first === '第' && last === '页') return hasDigitsAmong(text, start + 1, end - 1, '第页共/，, ');
  return end - start >= 3 && '-－—–'.includes(first) && '-－—–'.includes(last) && hasDigitsAmong(text, start + 1, end - 1, '-－—– ');
}

/** True if there are digits, and nothing else but white space and `others`. */
function hasDigitsAmong(text: string, start: number, end: number, others: string): boolean {
  let digits = 0;
  for (let i = start; i < end; i++) {
    if (digitValue(text.charCodeAt(i)) >= 0) digits++;
    else if (!others.includes(text[i]) && !isSpace(text.charCodeAt(i))) return false;
  }
  return digits > 0;
}
