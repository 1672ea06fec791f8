import type { Range, SemanticTokens } from 'vscode-languageserver-types';
import type { Span } from '../format/document';
import { rangeIn, touches } from './ranges';
import type { Reading } from './reading';

/** Kinds of tokens, in the order of the legend. */
export const tokenTypes = ['heading', 'part', 'rowLabel', 'columnLabel', 'figure', 'total'] as const;
type TokenType = (typeof tokenTypes)[number];

interface Token extends Span {
  type: TokenType;
}

/** What the words and figures of a report are, whatever shape they stand in; within a range, if there is one. */
export function semanticTokensOf(reading: Reading, range?: Range): SemanticTokens {
  const { document, report } = reading;
  const tokens: Token[] = [
    ...report.chapters.map(({ span }): Token => ({ ...span, type: 'heading' })),
    ...report.sections.map(({ start, end }): Token => ({ start, end, type: 'part' })),
    ...Object.values(report.tables).flatMap(({ labels, rows }): Token[] => [
      ...labels.map(({ anchor, start, end }): Token => {
        const isRow = anchor.kind === 'row' || anchor.kind === 'group';
        return { start, end, type: isRow ? 'rowLabel' : 'columnLabel' };
      }),
      ...rows.flatMap(({ cells }) =>
        cells.map(({ start, end, field }): Token => ({ start, end, type: field.column.sums || field.row.entry.sums ? 'total' : 'figure' })),
      ),
    ]),
  ];
  const wanted = tokens.filter((token) => token.end > token.start && (!range || touches(document, range, token)));
  return {
    data: encode(
      reading,
      wanted.sort((a, b) => a.start - b.start || a.end - b.end),
    ),
  };
}

/** Tokens as the protocol has them: each relative to the one before, none across lines, none over another. */
function encode({ document, report }: Reading, tokens: readonly Token[]): number[] {
  const data: number[] = [];
  let line = 0;
  let character = 0;
  let behind = 0;
  for (const token of tokens) {
    if (token.start < behind) continue;
    behind = token.end;
    const { start, end } = rangeIn(document, token);
    for (let at = start.line; at <= end.line; at++) {
      const { start: lineStart, end: lineEnd } = report.document.lines[at];
      const from = at === start.line ? start.character : 0;
      const to = at === end.line ? end.character : lineEnd - lineStart;
      if (to <= from) continue;
      data.push(at - line, at === line ? from - character : from, to - from, tokenTypes.indexOf(token.type), 0);
      line = at;
      character = from;
    }
  }
  return data;
}
