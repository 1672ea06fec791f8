import { digitValue, isSpace, numeralValue } from './characters';
import type { Heading, Ordinal, Span } from './document';
import { skipMarks } from './marks';

const numeral = /[一二三四五六七八九十]/;
const numerals = '一二三四五六七八九十第';
const marks = '、.．,，:：﹒·';

/**
 * Reads `一、`, `第一章`, `第一部分`, `（一）`, `(1)`, `1.`, `1、` and the like at `start`; undefined where there is none. Spaces
 * inside are passed over.
 */
export function readOrdinal(text: string, start: number, end: number): Ordinal | undefined {
  const at = skipSpace(text, start, end);
  if (at >= end) return undefined;
  const first = text[at];
  if (first === '（' || first === '(' || first === '〔') return readParenthesised(text, at + 1, end);
  if (first === '第') return readNth(text, at + 1, end);
  if (numeral.test(first)) {
    const number = readNumerals(text, at, end);
    const mark = skipSpace(text, number.rest, end);
    if (Number.isNaN(number.value) || mark >= end || !marks.includes(text[mark])) return undefined;
    return { level: 1, value: number.value, rest: mark + 1 };
  }
  const number = readDigits(text, at, end);
  if (!number) return undefined;
  const mark = skipSpace(text, number.rest, end);
  if (mark >= end || !(marks.includes(text[mark]) || text[mark] === ')' || text[mark] === '）')) return undefined;
  // 3.5 is a number, not an ordinal.
  if (mark + 1 < end && digitValue(text.charCodeAt(mark + 1)) >= 0) return undefined;
  return { level: 3, value: number.value, rest: mark + 1 };
}

function readParenthesised(text: string, start: number, end: number): Ordinal | undefined {
  const at = skipSpace(text, start, end);
  const han = at < end && numeral.test(text[at]);
  const number = han ? readNumerals(text, at, end) : readDigits(text, at, end);
  if (!number || Number.isNaN(number.value)) return undefined;
  const close = skipSpace(text, number.rest, end);
  if (close >= end || !'）)〕'.includes(text[close])) return undefined;
  return { level: han ? 2 : 3, value: number.value, rest: close + 1 };
}

/** 第一章, 第一部分: but not 第二十条, which is a citation. */
function readNth(text: string, start: number, end: number): Ordinal | undefined {
  const number = readNumerals(text, skipSpace(text, start, end), end);
  if (Number.isNaN(number.value)) return undefined;
  let at = number.rest;
  if (text[at] === '章') at++;
  else if (text.startsWith('部分', at)) at += 2;
  else return undefined;
  at = skipSpace(text, at, end);
  if (at < end && marks.includes(text[at])) at++;
  return { level: 1, value: number.value, rest: at };
}

function readNumerals(text: string, start: number, end: number): { value: number; rest: number } {
  let at = start;
  while (at < end && at - start < 4 && numeral.test(text[at])) at++;
  return { value: numeralValue(text.slice(start, at)), rest: at };
}

function readDigits(text: string, start: number, end: number): { value: number; rest: number } | undefined {
  let at = start;
  let value = 0;
  while (at < end && at - start < 3) {
    const digit = digitValue(text.charCodeAt(at));
    if (digit < 0) break;
    value = value * 10 + digit;
    at++;
  }
  return at > start ? { value, rest: at } : undefined;
}

function skipSpace(text: string, at: number, end: number): number {
  while (at < end && isSpace(text.charCodeAt(at))) at++;
  return at;
}

/** Reads a trimmed line as a heading; undefined where it carries neither `#` nor an ordinal. */
export function readHeading(text: string, start: number, end: number, line: number): Heading | undefined {
  let at = start;
  while (at < end && text.charCodeAt(at) === 0x23) at++;
  let hashes = at - start;
  if (hashes > 6 || (hashes > 0 && at === end)) {
    hashes = 0;
    at = start;
  }
  let from = skipSpace(text, at, end);
  let to = end;
  if (hashes > 0) {
    while (to > from && (text.charCodeAt(to - 1) === 0x23 || isSpace(text.charCodeAt(to - 1)))) to--;
  }
  if (to - from > 4 && text.startsWith('**', from) && text.startsWith('**', to - 2)) {
    from += 2;
    to -= 2;
  }
  const code = text.charCodeAt(from);
  if (hashes === 0 && !startsOrdinal(code)) return undefined;
  const ordinal = readOrdinal(text, from, to);
  if (!ordinal && hashes === 0) return undefined;
  const title: Span = { start: skipMarks(text, ordinal ? ordinal.rest : from, to), end: to };
  return {
    line,
    marks: hashes,
    ordinal,
    span: { start: from, end: to },
    title: title.start > title.end ? { start: to, end: to } : title,
  };
}

function startsOrdinal(code: number): boolean {
  return (
    (code >= 0x4e00 && numerals.includes(String.fromCharCode(code))) ||
    code === 0xff08 ||
    code === 0x28 ||
    code === 0x3014 ||
    digitValue(code) >= 0
  );
}
