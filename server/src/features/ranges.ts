import type { Range, TextEdit } from 'vscode-languageserver-types';
import type { Span } from '../format/document';
import type { Edit } from '../format/edit';
import type { DocumentView } from './reading';

export function rangeIn(document: DocumentView, span: Span): Range {
  return { start: document.positionAt(span.start), end: document.positionAt(span.end) };
}

export function textEdits(document: DocumentView, edits: readonly Edit[]): TextEdit[] {
  return edits.map((edit) => ({ range: rangeIn(document, edit), newText: edit.newText }));
}

/** Whether a range of the editor touches a span; an empty one at its edge does. */
export function touches(document: DocumentView, range: Range, span: Span): boolean {
  return document.offsetAt(range.start) <= span.end && document.offsetAt(range.end) >= span.start;
}
