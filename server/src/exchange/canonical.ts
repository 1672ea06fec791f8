import { type Cell, type Document, LineKind, lineAt, type Span } from '../format/document';
import { applyEdits, type Edit } from '../format/edit';
import { fold } from '../format/fold';
import { readReport } from '../report/bind';
import { fieldsOf } from '../report/fields';
import type { BoundLabel, BoundRow, BoundTable, Report } from '../report/report';
import { isPiece } from '../report/resemblance';
import { type Block, type GridLine, layoutOf } from '../standard';
import { delimiterLine, tableLine } from './markdown';

/**
 * The edits that give tables the canonical shape: labels as the form prints them, figures as they are. Everything that
 * is no part of a table stays as it is, byte for byte. A table in which something stands that the canonical shape has
 * no place for is left alone. Made once more, the edits change nothing.
 */
export function canonicalEdits(report: Report, wanted: (table: BoundTable) => boolean = () => true): Edit[] {
  const { text } = report.document;
  const tables = Object.values(report.tables);
  const lines = tables.map((table) => linesOf(report, table));
  const edits = tables.flatMap((table, index) => {
    const alone = lines.every((other, place) => place === index || other.last < lines[index].first || other.first > lines[index].last);
    const edit = wanted(table) && alone ? canonicalEdit(report, table, lines[index]) : undefined;
    return edit && edit.newText !== text.slice(edit.start, edit.end) ? [edit] : [];
  });
  const before = contentsOf(report);
  const keepsAll = (tried: readonly Edit[]) => contentsOf(readReport(applyEdits(text, tried))) === before;
  // What is read back decides: an edit that would change what the report says is not made.
  if (edits.length === 0 || keepsAll(edits)) return edits;
  const sound = edits.filter((edit) => keepsAll([edit]));
  return keepsAll(sound) ? sound : [];
}

/** Everything that a report says in its tables, its chapters and its title, for comparison. */
function contentsOf(report: Report): string {
  const { organ, year } = report.identity;
  const textOf = ({ start, end }: Span) => report.document.text.slice(start, end);
  return JSON.stringify([
    organ,
    year,
    report.chapters.map(({ chapter }) => chapter.id),
    Object.values(report.tables).map(({ edition, missingRows, unknownRows, rows }) => [
      edition.edition.id,
      missingRows.map(({ id }) => id),
      unknownRows.map(({ extra }) => extra.map(textOf)),
      rows.map(({ form, extra, missing }) => [form?.id, missing, ...extra.map(textOf)]).sort(),
    ]),
    fieldsOf(report).map(({ field, value, text }) => [field.id, value, text]),
  ]);
}

/** First and last line. */
export interface Lines {
  first: number;
  last: number;
}

/** What a table takes up, with the lines of separators alone around it. */
export function linesOf(report: Report, table: Span): Lines {
  const { document, chapters } = report;
  const headings = new Set(chapters.map(({ line }) => line));
  const isLeftover = (line: number) => {
    const { kind, firstCell, cellCount, start, end } = document.lines[line];
    if (kind === LineKind.Rule) return document.text.slice(start, end).includes('|');
    if (kind !== LineKind.Cells || headings.has(line)) return false;
    return document.cells.slice(firstCell, firstCell + cellCount).every(({ start, end }) => start === end);
  };
  let first = lineAt(document, table.start);
  let last = lineAt(document, table.end);
  while (first > 0 && isLeftover(first - 1)) first--;
  for (let line = last + 1; line < document.lines.length; line++) {
    if (isLeftover(line)) last = line;
    else if (document.lines[line].kind !== LineKind.Blank) break;
  }
  return { first, last };
}

/** A line that is no part of the table though it stands in it, and what it stands in front of. */
export interface Kept {
  line: number;
  text: string;
  isComment: boolean;
  before: Block | BoundRow | undefined;
}

/**
 * The lines within a table that are no part of it: remarks, prose, comments. undefined where a line holds a label or a
 * figure and something else besides.
 */
