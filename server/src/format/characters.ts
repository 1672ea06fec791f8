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

/**
 * The value of a Chinese numeral below one hundred (一, 十二, 二十), or of one written digit by digit (二〇二一); NaN
 * for anything else.
 */
export function numeralValue(text: string): number {
  if (text === '') return Number.NaN;
  const ten = text.indexOf('十');
  if (ten >= 0) {
    const tens = ten === 0 ? 1 : numerals.indexOf(text.slice(0, ten));
    const units = ten === text.length - 1 ? 0 : numerals.indexOf(text.slice(ten + 1));
    return tens < 1 || units < 0 || ten > 1 || text.length - ten > 2 ? Number.NaN : tens * 10 + units;
  }
  let value = 0;
  for (const character of text) {
    const digit = '〇○０Ｏ'.includes(character) ? 0 : numerals.indexOf(character);
    if (digit < 0) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}
