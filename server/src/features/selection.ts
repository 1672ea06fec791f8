import type { SelectionRange } from 'vscode-languageserver-types';
import type { Span } from '../format/document';
import { lineAt } from '../format/document';
import { placeAt } from './places';
import { rangeIn } from './ranges';
import type { Reading } from './reading';

/** What a selection grows to: figure, row, table, chapter, report. */
export function selectionAt({ document, report }: Reading, offset: number): SelectionRange {
  const { text, lines } = report.document;
  const spans: Span[] = [];
  const place = placeAt(report, offset);
  if (place?.kind === 'cell') spans.push(place.cell, place.row, place.table);
  else if (place?.kind === 'label')
    spans.push(place.label, ...place.table.rows.filter((row) => row.label.start === place.label.start), place.table);
  else if (place?.kind === 'chapter') spans.push(place.chapter.span);
  else spans.push(lines[lineAt(report.document, offset)]);
  const line = lineAt(report.document, offset);
  const chapter = report.chapters.find((each) => each.line <= line && line < each.endLine);
  if (chapter) spans.push({ start: lines[chapter.line].start, end: lines[chapter.endLine - 1].end });
  spans.push({ start: 0, end: text.length });
  // Each must hold the one before; what does not (a table under a missing heading) is left out.
  const growing = spans.reduce<Span[]>((kept, { start, end }) => {
    const inner = kept.at(-1);
    const holds = !inner || (start <= inner.start && end >= inner.end && (start < inner.start || end > inner.end));
    return holds ? [...kept, { start, end }] : kept;
  }, []);
  return (
    growing.reduceRight<SelectionRange | undefined>((parent, span) => ({ range: rangeIn(document, span), parent }), undefined) ?? {
      range: rangeIn(document, { start: offset, end: offset }),
    }
  );
}
