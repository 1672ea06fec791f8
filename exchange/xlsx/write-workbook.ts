import writeWorkbook, { type Cell, type SheetData } from 'write-excel-file/node';
import { type CompiledTable, chapterHeading, chapterOf, type GridCell, latestEdition, type Relation } from '../../core/form';
import { linesOf } from '../../core/report/lines';
import type { BoundTable, Report } from '../../core/report/report';
import { joinedText } from '../../core/text/document';
import { printableTables } from '../../core/writing/canonical';
import { type PrintedRow, plainRow } from '../../core/writing/printed';

/** Most characters of a sheet's name, and characters that it can't have. */
const longestName = 31;
const forbidden = /[[\]:*?/\\]/g;

const borders = { borderStyle: 'thin', borderColor: '#000000' } as const;

interface SheetOfTable {
  sheet: string;
  data: SheetData;
  columns: { width: number }[];
  /** The result of each formula, by the address of its cell. */
  results: Map<string, string>;
}

/** A report's tables as a workbook, one sheet for each; totals that are right become formulas. */
export async function writeWorkbookOf(report: Report): Promise<Uint8Array> {
  const printable = new Map(printableTables(report).map(({ table, pieces }) => [table, pieces]));
  const sheets = Object.values(report.tables).map((table) => {
    const pieces = printable.get(table);
    const rows = pieces ? pieces.flatMap((piece) => ('rows' in piece ? piece.rows : [])) : linesAsRows(report, table);
    return sheetOf(table.table, rows);
  });
  // Programs that don't compute formulas find the results as well.
  const withResults = (xml: string, { results }: SheetOfTable) =>
    xml.replace(/<c r="([A-Z]+\d+)"[^>]*><f>[^<]*<\/f>/g, (cell, address) => {
      const result = results.get(address);
      return result === undefined ? cell : `${cell}<v>${result}</v>`;
    });
  const workbook = writeWorkbook(
    sheets.map(({ sheet, data, columns }) => ({ sheet, data, columns, orientation: 'landscape' as const })),
    {
      features: [
        {
          files: {
            transform: { 'xl/worksheets/sheet{id}.xml': { transform: (xml, _, { sheetIndex }) => withResults(xml, sheets[sheetIndex]) } },
          },
        },
      ],
    },
  );
  return new Uint8Array(await workbook.toBuffer());
}

/** A table that can't be printed as the form has it (because a row occurs twice, for example), line by line. */
function linesAsRows(report: Report, table: BoundTable): PrintedRow[] {
  const { lines, cells } = report.document;
  const { first, last } = linesOf(report, table);
  return lines.slice(first, last + 1).flatMap(({ firstCell, cellCount }) => {
    const texts = cells.slice(firstCell, firstCell + cellCount).map((cell) => joinedText(report.document, cell));
    return texts.every((text) => text === '') ? [] : [plainRow(texts)];
  });
}

function sheetOf(table: CompiledTable, rows: readonly PrintedRow[]): SheetOfTable {
  const { labelColumns } = table;
  const width = Math.max(...rows.map(({ texts }) => texts.length));
  const places = new Map<number, { address: string; text: string }>();
  rows.forEach(({ cells }, row) => {
    for (const { field, column, text } of cells) if (field) places.set(field.index, { address: addressOf(row, column), text });
  });
  const { sums, results } = sumsOf(table.relations, places);
  const data = rows.map(({ cells }, row) => {
    const line: (Cell | null)[] = Array.from({ length: width }, () => null);
    for (const cell of cells) line[cell.column] = sheetCell(cell, sums.get(addressOf(row, cell.column)));
    return line;
  });
  return {
    sheet: chapterHeading(chapterOf(latestEdition, table.form.chapter)).replace(forbidden, '').slice(0, longestName),
    data: data as SheetData,
    columns: Array.from({ length: width }, (_, column) => ({ width: column === labelColumns - 1 ? 44 : column < labelColumns ? 18 : 12 })),
    results,
  };
}

function sheetCell({ kind, text, width, height }: GridCell, sum: string | undefined): Cell {
  const style = {
    ...borders,
    align: kind === 'row' && height === 1 ? ('left' as const) : ('center' as const),
    alignVertical: 'center' as const,
    wrap: true,
    ...(width > 1 && { columnSpan: width }),
    ...(height > 1 && { rowSpan: height }),
  };
  if (sum) return { ...style, type: 'Formula', value: sum };
  // A figure that a spreadsheet would write differently stays as text.
  if (kind === 'figure' && text !== '' && String(Number(text)) === text) return { ...style, type: Number, value: Number(text) };
  return { ...style, type: String, value: text };
}

/** The formulas of the totals that are right, by the address of their cells. */
function sumsOf(
  relations: readonly Relation[],
  places: ReadonlyMap<number, { address: string; text: string }>,
): { sums: Map<string, string>; results: Map<string, string> } {
  const sums = new Map<string, string>();
  const results = new Map<string, string>();
  for (const { parts, wholes, total } of relations) {
    const whole = places.get(total);
    if (wholes.length !== 1 || wholes[0] !== total || !whole || sums.has(whole.address) || !/^\d+$/.test(whole.text)) continue;
    const summed = parts.flatMap((part) => places.get(part) ?? []);
    const plain = summed.every(({ text }) => !/\d/.test(text) || String(Number(text)) === text);
    const sum = summed.reduce((before, { text }) => before + (Number(text) || 0), 0);
    if (!plain || summed.length !== parts.length || String(sum) !== whole.text) continue;
    results.set(whole.address, whole.text);
    sums.set(whole.address, `=SUM(${rangesOf(summed.map(({ address }) => address)).join(',')})`);
  }
  return { sums, results };
}

/** Addresses with neighbours in a row or column joined into ranges: D5, D6, D7 → D5:D7. */
function rangesOf(addresses: readonly string[]): string[] {
  const runs: string[][] = [];
  for (const address of addresses) {
    const run = runs.at(-1);
    if (run && follows(run, address)) run.push(address);
    else runs.push([address]);
  }
  return runs.map((run) => (run.length > 1 ? `${run[0]}:${run.at(-1)}` : run[0]));
}

function follows(run: readonly string[], next: string): boolean {
  const first = gridPlaceOf(run[0]);
  const last = gridPlaceOf(run[run.length - 1]);
  const { row, column } = gridPlaceOf(next);
  const down = column === last.column && row === last.row + 1 && first.column === last.column;
  const right = row === last.row && column === last.column + 1 && first.row === last.row;
  return down || right;
}

/** The address of a cell; zero-based row and column. The form's tables have fewer than 26 columns. */
function addressOf(row: number, column: number): string {
  return `${String.fromCharCode(65 + column)}${row + 1}`;
}

function gridPlaceOf(address: string): { row: number; column: number } {
  return { row: Number(address.slice(1)), column: address.charCodeAt(0) };
}
