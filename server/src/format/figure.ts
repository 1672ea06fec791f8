import { digitValue, isSpace } from './characters';

export const enum FigureKind {
  /** Not a figure. */
  None,
  Number,
  /** `/`, `-`, `—`, 无: the cell does not apply. */
  NotApplicable,
}

export interface Figure {
  kind: FigureKind;
  /** NaN unless `kind` is `Number`. */
  value: number;
  /** Where the number itself stands, without its unit. */
  start: number;
  end: number;
  /** Written with full-width digits or with thousands separators. */
  unusual: boolean;
}

const none: Figure = Object.freeze({ kind: FigureKind.None, value: Number.NaN, start: 0, end: 0, unusual: false });

const dashes = '-－—–―─−';
const units = '件条项个宗起次份人元万亿家篇笔部';
const notApplicable = new Set(['无', '不适用', '/', '／', '\\', 'n/a', 'na', '无此项', '*', '※']);

/**
 * Reads the figure that a trimmed cell holds: digits (ASCII or full-width), thousands separators, a decimal point, a
 * sign (`-`, `+`, 增, 减), a unit behind (件, 万元, or anything in parentheses); or one of the marks for ‘not applicable’.
 */
export function readFigure(text: string, start: number, end: number): Figure {
  if (end <= start) return none;
  const first = text.charCodeAt(start);
  if (end - start === 1 && first >= 0x30 && first <= 0x39)
    return { kind: FigureKind.Number, value: first - 0x30, start, end, unusual: false };
  if (first === 0x2a && end - start > 4 && text.startsWith('**', start) && text.startsWith('**', end - 2))
    return readFigure(text, start + 2, end - 2);

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
    } else if (
      (code === 0x2e || code === 0xff0e) &&
      scale === 0 &&
      at + 1 < end &&
      digitValue(text.charCodeAt(at + 1)) >= 0
    ) {
      if (code > 0xff) unusual = true;
      scale = 0.1;
      at++;
    } else break;
  }
  const stop = at;
  if (!isUnit(text, stop, end)) return none;
  if (scale > 0) value = Number(plainDigits(text, start, stop));
  if (!Number.isFinite(value)) return none;
  return { kind: FigureKind.Number, value: sign * Math.abs(value) + 0, start, end: stop, unusual };
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
  if (end - start > 6) return none;
  let dashed = true;
  for (let i = start; i < end && dashed; i++) dashed = dashes.includes(text[i]);
  if (!dashed && !notApplicable.has(text.slice(start, end).toLowerCase())) return none;
  return { kind: FigureKind.NotApplicable, value: Number.NaN, start, end, unusual: false };
}

/** The number as the product writes it: ASCII digits, no separators, no superfluous zeros. */
export function writeFigure(value: number): string {
  return String(value);
}
