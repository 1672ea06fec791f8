import { type Document, LineKind, lineAt } from '../../text/document';

const pattern = /<!--\s*nianbao-ignore\s+([\w-]+(?:\s*[,，、]\s*[\w-]+)*)\s*(?:[:：][\s\S]*)?-->/;

/** Characters of a comment's line that are looked at. */
const longestComment = 1000;

/**
 * Which checks are silenced on which line: by `<!-- nianbao-ignore CODE: reason -->` on the line above. Several comments
 * may stand one above the other, and one may name several codes.
 */
export function suppressions(document: Document): ReadonlyMap<number, ReadonlySet<string>> {
  const found = new Map<number, Set<string>>();
  if (!document.text.includes('nianbao-ignore')) return found;
  let codes: string[] = [];
  document.lines.forEach((line, index) => {
    if (line.kind === LineKind.Comment) {
      const match = pattern.exec(document.text.slice(line.start, Math.min(line.end, line.start + longestComment)));
      if (match) codes.push(...match[1].split(/\s*[,，、]\s*/));
      return;
    }
    if (codes.length > 0) found.set(index, new Set(codes));
    codes = [];
  });
  // A comment on the last line silences what is said of the end of the text.
  if (codes.length > 0) found.set(document.lines.length - 1, new Set(codes));
  return found;
}

export function isSuppressed(document: Document, silenced: ReadonlyMap<number, ReadonlySet<string>>, code: string, start: number): boolean {
  return silenced.size > 0 && !!silenced.get(lineAt(document, start))?.has(code);
}
