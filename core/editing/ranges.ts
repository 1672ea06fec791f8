import type { Span } from '../text/document';
import type { Edit } from '../text/edit';
import type { Range } from '../text/positions';
import type { DocumentView } from './reading';

export function rangeIn(document: DocumentView, span: Span): Range {
  return { start: document.positionAt(span.start), end: document.positionAt(span.end) };
}

/** Edits as editors want them: by lines and columns. */
export function textEdits(document: DocumentView, edits: readonly Edit[]): { range: Range; newText: string }[] {
  return edits.map((edit) => ({ range: rangeIn(document, edit), newText: edit.newText }));
}

/** True if a range of the editor touches a span; an empty one at its edge does. */
export function touches(document: DocumentView, range: Range, span: Span): boolean {
  return document.offsetAt(range.start) <= span.end && document.offsetAt(range.end) >= span.start;
}
