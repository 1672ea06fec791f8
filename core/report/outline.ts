import type { ChapterForm, Section } from '../form';
import { isSpace } from '../text/characters';
import { type Line, LineKind, lineAt, Separator, type Span } from '../text/document';
import { type KeptLine, keptLines, type Lines, linesOf } from './lines';
import type { BoundTable, Report } from './report';

/** The chapter and the part of it that a block stands in. What stands above the first chapter has none. */
export interface Within {
  chapter: ChapterForm | undefined;
  section: Section | undefined;
}

/** A line of text: its words without white space around them. */
export interface LineBlock extends Span, Within {
  kind: 'title' | 'paragraph' | 'signature' | 'comment';
  line: number;
}

/**
 * A line that begins with a heading, which is the span. `level` tells whose: a chapter's, or that of a part of one;
 * `isOwn`: the part is one of the office's own. `words`: the line without white space around it; `rest`: the text that
 * goes on after the heading.
 */
export interface HeadingBlock extends Span, Within {
  kind: 'heading';
  level: 'chapter' | 'section';
  isOwn: boolean;
  line: number;
  words: Span;
  rest: Span | undefined;
}

/** A table of the form. `kept`: the lines among its own that are no part of it; undefined where one is both. */
export interface FormTableBlock extends Within, Lines {
  kind: 'form-table';
  table: BoundTable;
  readonly kept: readonly KeptLine[] | undefined;
}

/** A table of the office's own: rows of several cells, one after the other, and the lines that set off its head. */
export interface OtherTableBlock extends Within, Lines {
  kind: 'other-table';
}

export type Block = LineBlock | HeadingBlock | FormTableBlock | OtherTableBlock;

/** A longer line that begins with （一） is a paragraph. */
const longestOwnHeading = 40;

/** Stops between a heading and the text that goes on after it. */
const stops = '。：:；;';

/**
 * What a report consists of, block by block in the text's order: blank lines and lines that say nothing (page numbers,
 * rules) are left out. Everything from the signature on is the report's foot.
 */
export function outlineOf(report: Report): Block[] {
  const tables = Object.values(report.tables)
    .map((table) => ({ table, ...linesOf(report, table) }))
    .sort((a, b) => a.first - b.first);
  const reader = readerOf(report);
  const found: Block[] = [];
  let next = 0;
  for (const { table, first, last } of tables) {
    for (const block of reader.blocks(next, first - 1)) found.push(block);
    found.push(new LazyFormTable(report, table, first, last, reader.within()));
    next = Math.max(next, last + 1);
  }
  for (const block of reader.blocks(next, report.document.lines.length - 1)) found.push(block);
  return found;
}

/** A table of the form that looks for the lines kept among its own when they are first asked for. */
class LazyFormTable implements FormTableBlock {
  readonly kind = 'form-table';
  readonly chapter: ChapterForm | undefined;
  readonly section: Section | undefined;
  private known: { kept: readonly KeptLine[] | undefined } | undefined;

  constructor(
    private readonly report: Report,
    readonly table: BoundTable,
    readonly first: number,
    readonly last: number,
    { chapter, section }: Within,
  ) {
    this.chapter = chapter;
    this.section = section;
  }

  get kept(): readonly KeptLine[] | undefined {
    this.known ??= { kept: keptLines(this.report, this.table, this) };
    return this.known.kept;
  }
}

/** The blocks of some lines, tables of the form read like any other text. */
export function blocksOfLines(report: Report, { first, last }: Lines): Block[] {
  return readerOf(report).blocks(first, last);
}

function readerOf(report: Report) {
  const { document, identity } = report;
  const { text, lines, cells } = document;
  const chapters = new Map(report.chapters.map((chapter) => [chapter.line, chapter]));
  const sections = new Map(report.sections.map((section) => [section.line, section]));
  const ownHeadings = new Set(document.headings.flatMap(({ line, ordinal }) => (ordinal?.level === 2 ? [line] : [])));
  const title = identity.title && { first: lineAt(document, identity.title.start), last: lineAt(document, identity.title.end) };
  const foot = identity.signature ? lineAt(document, identity.signature.start) : lines.length;
  let within: Within = { chapter: undefined, section: undefined };

  function blocks(first: number, last: number): Block[] {
    const found: Block[] = [];
    for (let index = first; index <= last; index++) {
      const { kind } = lines[index];
      if (kind === LineKind.Blank || kind === LineKind.Rule) continue;
      const end = lastOfTable(index, last);
      if (end > index) found.push({ kind: 'other-table', first: index, last: end, ...within });
      else found.push(blockOf(index));
      index = end;
    }
    return found;
  }

  function blockOf(index: number): Block {
    const line = lines[index];
    const words = wordsOf(text, line);
    const { chapter: inChapter, section: inSection } = within;
    const lineBlock = (kind: LineBlock['kind']): LineBlock => ({
      kind,
      line: index,
      start: words.start,
      end: words.end,
      chapter: inChapter,
      section: inSection,
    });
    if (line.kind === LineKind.Comment) return lineBlock('comment');
    if (title && index >= title.first && index <= title.last) return lineBlock('title');
    if (index >= foot) return lineBlock('signature');
    const chapter = chapters.get(index);
    if (chapter) {
      within = { chapter: chapter.chapter, section: undefined };
      return headingBlock(index, 'chapter', false, chapter.span);
    }
    const section = sections.get(index);
    if (section?.section) {
      within = { ...within, section: section.section };
      return headingBlock(index, 'section', false, section);
    }
    const isWhole =
      ownHeadings.has(index) && words.end - words.start <= longestOwnHeading && !text.slice(words.start, words.end).includes('。');
    if (isWhole) return headingBlock(index, 'section', true, words);
    return section ? headingBlock(index, 'section', true, section) : lineBlock('paragraph');
  }

  function headingBlock(line: number, level: HeadingBlock['level'], isOwn: boolean, { start, end }: Span): HeadingBlock {
    const words = wordsOf(text, lines[line]);
    const { chapter, section } = within;
    return { kind: 'heading', level, isOwn, line, start, end, words, rest: restOf(text, end, words.end), chapter, section };
  }

  /** The last line of a table of the office's own that begins on a line; the line itself where it begins none. */
  function lastOfTable(first: number, end: number): number {
    let last = first;
    let rows = 0;
    for (let index = first; index <= end; index++) {
      const { kind, firstCell, cellCount, start, end: stop } = lines[index];
      const isDelimiter = kind === LineKind.Rule && text.slice(start, stop).includes('|');
      const isRow = cellCount > 1 && cells[firstCell].separator >= Separator.Tab;
      if (!isRow && !isDelimiter) break;
      if (isRow) rows++;
      last = index;
    }
    return rows > 1 ? last : first;
  }

  return { blocks, within: () => within };
}

/** A line without white space around it, and without the marks of a Markdown heading. */
function wordsOf(text: string, line: Line): Span {
  let { start, end } = line;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  const marks = /^#{1,6}\s+/.exec(text.slice(start, end));
  return { start: start + (marks?.[0].length ?? 0), end };
}

/** What follows a heading on its line, from the first character that is no stop. */
function restOf(text: string, from: number, end: number): Span | undefined {
  for (let start = from; start < end; start++) if (!isSpace(text.charCodeAt(start)) && !stops.includes(text[start])) return { start, end };
  return undefined;
}
