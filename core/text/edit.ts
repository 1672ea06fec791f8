import type { Span } from './document';

/** A stretch of a text, and what takes its place. */
export interface Edit extends Span {
  newText: string;
}

/** The text with the edits made. None overlaps another; of insertions at one place the first given comes first. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const { start, end, newText } of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    result += text.slice(at, start) + newText;
    at = end;
  }
  return result + text.slice(at);
}
