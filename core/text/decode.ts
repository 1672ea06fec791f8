/** Encodings that a text may be said to be in. */
export const encodings = ['auto', 'utf-8', 'gb18030', 'utf-16le', 'utf-16be'] as const;
export type Encoding = (typeof encodings)[number];
type KnownEncoding = Exclude<Encoding, 'auto'>;

/** A text, and how it is written as bytes. */
export interface Decoded {
  text: string;
  encoding: KnownEncoding;
  /** True if a byte order mark comes first. */
  mark: boolean;
}

/**
 * Bytes → text, without a byte order mark. `auto` goes by the byte order mark; else the text is UTF-8 if it reads as such
 * (but for a stray byte), and GB18030 (with it GBK and GB2312) if not. Never throws.
 */
export function decode(bytes: Uint8Array, asked: Encoding = 'auto'): Decoded {
  if (asked !== 'auto') return decodeAs(bytes, asked);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeAs(bytes, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeAs(bytes, 'utf-16be');
  const decoded = decodeAs(bytes, 'utf-8');
  return isGarbled(decoded.text) ? decodeAs(bytes, 'gb18030') : decoded;
}

function decodeAs(bytes: Uint8Array, encoding: KnownEncoding): Decoded {
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  const mark = text.charCodeAt(0) === 0xfeff;
  return { text: mark ? text.slice(1) : text, encoding, mark };
}

/** True if more than a stray byte could not be read: one replacement character is forgiven, and one in a thousand. */
function isGarbled(text: string): boolean {
  let bad = 0;
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) bad++;
  return bad > Math.max(1, text.length / 1000);
}
