import { type Document, lineAt, type Span } from './document';

/** As in LSP: zero-based line, UTF-16 column. */
export interface Position {
  line: number;
  character: number;
}

export interface Range {
  start: Position;
  end: Position;
}

/** The place of an offset, in the file that the document is a part of. */
export function positionAt(document: Document, offset: number): Position {
  const line = lineAt(document, offset);
  return { line: document.firstLine + line, character: Math.max(0, offset - document.lines[line].start) };
}

export function rangeOf(document: Document, span: Span): Range {
  const start = positionAt(document, span.start);
  return { start, end: span.end === span.start ? start : positionAt(document, span.end) };
}
