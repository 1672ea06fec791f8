import type { CompiledTable } from '../form';
import { readReport } from '../report/bind';
import { fieldsOf } from '../report/fields';
import { type Lines, linesOf } from '../report/lines';
import type { BoundTable, Report } from '../report/report';
import { LineKind, type Span } from '../text/document';
import { applyEdits, type Edit } from '../text/edit';
import { delimiterLine, tableLine } from './markdown';
import { type PrintedPiece, type PrintedRow, printedTable } from './printed';

/** A table that can be given the canonical shape, with the lines that it takes up and what it is printed as. */
export interface Printable {
  table: BoundTable;
  place: Lines;
  pieces: PrintedPiece[];
}

/** The tables that can be rewritten without anything being lost or changing its meaning. */
export function printableTables(report: Report, wanted: (table: BoundTable) => boolean = () => true): Printable[] {
  const tables = Object.values(report.tables);
  const places = tables.map((table) => linesOf(report, table));
  const printable = tables.flatMap((table, index): Printable[] => {
    const place = places[index];
    const alone = places.every((other, own) => own === index || other.last < place.first || other.first > place.last);
    const pieces = alone && wanted(table) ? printedTable(report, table, place) : undefined;
    return pieces ? [{ table, place, pieces }] : [];
  });
  const before = contentsOf(report);
  // What is read back decides: an edit that would change what the report says is not made.
  const keepsAll = (tried: readonly Printable[]) => {
    const edits = tried.flatMap((each) => canonicalEdit(report, each) ?? []);
    return edits.length === 0 || contentsOf(readReport(applyEdits(report.document.text, edits))) === before;
  };
  if (keepsAll(printable)) return printable;
  const sound = printable.filter((each) => keepsAll([each]));
  return keepsAll(sound) ? sound : [];
}

/**
 * The edits that give tables the canonical shape: labels as the form prints them, figures as they are. Everything that
 * is no part of a table stays as it is, byte for byte. A table that contains something that the canonical shape has
 * no place for is left alone. Made once more, the edits change nothing.
 */
export function canonicalEdits(report: Report, wanted?: (table: BoundTable) => boolean): Edit[] {
  return printableTables(report, wanted).flatMap((each) => canonicalEdit(report, each) ?? []);
}

/** undefined where the table has the canonical shape already. */
function canonicalEdit({ document }: Report, { table, place, pieces }: Printable): Edit | undefined {
  const { lines, eol, text } = document;
  const start = lines[place.first].start;
  const end = lines[place.last].end;
  const written = pieceLines(table.table, pieces);
  // A line next to a table would be read as a part of it.
  const above = lines[place.first - 1];
  const below = lines[place.last + 1];
  if (above && above.kind !== LineKind.Blank && above.kind !== LineKind.Comment) written.unshift('');
  if (below && below.kind !== LineKind.Blank) written.push('');
  const newText = written.join(eol);
  return newText === text.slice(start, end) ? undefined : { start, end, newText };
}

/** The rows of a table in Markdown: a delimiter under the first. */
export function rowLines(rows: readonly PrintedRow[], table: CompiledTable): string[] {
  const lines = rows.map(({ texts }) => tableLine(texts));
  lines.splice(1, 0, delimiterLine(table));
  return lines;
}

/** A table's lines with the lines kept among them: a comment stays at its row, other lines get blank lines around them. */
function pieceLines(table: CompiledTable, pieces: readonly PrintedPiece[]): string[] {
  const written: string[] = [];
  const setOff = () => {
    if (written.length > 0 && written[written.length - 1] !== '') written.push('');
  };
  pieces.forEach((piece, index) => {
    if ('rows' in piece) written.push(...rowLines(piece.rows, table));
    else {
      const { text, isComment } = piece.kept;
      const isBehind = pieces.slice(index).every((each) => 'kept' in each);
      if (!isComment || isBehind) setOff();
      written.push(text);
      if (!isComment) written.push('');
    }
  });
  while (written.at(-1) === '') written.pop();
  return written;
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
