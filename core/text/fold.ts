import { isSpace } from './characters';
import { skipMark } from './marks';

/**
 * A text reduced to what tells one label from another: without white space, quotation marks, emphasis and `<br>`, with
 * full-width ASCII narrowed. `offsets`, where asked for, gives for each character of the result its place in the text.
 */
export function fold(text: string, start = 0, end = text.length, offsets?: number[]): string {
  let folded = '';
  let copied = start;
  // Runs of ordinary characters are copied whole: most labels are one such run.
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0x4e00 && code <= 0x9fff) {
      offsets?.push(i);
      continue;
    }
    const narrow = narrowed(code, text, i, end);
    if (narrow === code) {
      offsets?.push(i);
      continue;
    }
    if (copied < i) folded += text.slice(copied, i);
    if (narrow > 0) {
      folded += String.fromCharCode(narrow);
      offsets?.push(i);
      copied = i + 1;
    } else {
      i += -narrow;
      copied = i + 1;
    }
  }
  if (copied === start && end === text.length && start === 0) return text;
  return copied < end ? folded + text.slice(copied, end) : folded;
}

/** The code that stands for `code`; 0 where it is dropped, -n where n further characters are dropped with it. */
function narrowed(code: number, text: string, at: number, end: number): number {
  if (code > 0x2a && code < 0x3c) return code;
  if (isSpace(code)) return 0;
  switch (code) {
    case 0x22: // " '
    case 0x27:
    case 0x201c: // “ ” ‘ ’
    case 0x201d:
    case 0x2018:
    case 0x2019:
    case 0x300c: // 「 」 『 』
    case 0x300d:
    case 0x300e:
    case 0x300f:
    case 0xff02: // ＂ ＇
    case 0xff07:
    case 0x2a: // * `
    case 0x60:
      return 0;
    case 0x3c: {
      const close = breakTag(text, at, end);
      return close > at ? at - close : code;
    }
    case 0x5b: {
      const after = skipMark(text, at);
      return after > at && after <= end ? at - after + 1 : code;
    }
    case 0x3014: // 〔 〕
      return 0x28;
    case 0x3015:
      return 0x29;
    case 0xfe52: // ﹒
      return 0x2e;
  }
  if (code >= 0xff01 && code <= 0xff5e) return code - 0xfee0;
  return code;
}

/** The offset of the `>` that closes a `<br>` at `at`; `at` where there is none. */
function breakTag(text: string, at: number, end: number): number {
  if (text.slice(at + 1, at + 3).toLowerCase() !== 'br') return at;
  for (let i = at + 3; i < end && i <= at + 6; i++) if (text.charCodeAt(i) === 0x3e) return i;
  return at;
}
