import type { SelectionRange } from 'vscode-languageserver-types';
import { rangeIn } from '../../core/editing/ranges';
import type { Reading } from '../../core/editing/reading';
import { lineAt, type Span } from '../../core/text/document';
import { placeAt } from './places';

/** The ranges to which a selection expands: figure, row, table, chapter, report. */
export function selectionAt({ document, report }: Reading, offset: number): SelectionRange {
  const { text, lines } = report.document;
  const spans: Span[] = [];
  const line = lineAt(report.document, offset);
  const place = placeAt(report, offset);
  if (place?.kind === 'cell') spans.push(place.cell, place.row, place.table);
  else if (place?.kind === 'label')
    spans.push(place.label, ...place.table.rows.filter((row) => row.label.start === place.label.start), place.table);
  else if (place?.kind === 'chapter') spans.push(place.chapter.span);
  else spans.push(lines[line]);
  const chapter = report.chapters.find((each) => each.line <= line && line < each.endLine);
  if (chapter) spans.push({ start: lines[chapter.line].start, end: lines[chapter.endLine - 1].end });
  spans.push({ start: 0, end: text.length });
  // Each must contain the one before. One that does not, as a chapter without its table, is left out.
  const growing: Span[] = [];
  for (const span of spans) {
    const inner = growing.at(-1);
    if (!inner || isWithin(inner, span)) growing.push(span);
  }
  return (
    growing.reduceRight<SelectionRange | undefined>((parent, span) => ({ range: rangeIn(document, span), parent }), undefined) ?? {
      range: rangeIn(document, { start: offset, end: offset }),
    }
  );
}

/** True if a span is within another, larger one. */
function isWithin(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end && outer.end - outer.start > inner.end - inner.start;
}