export function keptLines(report: Report, table: BoundTable, { first, last }: Lines): Kept[] | undefined {
  const { document } = report;
  const { lines, cells } = document;
  const claimed = claimedBy(table);
  const kept: Kept[] = [];
  let keepsOn = false;
  for (let index = first; index <= last; index++) {
    const line = lines[index];
    const { kind, firstCell, cellCount } = line;
    if (kind === LineKind.Blank || kind === LineKind.Rule) continue;
    const own = cells.slice(firstCell, firstCell + cellCount).filter(({ start, end }) => end > start);
    const isKept: boolean =
      kind === LineKind.Comment || (cellCount === 0 ? keepsOn : own.some((cell) => isForeign(document, table, claimed, cell)));
    keepsOn = isKept;
    if (!isKept) continue;
    if (own.some((cell) => claimed(cell))) return undefined;
    kept.push({
      line: index,
      text: document.text.slice(line.start, line.end),
      isComment: kind === LineKind.Comment,
      before: following(table, line.end),
    });
  }
  return kept;
}

/** Whether a cell belongs to a label or a row of the table. */
function claimedBy({ labels, rows, unknownRows }: BoundTable): (cell: Span) => boolean {
  const spans: Span[] = [...labels];
  for (const row of [...rows, ...unknownRows]) spans.push(row.label, ...row.cells, ...row.extra);
  const solid = spans.filter(({ start, end }) => end > start).sort((a, b) => a.start - b.start);
  return ({ start, end }) => {
    let low = 0;
    let high = solid.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (solid[middle].end <= start) low = middle + 1;
      else high = middle;
    }
    return low < solid.length && solid[low].start < end;
  };
}

/** Whether a cell is neither claimed nor a piece of a label, as headings leave them that break over lines. */
function isForeign({ text }: Document, { table }: BoundTable, claimed: (cell: Span) => boolean, cell: Cell): boolean {
  if (claimed(cell)) return false;
  const words = text.slice(cell.start, cell.end).split(/\s+/);
  return !words.every((word) => /\p{Script=Han}|^\D+$/u.test(word) && isPiece(fold(word), table.form.id));
}

/** What comes behind an offset: a row, or the headings of a block. */
function following(table: BoundTable, offset: number): Kept['before'] {
  const rows = [...table.rows, ...table.unknownRows].filter(({ label }) => label.start >= offset);
  const row = rows.reduce<BoundRow | undefined>((first, each) => (first && first.start <= each.start ? first : each), undefined);
  if (!row?.form) return row;
  const { block } = row.form;
  const heading = table.labels.some(
    ({ anchor, start }) => anchor.kind !== 'row' && anchor.kind !== 'group' && start >= offset && start < row.label.start,
  );
  const isFirst = table.rows.find(({ form }) => form?.block === block) === row;
  return heading && isFirst ? block : row;
}

function canonicalEdit(report: Report, table: BoundTable, place: Lines): Edit | undefined {
  const { document } = report;
  const { lines, eol } = document;
  const kept = keptLines(report, table, place);
  if (!kept) return undefined;
  const start = lines[place.first].start;
  const end = lines[place.last].end;
  const written = withKept(table, printed(document, table), kept);
  // What stands next to a table would be read as a part of it.
  const above = lines[place.first - 1];
  const below = lines[place.last + 1];
  if (above && above.kind !== LineKind.Blank && above.kind !== LineKind.Comment) written.unshift('');
  if (below && below.kind !== LineKind.Blank) written.push('');
  return { start, end, newText: written.join(eol) };
}

/** A line of the table as it will be written, and what it belongs to. */
interface Printed {
  text: string;
  of: Block | BoundRow;
}

