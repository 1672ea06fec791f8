import type { Range, SemanticTokens } from 'vscode-languageserver-types';
import { touches } from '../../core/editing/ranges';
import type { Reading } from '../../core/editing/reading';
import { isRowLabel } from '../../core/report/anchors';
import type { Span } from '../../core/text/document';
import { rangeOf } from '../../core/text/positions';

/** Types of tokens, in the order of the legend. */
export const tokenTypes = ['heading', 'part', 'rowLabel', 'columnLabel', 'figure', 'total'] as const;
type TokenType = (typeof tokenTypes)[number];

interface Token extends Span {
  type: TokenType;
}

/** A token on one line of the file: line, character, length, index of its type. */
export type PlacedToken = readonly [line: number, character: number, length: number, type: number];

/** The labels, headings and figures of a report, or of a range, as tokens: sorted, each on one line, without overlaps. */
export function placedTokens({ document, report, firstLine }: Reading, range?: Range): PlacedToken[] {
  const tokens: Token[] = [
    ...report.chapters.map(({ span }): Token => ({ ...span, type: 'heading' })),
    ...report.sections.map(({ start, end }): Token => ({ start, end, type: 'part' })),
    ...Object.values(report.tables).flatMap(({ labels, rows }): Token[] => [
      ...labels.map(({ anchor, start, end }): Token => {
        const isRow = isRowLabel(anchor);
        return { start, end, type: isRow ? 'rowLabel' : 'columnLabel' };
      }),
      ...rows.flatMap(({ cells }) =>
        cells.map(({ start, end, field }): Token => ({ start, end, type: field.column.sums || field.row.entry.sums ? 'total' : 'figure' })),
      ),
    ]),
  ];
  const wanted = tokens.filter((token) => token.end > token.start && (!range || touches(document, range, token)));
  const { lines } = report.document;
  const placed: PlacedToken[] = [];
  let covered = 0;
  for (const token of wanted.sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (token.start < covered) continue;
    covered = token.end;
    const { start, end } = rangeOf(report.document, token, firstLine);
    for (let at = start.line; at <= end.line; at++) {
      const line = lines[at - firstLine];
      const from = at === start.line ? start.character : 0;
      const to = at === end.line ? end.character : line.end - line.start;
      if (to > from) placed.push([at, from, to - from, tokenTypes.indexOf(token.type)]);
    }
  }
  return placed;
}

/** Tokens as the protocol encodes them: each relative to the one before. */
export function encodeTokens(tokens: readonly PlacedToken[]): SemanticTokens {
  const data: number[] = [];
  let line = 0;
  let character = 0;
  for (const [at, from, length, type] of tokens) {
    data.push(at - line, at === line ? from - character : from, length, type, 0);
    line = at;
    character = from;
  }
  return { data };
}
