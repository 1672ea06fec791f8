import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Range } from 'vscode-languageserver-types';
import type { Span } from '../format/document';

export function rangeIn(document: TextDocument, span: Span): Range {
  return { start: document.positionAt(span.start), end: document.positionAt(span.end) };
}

/** Whether a range of the editor touches a span; an empty one at its edge does. */
export function touches(document: TextDocument, range: Range, span: Span): boolean {
  return document.offsetAt(range.start) <= span.end && document.offsetAt(range.end) >= span.start;
}
