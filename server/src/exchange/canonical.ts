import { type Cell, type Document, joinedText, LineKind, type Span } from '../format/document';
import { applyEdits, type Edit } from '../format/edit';
import { fold } from '../format/fold';
import { readReport } from '../report/bind';
import { fieldsOf } from '../report/fields';
import { type Kept, keptLines, type Lines, linesOf, rowAbove } from '../report/lines';
import type { BoundLabel, BoundRow, BoundTable, Report } from '../report/report';
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
function printed(document: Document, bound: BoundTable): Printed[] {
  const { table, rows, labels, unknownRows } = bound;
  const { width, labelColumns } = table;
  const textOf = (span: Span) => joinedText(document, span);
  const present = new Map(rows.map((row) => [row.form, row]));
  const own = new Map<BoundRow | undefined, BoundRow[]>();
  for (const row of unknownRows) {
    const above = rowAbove(bound, row);
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
    const row = present.get(form);
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
