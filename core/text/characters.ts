/** Character classes of Chinese office text, by UTF-16 code unit. */

/** White space as reports hold it: ASCII, no-break, full-width, zero-width and the byte order mark. Line ends included. */
export function isSpace(code: number): boolean {
  return (
    code === 0x20 ||
    (code >= 0x09 && code <= 0x0d) ||
    code === 0x3000 ||
    code === 0xa0 ||
    code === 0xfeff ||
    (code >= 0x2000 && code <= 0x200f) ||
    code === 0x85 ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x2060
  );
}

/** The value of an ASCII or full-width decimal digit, or -1. */
export function digitValue(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  if (code >= 0xff10 && code <= 0xff19) return code - 0xff10;
  return -1;
}

/** Column separators of plain-text tables: `|`, its full-width form and the box-drawing verticals. */
export function isPipe(code: number): boolean {
  return code === 0x7c || code === 0xff5c || code === 0x2502 || code === 0x2503;
}

const numerals = '零一二三四五六七八九';

const powers: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/**
 * The value of a Chinese numeral below ten thousand (一, 十二, 二十, 一百零五), or of one written digit by digit (二〇二一);
 * NaN for anything else.
 */
export function numeralValue(text: string): number {
  if (text === '') return Number.NaN;
  const positional = /[十百千]/.test(text);
  let value = 0;
  let digit: number | undefined;
  let below = 10_000;
  for (const character of text) {
    const power = powers[character];
    if (power !== undefined) {
      // 十二 begins with its power; 百 and 千 need a digit, and powers descend.
      if (power >= below || digit === 0 || (digit === undefined && (power !== 10 || value > 0))) return Number.NaN;
      value += (digit ?? 1) * power;
      below = power;
      digit = undefined;
      continue;
    }
    const next = '〇○０Ｏ'.includes(character) ? 0 : numerals.indexOf(character);
    if (next < 0) return Number.NaN;
    if (!positional) value = value * 10 + next;
    else if (digit) return Number.NaN;
    digit = next;
  }
  return positional ? value + (digit ?? 0) : value;
}
