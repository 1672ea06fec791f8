import type { CompiledTable } from '../form';
import { isSigned, linesOf } from '../report/lines';
import type { Report } from '../report/report';
import { type Line, LineKind, lineAt, Separator } from '../text/document';
import { type Printable, printableTables, rowLines } from './canonical';
import { headingMarks, tableLine } from './markdown';
import { type PrintedRow, plainRow } from './printed';

export type WordsKind = 'title' | 'chapter' | 'section' | 'paragraph' | 'signature';

/** A line of text, as it is published. */
export interface Words {
  kind: WordsKind;
  text: string;
  /** A heading in whose line the text goes on: its kind, and where it ends in `text`. */
  lead?: { kind: 'chapter' | 'section'; end: number };
}

/** A table as it is printed: one of the form, or one of the office's own. */
export interface TablePassage {
  kind: 'table';
  table: CompiledTable | undefined;
  rows: PrintedRow[];
}

export type Passage = Words | TablePassage;

/** A report as it is published, and what of the text is not. */
export interface Manuscript {
  passages: Passage[];
  /** How many comments were left out. */
  comments: number;
}

/** A longer line behind （一） is a paragraph. */
const longestHeading = 40;

/**
 * A report's text as it is published, from the first line to the last: headings, paragraphs, tables as the form prints
 * them. Comments, page numbers and separators are no part of it.
 */
export function manuscriptOf(report: Report): Manuscript {
  const { document, identity } = report;
  const { lines, cells, text } = document;
  const tables = new Map(printableTables(report).map((printable) => [printable.place.first, printable]));
  const chapters = new Map(report.chapters.map((chapter) => [chapter.line, chapter]));
  const sections = new Map(report.sections.map((section) => [section.line, section]));
  const places = Object.values(report.tables).map((table) => linesOf(report, table));
  const inTable = (line: number) => places.some(({ first, last }) => line >= first && line <= last);
  const ownHeadings = new Set(document.headings.flatMap(({ line, ordinal }) => (ordinal?.level === 2 && !inTable(line) ? [line] : [])));
  const title = identity.title && { first: lineAt(document, identity.title.start), last: lineAt(document, identity.title.end) };
  const passages: Passage[] = [];
  let comments = 0;

  const wordsOf = (line: Line) =>
    text
      .slice(line.start, line.end)
      .replace(/^\s*#{1,6}\s+/, '')
      .trim();
  const addWords = (index: number) => {
    const line = lines[index];
    const words = wordsOf(line);
    if (words === '') return;
    if (title && index >= title.first && index <= title.last) passages.push({ kind: 'title', text: words });
    else if (isSigned(report, index)) passages.push({ kind: 'signature', text: words });
    else {
      const chapter = chapters.get(index);
      const section = sections.get(index);
      if (chapter) passages.push(heading('chapter', words, text.slice(chapter.span.end, line.end)));
      else if (ownHeadings.has(index) && !words.includes('。') && words.length <= longestHeading)
        passages.push({ kind: 'section', text: words });
      else if (section) passages.push(heading('section', words, text.slice(section.end, line.end)));
      else passages.push({ kind: 'paragraph', text: words });
    }
  };
  const addTable = ({ table, place, pieces }: Printable) => {
    for (const piece of pieces) {
      if ('rows' in piece) passages.push({ kind: 'table', table: table.table, rows: piece.rows });
      else if (piece.kept.isComment) comments++;
      else addWords(piece.kept.line);
    }
    return place.last;
  };

  for (let index = 0; index < lines.length; index++) {
    const table = tables.get(index);
    if (table) {
      index = addTable(table);
      continue;
    }
    const { kind, start } = lines[index];
    if (kind === LineKind.Comment && text.startsWith('<!--', start)) comments++;
    if (kind === LineKind.Blank || kind === LineKind.Comment || kind === LineKind.Rule) continue;
    const last = chapters.has(index) ? index : lastOfTable(index);
    if (last === index) addWords(index);
    else {
      passages.push({ kind: 'table', table: undefined, rows: ownRows(index, last) });
      index = last;
    }
  }
  return { passages, comments };

  /** The last line of a table of the office's own: rows of several cells, one after the other. */
  function lastOfTable(first: number): number {
    let last = first;
    let rows = 0;
    for (let index = first; index < lines.length; index++) {
      const { kind, firstCell, cellCount, start, end } = lines[index];
      const isDelimiter = kind === LineKind.Rule && text.slice(start, end).includes('|');
      const isRow = kind === LineKind.Cells && cellCount > 1 && cells[firstCell].separator >= Separator.Tab && !tables.has(index);
      if (!isRow && !isDelimiter) break;
      if (isRow) rows++;
      last = index;
    }
    return rows > 1 ? last : first;
  }

  function ownRows(first: number, last: number): PrintedRow[] {
    return lines.slice(first, last + 1).flatMap(({ kind, firstCell, cellCount }) => {
      if (kind !== LineKind.Cells) return [];
      return [plainRow(cells.slice(firstCell, firstCell + cellCount).map(({ start, end }) => text.slice(start, end)))];
    });
  }
}

/** A line that begins with a heading; `behind`: what follows the heading's words on it. */
function heading(kind: 'chapter' | 'section', text: string, behind: string): Words {
  const rest = behind.trimEnd();
  const isAlone = rest.replace(/[\s。：:；;]/g, '') === '';
  return isAlone ? { kind, text } : { kind: 'paragraph', text, lead: { kind, end: text.length - rest.length } };
}

/** A manuscript as text in the canonical shape. */
export function manuscriptLines({ passages }: Manuscript): string[] {
  const written: string[] = [];
  passages.forEach((passage, index) => {
    if (passage.kind === 'table') written.push(...(passage.table ? rowLines(passage.rows, passage.table) : ownLines(passage.rows)), '');
    else {
      const { kind, text } = passage;
      // Organ and date stand together.
      if (kind === 'signature' && passages[index - 1]?.kind === 'signature') written.pop();
      written.push(`${kind === 'paragraph' || kind === 'signature' ? '' : headingMarks[kind]}${text}`, '');
    }
  });
  written.pop();
  return written;
}

/** A table of the office's own in Markdown, its first row the heading. */
function ownLines(rows: readonly PrintedRow[]): string[] {
  const width = Math.max(...rows.map(({ texts }) => texts.length));
  const lines = rows.map(({ texts }) => tableLine([...texts, ...Array.from({ length: width - texts.length }, () => '')]));
  lines.splice(1, 0, tableLine(Array.from({ length: width }, () => '---')));
  return lines;
}
