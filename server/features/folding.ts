import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver-types';
import type { Reading } from '../../core/editing/reading';
import { type Block, depthOf } from '../../core/form';
import { beginningOf } from '../../core/report/lines';
import type { BoundTable } from '../../core/report/report';
import { type Document, LineKind, lineAt } from '../../core/text/document';

/**
 * Folding ranges of chapters, parts, tables and comments. A table folds under its titles and the lines of its column names, so
 * that sticky scroll, which follows folding ranges, shows them above its rows.
 */
export function foldingOf({ report, firstLine }: Reading): FoldingRange[] {
  const { document, chapters, sections, tables } = report;
  const ranges: FoldingRange[] = [];
  const fold = (startLine: number, endLine: number, kind?: FoldingRangeKind) => {
    const last = lastFilled(document, startLine, endLine);
    if (last <= startLine) return;
    const range = { startLine: firstLine + startLine, endLine: firstLine + last };
    ranges.push(kind ? { ...range, kind } : range);
  };
  for (const { line, endLine } of chapters) fold(line, endLine - 1);
  const chapterEnd = chapters.find(({ chapter }) => chapter.sections)?.endLine ?? document.lines.length;
  sections.forEach(({ line }, index) => {
    fold(line, (sections[index + 1]?.line ?? chapterEnd) - 1);
  });
  for (const table of Object.values(tables)) {
    const headed = table.table.form.blocks.flatMap((block) => headingsOf(document, table, block));
    if (headed.length === 0) fold(lineAt(document, table.start), lineAt(document, table.end), FoldingRangeKind.Region);
    for (const { line, lastLine } of headed) fold(line, lastLine, FoldingRangeKind.Region);
  }
  let open = -1;
  document.lines.forEach((line, index) => {
    if (line.kind === LineKind.Comment) {
      if (open < 0) open = index;
    } else if (open >= 0) {
      fold(open, index - 1, FoldingRangeKind.Comment);
      open = -1;
    }
  });
  return ranges.sort((a, b) => a.startLine - b.startLine || b.endLine - a.endLine);
}

/**
 * The lines of a block's title and of its column names, each with the block's last line. None if the names take more lines
 * than in the form: then the table has one cell a line.
 */
function headingsOf(document: Document, { table, labels, rows }: BoundTable, block: Block): { line: number; lastLine: number }[] {
  const own = rows.filter(({ form }) => form?.block === block);
  if (own.length === 0) return [];
  const first = lineAt(document, Math.min(...own.map(beginningOf)));
  const last = Math.max(...own.map(({ end }) => end));
  const above = rows.filter(({ form, end }) => form && form.block !== block && end < own[0].start).map(({ end }) => lineAt(document, end));
  const before = Math.max(-1, ...above);
  const names = new Set(table.rows.filter((row) => row.block === block).flatMap(({ fields }) => fields.map(({ column }) => column.label)));
  const linesWith = (isMeant: (label: BoundTable['labels'][number]) => boolean) =>
    new Set(
      labels
        .filter(isMeant)
        .map(({ start }) => lineAt(document, start))
        .filter((line) => line > before && line < first),
    );
  const titles = linesWith(({ anchor }) => anchor.kind === 'title');
  const columns = linesWith(({ anchor }) => anchor.kind === 'column' && names.has(anchor.label));
  if (columns.size > depthOf(block.columns)) return [];
  return [...new Set([...titles, ...columns])].sort((a, b) => a - b).map((line) => ({ line, lastLine: lineAt(document, last) }));
}

/** The last line up to `line` that is not blank. */
function lastFilled(document: Document, first: number, line: number): number {
  let last = Math.min(line, document.lines.length - 1);
  while (last > first && document.lines[last].kind === LineKind.Blank) last--;
  return last;
}
