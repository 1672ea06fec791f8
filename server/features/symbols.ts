import { t } from '@vscode/l10n';
import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver-types';
import { rangeIn } from '../../core/editing/ranges';
import type { Reading } from '../../core/editing/reading';
import { chapterHeading, chapterOf } from '../../core/form';
import type { BoundChapter, BoundTable, Report } from '../../core/report/report';
import type { Span } from '../../core/text/document';

/** The outline: chapters; in them parts and tables; in tables rows. A table without its chapter is at the top level. */
export function symbolsOf(reading: Reading): DocumentSymbol[] {
  const { report } = reading;
  const tables = Object.values(report.tables);
  const homeless = tables.filter((table) => !report.chapters.some(({ chapter }) => chapter.table === table.table.form.id));
  const symbols = [
    ...report.chapters.map((chapter) => chapterSymbol(reading, chapter, tables, homeless)),
    ...homeless.map((table) => tableSymbol(reading, table, tableName(table))),
  ];
  return symbols.sort((a, b) => a.range.start.line - b.range.start.line);
}

function chapterSymbol(
  reading: Reading,
  chapter: BoundChapter,
  tables: readonly BoundTable[],
  homeless: readonly BoundTable[],
): DocumentSymbol {
  const { document, report } = reading;
  const { lines } = report.document;
  const start = lines[chapter.line].start;
  const cut = homeless.filter((table) => table.start > start).map((table) => table.start);
  const end = Math.min(lines[chapter.endLine - 1].end, ...cut);
  const inside = (span: Span) => span.start >= start && span.end <= end;
  const parts = chapter.chapter.sections ? partSymbols(reading, end) : [];
  const own = tables.filter((table) => table.table.form.chapter === chapter.chapter.id && inside(table));
  return {
    name: textOf(report, chapter.span),
    kind: SymbolKind.Module,
    range: rangeIn(document, { start, end }),
    selectionRange: rangeIn(document, chapter.span),
    children: [...parts, ...own.map((table) => tableSymbol(reading, table, t('Table')))],
  };
}

function partSymbols({ document, report }: Reading, end: number): DocumentSymbol[] {
  const { sections: parts } = report;
  return parts.map((part, index): DocumentSymbol => {
    const stop = index + 1 < parts.length ? parts[index + 1].start : end;
    return {
      name: textOf(report, part),
      kind: SymbolKind.Namespace,
      range: rangeIn(document, { start: part.start, end: Math.max(part.end, stop) }),
      selectionRange: rangeIn(document, part),
    };
  });
}

function tableName({ table, edition }: BoundTable): string {
  return chapterHeading(chapterOf(edition, table.form.chapter));
}

function tableSymbol({ document, report }: Reading, table: BoundTable, name: string): DocumentSymbol {
  const rows = table.rows.filter((row) => row.form && row.start >= table.start && row.end <= table.end);
  return {
    name,
    detail: table.edition.edition.id,
    kind: SymbolKind.Struct,
    range: rangeIn(document, table),
    selectionRange: rangeIn(document, { start: table.start, end: table.start }),
    children: rows.map((row): DocumentSymbol => {
      const figures = row.cells.map((cell) => report.document.text.slice(cell.start, cell.end) || '·').join(' ');
      return {
        name: row.form?.entry.label || t('Figures'),
        detail: figures,
        kind: SymbolKind.Field,
        range: rangeIn(document, row),
        selectionRange: rangeIn(document, row.label.start >= row.start && row.label.end <= row.end ? row.label : row),
      };
    }),
  };
}

function textOf(report: Report, span: Span): string {
  return report.document.text.slice(span.start, span.end).replace(/\s+/g, ' ').trim() || '…';
}