/** The table's own lines, with the rows that the report has. */
function printed(document: Document, { table, rows, labels, unknownRows }: BoundTable): Printed[] {
  const { width, labelColumns } = table;
  const textOf = ({ start, end }: Span) => document.text.slice(start, end).replace(/\s*[\r\n]\s*/g, '');
  const bound = new Map(rows.map((row) => [row.form, row]));
  const own = new Map<BoundRow | undefined, BoundRow[]>();
  for (const row of unknownRows) {
    const above = rows.filter((other) => other.start < row.start).at(-1);
    own.set(above, [...(own.get(above) ?? []), row]);
  }
  const additions = additionsOf(document, labels);
  const lines: Printed[] = [];
  const unknown = (above: BoundRow | undefined) => {
    for (const row of own.get(above) ?? []) {
      const texts = Array.from({ length: Math.max(0, labelColumns - 1) }, () => '');
      texts.push(textOf(row.label).replace(/\s+/g, ''), ...valuesBehind(document, row).map(textOf));
      while (texts.length < width) texts.push('');
      lines.push({ text: tableLine(texts), of: row });
    }
  };
  let open: { column: number; text: string; last: number }[] = [];
  const grid = layoutOf(table);
  grid.forEach((line, index) => {
    const { block, form } = blockOf(grid, index);
    if (!rows.some((row) => row.form?.block === block)) return;
    const texts = Array.from({ length: width }, () => '');
    for (const cell of line.cells) if (!cell.field) texts[cell.column] = cell.text + (additions.get(cell.text)?.shift() ?? '');
    if (!form) {
      lines.push({ text: tableLine(texts), of: block });
      return;
    }
    // A group's label stands on the first of its rows that is there.
    for (const cell of line.cells)
      if (cell.kind === 'row' && cell.height > 1)
        open.push({ column: cell.column, text: texts[cell.column], last: index + cell.height - 1 });
    const row = bound.get(form);
    if (!row) return;
    for (const { column, text, last } of open) if (index <= last) texts[column] = text;
    open = [];
    if (form === rows[0].form) unknown(undefined);
    lines.push({ text: tableLine(figuresInto(texts, row, labelColumns, textOf)), of: row });
    unknown(row);
  });
  return lines;
}

function blockOf(grid: readonly GridLine[], index: number) {
  const { row } = grid.slice(index).find((line) => line.row) as { row: NonNullable<GridLine['row']> };
  return { block: row.block, form: grid[index].row };
}

/** A row's figures behind its label. A row with too few cells stays short; what it has too many follows the last. */
function figuresInto(texts: string[], row: BoundRow, labelColumns: number, textOf: (span: Span) => string): string[] {
  for (const cell of row.cells) texts[labelColumns + cell.field.place] = textOf(cell);
  if (row.missing > 0) return texts.slice(0, labelColumns + row.cells.length);
  const behind = labelColumns + (row.form?.fields.length ?? 0);
  row.extra.forEach((cell, index) => {
    texts[behind + index] = textOf(cell);
  });
  return texts;
}

/** The cells behind the label of an office's own row, empty ones between them included. */
function valuesBehind({ cells }: Document, { label, end }: BoundRow): Cell[] {
  const behind = cells.filter((cell) => cell.start >= label.end && cell.end <= end && cell.end > label.start);
  const first = behind.findIndex((cell) => cell.end > cell.start);
  return first < 0 ? [] : behind.slice(first);
}

/** What an office has added to the labels in parentheses, by the form's label, in the text's order. */
function additionsOf({ text }: Document, labels: readonly BoundLabel[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { anchor, start, end } of labels) {
    const written = text.slice(start, end).replace(/[\s|｜]+/g, '');
    const [addition = ''] = /[（(][^（()）]*[)）]$/.exec(written) ?? [];
    const isOwn = addition !== '' && addition !== written && !fold(anchor.label).includes(fold(addition));
    found.set(anchor.label, [...(found.get(anchor.label) ?? []), isOwn ? addition : '']);
  }
  return found;
}

/** The table's lines with those kept where they belong, and a delimiter wherever a table begins anew. */
function withKept(table: BoundTable, lines: readonly Printed[], kept: readonly Kept[]): string[] {
  const written: string[] = [];
  let fresh = true;
  const keep = ({ text, isComment }: Kept) => {
    if (!isComment && written.length > 0 && written[written.length - 1] !== '') written.push('');
    written.push(text);
    if (!isComment) written.push('');
    fresh = true;
  };
  const left = new Set(kept);
  lines.forEach(({ text, of }, index) => {
    if (lines[index - 1]?.of !== of)
      for (const each of left)
        if (each.before === of) {
          keep(each);
          left.delete(each);
        }
    written.push(text);
    if (fresh) written.push(delimiterLine(table.table));
    fresh = false;
  });
  // Behind the table, set off from it.
  for (const each of left) {
    if (written[written.length - 1] !== '') written.push('');
    keep(each);
  }
  while (written.at(-1) === '') written.pop();
  return written;
}
