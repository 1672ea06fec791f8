import iconv from 'iconv-lite';
import type { Decoded } from '../core/text/decode';

/** The bytes of a text in an encoding. */
export function encode({ text, encoding, mark }: Decoded): Uint8Array {
  return iconv.encode(text, encoding, { addBOM: mark });
}
