import { parse } from 'csv-parse/sync';

/** The texts of cells, row by row. */
export type Grid = readonly (readonly string[])[];

/**
 * The cells of what Excel, WPS, Word or a browser puts on the clipboard as plain text: a tab between cells, a line a row,
 * and quotation marks around a cell with line breaks in it. Lines that are empty at the end (programs leave one) are no rows.
 */
export function cellsOfText(text: string): Grid {
  return trimmedGrid(rowsOf(text));
}

function rowsOf(text: string): string[][] {
  // Quotation marks mean something only where a cell begins with one.
  if (/(?:^|[\t\r\n])"/.test(text))
    try {
      return parse(text, { delimiter: '\t', relax_quotes: true, relax_column_count: true, skip_empty_lines: false });
    } catch {
      // A quotation mark that is never closed is one of the text's own.
    }
  return text.split(/\r\n|\n|\r/).map((line) => line.split('\t'));
}

/** Cells without white space around them and on one line each; without the empty rows at the end. */
export function trimmedGrid(rows: Grid): string[][] {
  const cells = rows.map((row) => row.map((cell) => cell.replace(/\s*[\r\n]\s*/g, '').trim()));
  const last = cells.findLastIndex((row) => row.some((cell) => cell !== ''));
  return cells.slice(0, last + 1);
}
