import { draftOf } from './draft';
import { readWebPage } from './web/read';

/**
 * What Word, WPS, Excel or a browser puts on the clipboard as HTML → the canonical text; undefined where no table is in
 * it: then plain text says as much. Throws `Unreadable`.
 */
export function pastedText(html: string): string | undefined {
  const { passages } = readWebPage(html);
  if (!passages.some(({ passage }) => passage.kind === 'table')) return undefined;
  return draftOf({ passages: passages.map(({ passage }) => passage), notes: [] }).text.trimEnd();
}
