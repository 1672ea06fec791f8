import { digitValue, numeralValue } from '../text/characters';
import type { Span } from '../text/document';

/** A figure in running text, with its unit. `start` to `end` are its digits alone. */
export interface ProseFigure extends Span {
  value: number;
  /** Digits after the decimal point. */
  decimals: number;
  /** True if it says just how many: with 约, 余, 近, 多, 以上 it does not. */
  exact: boolean;
  /** 件, 条, %, 万元 … */
  unit: string;
  /** Where the unit ends. */
  unitEnd: number;
}

const units = '件次|件|条|起|份|宗|例|个|项|部|篇|期|场|人次|人|家|批|类|次|元|%|％';
const digits = '[0-9０-９]+(?:[,，][0-9０-９]{3}(?![0-9０-９]))*(?:[.．][0-9０-９]+)?';
const numerals = '[〇零一二两三四五六七八九十百千]{1,9}';
/** What is looked for: a figure, what makes it a rough one, its unit. */
const pattern = new RegExp(
  `(${digits}|${numerals})\\s{0,3}(万|亿)?\\s{0,2}(余|多|几)?\\s{0,3}(${units})(以上|以下|左右|上下|以内|多|余)?`,
  'g',
);
/** The quick look that spares most sentences the search. */
const anyDigit = /[0-9０-９〇零一二两三四五六七八九十百千]/;
const multiples = new Map([
  ['万', 10_000],
  ['亿', 100_000_000],
]);
/** Words before a figure that is not exact. */
const rough = /(?:约|近|逾|超过?|不足|不到|至少|将近|大约|达到?近)\s*$/;
/** Characters before a figure in which such words are looked for. */
const mostBefore = 6;
/** What stands before a number that counts nothing: 第20条, 3-5件, a word in letters. */
const notCounting = /[第〔[.．\-—~～A-Za-z]\s*$/;

/** The figures in a stretch of text that have a unit, in the text's order. */
export function figuresIn(text: string, span: Span): ProseFigure[] {
  const part = text.slice(span.start, span.end);
  const found: ProseFigure[] = [];
  if (!anyDigit.test(part)) return found;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(part); match; match = pattern.exec(part)) {
    const [whole, written, times, more, unit, about] = match;
    const before = part.slice(Math.max(0, match.index - mostBefore), match.index);
    const isNumeral = !/[0-9０-９]/.test(written);
    // 三十七条 is an article.
    if (notCounting.test(before) || (isNumeral && unit === '条')) {
      pattern.lastIndex = match.index + written.length;
      continue;
    }
    const { value, decimals } = isNumeral ? { value: numeralValue(written.replace('两', '二')), decimals: 0 } : valueOfDigits(written);
    // 百 alone is no figure.
    if (Number.isNaN(value)) continue;
    const start = span.start + match.index;
    found.push({
      start,
      end: start + written.length,
      value: value * (multiples.get(times) ?? 1),
      decimals,
      exact: !more && !about && !rough.test(before) && !times,
      unit: unit === '％' ? '%' : unit,
      unitEnd: start + whole.length,
    });
  }
  return found;
}

function valueOfDigits(written: string): { value: number; decimals: number } {
  let plain = '';
  for (const character of written) {
    const digit = digitValue(character.charCodeAt(0));
    if (digit >= 0) plain += digit;
    else if (character === '.' || character === '．') plain += '.';
  }
  return { value: Number(plain), decimals: plain.includes('.') ? plain.length - plain.indexOf('.') - 1 : 0 };
}
