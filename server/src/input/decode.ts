import { isUtf8 } from 'node:buffer';

/** Encodings that a text may be said to be in. */
export const encodings = ['auto', 'utf-8', 'gb18030', 'utf-16le', 'utf-16be'] as const;
export type Encoding = (typeof encodings)[number];
type KnownEncoding = Exclude<Encoding, 'auto'>;

/** A text, and how it is written as bytes. */
export interface Decoded {
  text: string;
  encoding: KnownEncoding;
  /** Whether a byte order mark stands in front. */
  mark: boolean;
}

/**
 * Bytes → text, without a byte order mark. `auto` goes by the byte order mark; else the text is UTF-8 if it reads as such
 * (but for a stray byte), and GB18030 (with it GBK and GB2312) if not. Never throws.
 */
export function decode(bytes: Uint8Array, asked: Encoding = 'auto'): Decoded {
  const encoding = asked === 'auto' ? guess(bytes) : asked;
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // Node's own decoder is the faster one, and the same for what is well-formed.
  const text =
    encoding === 'utf-8' && isUtf8(bytes) ? buffer.toString('utf8') : new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  const mark = text.charCodeAt(0) === 0xfeff;
  return { text: mark ? text.slice(1) : text, encoding, mark };
}

function guess(bytes: Uint8Array): KnownEncoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (isUtf8(bytes)) return 'utf-8';
  const text = new TextDecoder('utf-8').decode(bytes);
  let bad = 0;
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) bad++;
  return bad <= Math.max(1, text.length / 1000) ? 'utf-8' : 'gb18030';
}
