import { type DocumentHighlight, DocumentHighlightKind, type Location } from 'vscode-languageserver-types';
import { rangeIn } from '../../core/editing/ranges';
import type { Reading } from '../../core/editing/reading';
import type { BoundCell, BoundTable } from '../../core/report/report';
import { placeAt } from './places';
import { partCells, totalCells } from './relations';

function cellAt({ report }: Reading, offset: number): { table: BoundTable; cell: BoundCell } | undefined {
  const place = placeAt(report, offset);
  return place?.kind === 'cell' ? place : undefined;
}

function locations({ document }: Reading, cells: readonly BoundCell[]): Location[] {
  return cells.map((cell) => ({ uri: document.uri, range: rangeIn(document, cell) }));
}

/** From a total to its parts; from any other figure to the totals that it enters. */
export function definitionAt(reading: Reading, offset: number): Location[] {
  const found = cellAt(reading, offset);
  if (!found) return [];
  const parts = partCells(found.table, found.cell);
  return locations(reading, parts.length > 0 ? parts : totalCells(found.table, found.cell));
}

/** The totals that a figure enters. */
export function referencesAt(reading: Reading, offset: number): Location[] {
  const found = cellAt(reading, offset);
  return found ? locations(reading, totalCells(found.table, found.cell)) : [];
}

/** The figure, its parts, and the totals that it enters. */
export function highlightsAt(reading: Reading, offset: number): DocumentHighlight[] {
  const found = cellAt(reading, offset);
  if (!found) return [];
  const { table, cell } = found;
  const others = new Set([...partCells(table, cell), ...totalCells(table, cell)]);
  const highlight = (each: BoundCell, kind: DocumentHighlightKind) => ({ range: rangeIn(reading.document, each), kind });
  return [highlight(cell, DocumentHighlightKind.Write), ...[...others].map((each) => highlight(each, DocumentHighlightKind.Read))];
}
