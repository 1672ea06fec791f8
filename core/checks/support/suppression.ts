import { type Document, LineKind, lineAt } from '../../text/document';

const pattern = /<!--\s*nianbao-ignore\s+([\w-]+(?:\s*[,，、]\s*[\w-]+)*)\s*(?:[:：][\s\S]*)?-->/;

/** Characters of a comment's line that are looked at. */
const longestComment = 1000;

/**
 * The codes that are silenced, by line: those of `<!-- nianbao-ignore CODE: reason -->` on the line above. Several comments
 * may stand one above the other, and one may name several codes. A comment after which nothing follows silences its own
 * line, where findings about the end of the text stand.
 */
export function suppressions(document: Document): ReadonlyMap<number, ReadonlySet<string>> {
  const { text, lines } = document;
  const found = new Map<number, Set<string>>();
  if (!text.includes('nianbao-ignore')) return found;
  let codes: string[] = [];
  let last: { line: number; codes: string[] } | undefined;
  lines.forEach(({ kind, start, end }, index) => {
    if (kind === LineKind.Comment) {
      const match = pattern.exec(text.slice(start, Math.min(end, start + longestComment)));
      if (match) codes.push(...match[1].split(/\s*[,，、]\s*/));
      last = { line: index, codes };
      return;
    }
    if (codes.length > 0) found.set(index, new Set(codes));
    codes = [];
    if (text.slice(start, end).trim() !== '') last = undefined;
  });
  if (last && last.codes.length > 0) found.set(last.line, new Set(last.codes));
  return found;
}

export function isSuppressed(document: Document, silenced: ReadonlyMap<number, ReadonlySet<string>>, code: string, start: number): boolean {
  return silenced.size > 0 && !!silenced.get(lineAt(document, start))?.has(code);
}
