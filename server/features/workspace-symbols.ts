import { SymbolKind, type WorkspaceSymbol } from 'vscode-languageserver-types';
import { type PlacedAnalysis, rangeInFile } from '../../core/analysis/analyse';
import { chapterHeading, chapterOf } from '../../core/form';
import { rowName } from '../../core/report/wording';
import type { Document, Span } from '../../core/text/document';

/** How many symbols an answer has at most. */
const mostSymbols = 500;

/** Symbols for a report itself and for its chapters and rows. */
export function reportSymbols(placed: PlacedAnalysis, uri: string): WorkspaceSymbol[] {
  const { report } = placed.analysis;
  const { document, identity, chapters, edition } = report;
  const name =
    [identity.organ, identity.year].filter((part) => part !== null).join(' ') || decodeURIComponent(uri.split('/').at(-1) ?? uri);
  const symbol = (own: string, kind: SymbolKind, span: Span, containerName = name): WorkspaceSymbol => ({
    name: own,
    kind,
    containerName,
    location: { uri, range: rangeInFile(placed, span) },
  });
  return [
    symbol(name, SymbolKind.File, identity.title ?? firstLineSpan(document), ''),
    ...chapters.map(({ chapter, span }) => symbol(chapterHeading(chapter), SymbolKind.Module, span)),
    ...Object.values(report.tables).flatMap(({ rows, table }) =>
      rows.flatMap(({ form, label }) =>
        form && form.entry.label !== ''
          ? [symbol(rowName(form), SymbolKind.Field, label, `${name} ${chapterOf(edition, table.form.chapter).title}`)]
          : [],
      ),
    ),
  ];
}

function firstLineSpan({ lines: [{ start, end }] }: Document): Span {
  return { start, end };
}

/** The symbols whose name, after that of their report, has the characters of the query in order. No rows for an empty query. */
export function matchingSymbols(symbols: Iterable<readonly WorkspaceSymbol[]>, query: string): WorkspaceSymbol[] {
  const wanted = [...query.toLowerCase().replace(/\s+/g, '')];
  const found: WorkspaceSymbol[] = [];
  for (const each of symbols)
    for (const symbol of each) {
      if (wanted.length === 0 && symbol.kind === SymbolKind.Field) continue;
      if (!hasInOrder(`${symbol.containerName ?? ''}${symbol.name}`.toLowerCase(), wanted)) continue;
      found.push(symbol);
      if (found.length >= mostSymbols) return found;
    }
  return found;
}

function hasInOrder(text: string, characters: readonly string[]): boolean {
  let at = 0;
  for (const character of characters) {
    at = text.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
