import { t } from '@vscode/l10n';
import { type Analysis, analyseAll } from '../analysis/analyse';
import { chapterHeading, chapterOf } from '../form';
import { readReport } from '../report/bind';
import { fieldsOf } from '../report/fields';
import type { BoundTable, Report } from '../report/report';
import { lineAt } from '../text/document';
import type { Foreign, ForeignCell, ForeignPassage } from './foreign';
import { manuscriptLines, manuscriptOf } from './manuscript';
import { safeCell, tableLine } from './markdown';

/** A report that came in, as text in the canonical shape; what was left out or guessed, one line each. */
export interface Draft {
  text: string;
  notes: string[];
}

/** What came in from another program → the canonical text. */
export function draftOf({ passages, notes }: Foreign): Draft {
  const { lines, changed } = bestLines(withWholeTitle(passages));
  const own = changed > 0 ? [t('comment marks in the text: set apart, so that they are read as text')] : [];
  return canonicalDraft(analyseAll(lines.join('\n')), [...notes, ...own]);
}

/** Tables alone, of a workbook: the same, with the headings of the chapters that the tables belong to. */
export function draftOfTables({ passages, notes }: Foreign): Draft {
  const { lines } = bestLines(passages);
  const report = readReport(lines.join('\n'));
  const headed = new Set(report.chapters.map(({ chapter }) => chapter.id));
  const starts = Object.values(report.tables).map(({ table, start }) => ({ table, line: lineAt(report.document, start) }));
  for (const { table, line } of starts.sort((a, b) => b.line - a.line)) {
    const chapter = chapterOf(report.edition, table.form.chapter);
    if (!headed.has(chapter.id)) lines.splice(line, 0, chapterHeading(chapter), '');
  }
  const own = starts.length > headed.size ? [t('headings of chapters: put above the tables')] : [];
  return canonicalDraft(analyseAll(lines.join('\n')), [...notes, ...own]);
}

/** A text of one report, or of several, in any shape → the canonical text. */
export function canonicalDraft(reports: readonly Analysis[], notes: readonly string[] = []): Draft {
  const manuscripts = reports.map(manuscriptOf);
  const comments = manuscripts.reduce((sum, manuscript) => sum + manuscript.comments, 0);
  const lines = manuscriptLines({ passages: manuscripts.flatMap(({ passages }) => passages), comments });
  return {
    text: lines.length > 0 ? `${lines.join('\n')}\n` : '',
    notes: [
      ...notes,
      ...(comments > 0 ? [t('comments in the text: left out ({0})', comments)] : []),
      ...(reports.some(({ report }) => report.isReport) ? [] : [t('nothing in it looks like an annual report: taken over as it is')]),
    ],
  };
}

/** A title that was only broken over lines, on one line. */
function withWholeTitle(passages: readonly ForeignPassage[]): readonly ForeignPassage[] {
  const { lines, starts } = linesOfPassages(passages);
  const { document, identity } = readReport(lines.join('\n'));
  if (!identity.title) return passages;
  const [first, last] = [identity.title.start, identity.title.end].map((at) =>
    starts.findLastIndex((line) => line <= lineAt(document, at)),
  );
  const pieces = passages.slice(first, last + 1);
  if (first === last || !pieces.every((piece, index) => piece.kind === 'text' && (index === 0 || piece.goesOn))) return passages;
  const text = pieces.map((piece) => (piece.kind === 'text' ? piece.text : '')).join('');
  return [...passages.slice(0, first), { kind: 'text', text }, ...passages.slice(last + 1)];
}

/** The lines by which passages are read. */
interface PassageLines {
  lines: string[];
  /** The line on which each passage begins. */
  starts: number[];
  /** How many comment marks were set apart, so that they open no comment of ours. */
  changed: number;
}

/** A paragraph a line, a table as rows between pipes; those of the passages in `narrow` without what merged cells leave. */
export function linesOfPassages(passages: readonly ForeignPassage[], narrow: ReadonlySet<number> = new Set()): PassageLines {
  const lines: string[] = [];
  const starts: number[] = [];
  let changed = 0;
  passages.forEach((passage, index) => {
    starts.push(lines.length);
    if (passage.kind === 'table') lines.push(...gridLines(passage.rows, narrow.has(index)));
    else {
      const text = passage.text.replaceAll('<!--', '< !--');
      if (text !== passage.text) changed++;
      lines.push(text);
    }
    lines.push('');
  });
  return { lines, starts, changed };
}

/**
 * Programs that keep a table's columns to a hair leave slivers of merged cells. A table that reads better without any is
 * taken without.
 */
function bestLines(passages: readonly ForeignPassage[]): PassageLines {
  const laidOut = linesOfPassages(passages);
  const report = readReport(laidOut.lines.join('\n'));
  const troubled = Object.values(report.tables).filter((table) => troubleOf(table) > 0);
  if (troubled.length === 0) return laidOut;
  const narrow = new Set<number>();
  for (const { start, end } of troubled) {
    const first = laidOut.starts.findLastIndex((line) => line <= lineAt(report.document, start));
    const last = laidOut.starts.findLastIndex((line) => line <= lineAt(report.document, end));
    for (let index = first; index <= last; index++) narrow.add(index);
  }
  const plain = linesOfPassages(passages, narrow);
  const sum = (own: Report) => Object.values(own.tables).reduce((total, table) => total + troubleOf(table), 0);
  const other = readReport(plain.lines.join('\n'));
  return sum(other) < sum(report) && fieldsOf(other).length >= fieldsOf(report).length ? plain : laidOut;
}

/** Cells that a table has too few or too many, and rows that are not the form's. */
function troubleOf({ rows, unknownRows }: BoundTable): number {
  return rows.reduce((total, { missing, extra }) => total + missing + extra.length, unknownRows.length);
}

function gridLines(rows: readonly ForeignCell[][], narrow: boolean): string[] {
  const grid = narrow ? rows.map((row) => row.map(({ text }) => text)) : gridOf(rows);
  const lines = grid.map((texts) => tableLine(texts.map(safeCell)));
  if (lines.length > 0) lines.splice(1, 0, tableLine(Array.from({ length: Math.max(1, grid[0].length) }, () => '---')));
  return lines;
}

/** Merged cells laid out: their text where they begin, '' where they go on. */
export function gridOf(rows: readonly ForeignCell[][]): string[][] {
  const until: number[] = [];
  return rows.map((row, index) => {
    const texts: string[] = [];
    let column = 0;
    const pass = () => {
      while ((until[column] ?? 0) > index) texts[column++] = '';
    };
    for (const { text, width, height } of row) {
      pass();
      for (let over = 0; over < width; over++) {
        until[column] = index + height;
        texts[column++] = over === 0 ? text : '';
      }
    }
    pass();
    return texts;
  });
}
