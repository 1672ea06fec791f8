import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver-types';
import { type Document, LineKind, lineAt } from '../format/document';
import type { Reading } from './reading';

/** Chapters, their parts, tables and comments fold. */
export function foldingOf({ report }: Reading): FoldingRange[] {
  const { document, chapters, sections, tables } = report;
  const ranges: FoldingRange[] = [];
  const fold = (startLine: number, endLine: number, kind?: FoldingRangeKind) => {
    const last = lastFilled(document, startLine, endLine);
    if (last <= startLine) return;
    const range = { startLine: document.firstLine + startLine, endLine: document.firstLine + last };
    ranges.push(kind ? { ...range, kind } : range);
  };
  for (const { line, endLine } of chapters) fold(line, endLine - 1);
  const chapterEnd = chapters.find(({ chapter }) => chapter.sections)?.endLine ?? document.lines.length;
  sections.forEach(({ line }, index) => {
    fold(line, (sections[index + 1]?.line ?? chapterEnd) - 1);
  });
  for (const table of Object.values(tables)) fold(lineAt(document, table.start), lineAt(document, table.end), FoldingRangeKind.Region);
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

/** The last line up to `line` that is not blank. */
function lastFilled(document: Document, first: number, line: number): number {
  let last = Math.min(line, document.lines.length - 1);
  while (last > first && document.lines[last].kind === LineKind.Blank) last--;
  return last;
}
