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

/** The place of an offset in the document's text. */
export function positionAt(document: Document, offset: number): Position {
  const line = lineAt(document, offset);
  return { line, character: Math.max(0, offset - document.lines[line].start) };
}

/** The range of a span in the document's text; in a file of which the text begins on the line `firstLine`, the range there. */
export function rangeOf(document: Document, span: Span, firstLine = 0): Range {
  const start = moved(positionAt(document, span.start), firstLine);
  return { start, end: span.end === span.start ? start : moved(positionAt(document, span.end), firstLine) };
}

function moved({ line, character }: Position, lines: number): Position {
  return { line: line + lines, character };
}
