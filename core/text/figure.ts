import { digitValue, isSpace } from './characters';

/** A number in digits. */
export interface NumberFigure {
  readonly kind: 'number';
  readonly value: number;
  /** Where the number itself stands, without its unit: offsets from the start of the text that was read. */
  readonly from: number;
  readonly to: number;
  /** Written with full-width digits or with thousands separators. */
  readonly unusual: boolean;
}

/** What a cell holds. `not-applicable`: `/`, `-`, `—`, 无. `none`: nothing, or text that is no figure. */
export type Figure = NumberFigure | { readonly kind: 'not-applicable' } | { readonly kind: 'none' };

export const noFigure: Figure = Object.freeze({ kind: 'none' });
const notApplicable: Figure = Object.freeze({ kind: 'not-applicable' });

/** The figures of one digit: most of what a report holds. */
const digits: readonly NumberFigure[] = Array.from({ length: 10 }, (_, value) =>
  Object.freeze({ kind: 'number', value, from: 0, to: 1, unusual: false }),
);

const dashes = '-－—–―─−';
const leading = '增减无不';
const units = '件条项个宗起次份人元万亿家篇笔部';
const marks = new Set(['无', '不适用', '/', '／', '\\', 'n/a', 'na', '无此项', '*', '※']);

/**
 * Reads the figure that a trimmed cell holds: digits (ASCII or full-width), thousands separators, a decimal point, a
 * sign (`-`, `+`, 增, 减), a unit after it (件, 万元, or anything in parentheses); or one of the marks for ‘not applicable’.
 */
export function readFigure(text: string, start: number, end: number): Figure {
  if (end <= start) return noFigure;
  const first = text.charCodeAt(start);
  if (end - start === 1 && first >= 0x30 && first <= 0x39) return digits[first - 0x30];
  // A label: no figure begins with a character, but for 增, 减 and the words for ‘not applicable’.
  if (first >= 0x4e00 && first <= 0x9fff && !leading.includes(text[start])) return noFigure;
  if (first === 0x2a && end - start > 4 && text.startsWith('**', start) && text.startsWith('**', end - 2)) {
    const inner = readFigure(text, start + 2, end - 2);
    return inner.kind === 'number' ? { ...inner, from: inner.from + 2, to: inner.to + 2 } : inner;
  }

  let at = start;
  let sign = 1;
  const lead = text[at];
  if (dashes.includes(lead)) {
    sign = -1;
    at++;
  } else if (lead === '+' || lead === '＋') at++;
  else if (lead === '增' || lead === '减') {
    if (lead === '减') sign = -1;
    at++;
    if (text[at] === '加' || text[at] === '少') at++;
  }
  while (at < end && isSpace(text.charCodeAt(at))) at++;
  if (at >= end || digitValue(text.charCodeAt(at)) < 0) return notApplicableFigure(text, start, end);

  let value = 0;
  let scale = 0;
  let group = -1;
  let unusual = false;
  while (at < end) {
    const code = text.charCodeAt(at);
    const digit = digitValue(code);
    if (digit >= 0) {
      if (code > 0xff) unusual = true;
      if (scale > 0) {
        value += digit * scale;
        scale /= 10;
      } else value = value * 10 + digit;
      if (group >= 0) group++;
      at++;
    } else if ((code === 0x2c || code === 0xff0c) && scale === 0 && group !== 0 && hasThree(text, at + 1, end)) {
      group = 0;
      unusual = true;
      at++;
    } else if ((code === 0x2e || code === 0xff0e) && scale === 0 && at + 1 < end && digitValue(text.charCodeAt(at + 1)) >= 0) {
      if (code > 0xff) unusual = true;
      scale = 0.1;
      at++;
    } else break;
  }
  const stop = at;
  if (!isUnit(text, stop, end)) return noFigure;
  if (scale > 0) value = Number(plainDigits(text, start, stop));
  if (!Number.isFinite(value)) return noFigure;
  return { kind: 'number', value: sign * Math.abs(value) + 0, from: 0, to: stop - start, unusual };
}

function hasThree(text: string, at: number, end: number): boolean {
  if (at + 3 > end) return false;
  for (let i = at; i < at + 3; i++) if (digitValue(text.charCodeAt(i)) < 0) return false;
  return at + 3 === end || digitValue(text.charCodeAt(at + 3)) < 0;
}

/** The number written in ASCII digits, without separators or sign. */
function plainDigits(text: string, start: number, end: number): string {
  let plain = '';
  for (let i = start; i < end; i++) {
    const digit = digitValue(text.charCodeAt(i));
    if (digit >= 0) plain += digit;
    else if (text[i] === '.' || text[i] === '．') plain += '.';
  }
  return plain;
}

function isUnit(text: string, at: number, end: number): boolean {
  while (at < end && isSpace(text.charCodeAt(at))) at++;
  if (at >= end) return true;
  const open = text[at];
  if (open === '（' || open === '(') return text[end - 1] === '）' || text[end - 1] === ')';
  if (end - at > 3) return false;
  for (; at < end; at++) if (!units.includes(text[at])) return false;
  return true;
}

function notApplicableFigure(text: string, start: number, end: number): Figure {
  if (end - start > 6) return noFigure;
  let dashed = true;
  for (let i = start; i < end && dashed; i++) dashed = dashes.includes(text[i]);
  if (!dashed && !marks.has(text.slice(start, end).toLowerCase())) return noFigure;
  return notApplicable;
}

/** The number as the product writes it: ASCII digits, no separators, no zeros that say nothing. */
export function writeFigure(value: number): string {
  return String(value);
}
