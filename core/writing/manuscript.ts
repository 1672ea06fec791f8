import type { Analysis } from '../analysis/analyse';
import type { CompiledTable } from '../form';
import type { Lines } from '../report/lines';
import { type Block, blocksOfLines, type FormTableBlock, type HeadingBlock } from '../report/outline';
import { type Document, LineKind } from '../text/document';
import { printableTables, rowLines } from './canonical';
import { headingMarks, tableLine } from './markdown';
import { type PrintedRow, plainRow } from './printed';

export type WordsKind = 'title' | 'chapter' | 'section' | 'paragraph' | 'signature';

/** A line of text, as it is published. */
export interface Words {
  kind: WordsKind;
  text: string;
  /** The heading that the line begins with, if it does: its kind, and where it ends in `text`. */
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

/**
 * A report's text as it is published, from the first line to the last: headings, paragraphs, tables as the form prints
 * them. Comments, page numbers and separators are no part of it.
 */
export function manuscriptOf({ report, outline }: Analysis): Manuscript {
  const { text, lines } = report.document;
  const printable = new Map(printableTables(report).map((each) => [each.table, each]));
  const passages: Passage[] = [];
  const comments = new Set<number>();

  const add = (block: Block) => {
    switch (block.kind) {
      case 'comment':
        if (text.startsWith('<!--', lines[block.line].start)) comments.add(block.line);
        break;
      case 'heading':
        passages.push(headingWords(text, block));
        break;
      case 'other-table':
        passages.push({ kind: 'table', table: undefined, rows: ownRows(report.document, block) });
        break;
      case 'form-table':
        addTable(block);
        break;
      default:
        if (block.end > block.start) passages.push({ kind: block.kind, text: text.slice(block.start, block.end) });
    }
  };
  const addTable = (block: FormTableBlock) => {
    const print = printable.get(block.table);
    if (!print) {
      // It can't be printed as the form has it without losing something: its lines stand as they are.
      for (const each of blocksOfLines(report, block)) add(each);
      return;
    }
    for (const piece of print.pieces) {
      if ('rows' in piece) passages.push({ kind: 'table', table: block.table.table, rows: piece.rows });
      else if (piece.kept.isComment) comments.add(piece.kept.line);
      else for (const each of blocksOfLines(report, { first: piece.kept.line, last: piece.kept.line })) add(each);
    }
  };

  for (const block of outline) add(block);
  return { passages, comments: comments.size };
}

function ownRows({ text, lines, cells }: Document, { first, last }: Lines): PrintedRow[] {
  return lines.slice(first, last + 1).flatMap(({ kind, firstCell, cellCount }) => {
    if (kind !== LineKind.Cells) return [];
    return [plainRow(cells.slice(firstCell, firstCell + cellCount).map(({ start, end }) => text.slice(start, end)))];
  });
}

/** A heading by itself, or a paragraph that it leads into. */
function headingWords(text: string, { level, end, words, rest }: HeadingBlock): Words {
  const line = text.slice(words.start, words.end);
  return rest ? { kind: 'paragraph', text: line, lead: { kind: level, end: end - words.start } } : { kind: level, text: line };
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
