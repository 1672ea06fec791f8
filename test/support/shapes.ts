import { type CompiledEdition, type CompiledTable, chapterHeading, type Field, type GridCell, layoutOf } from '../../core/form';
import { tableLines } from '../../core/writing/markdown';
import type { Figures } from './figures';

/** The textual shapes in which one and the same table comes. */
export const shapes = [
  'tab-cells',
  'tab-cells-broken',
  'pipe-rows',
  'pipe-rows-led',
  'pipe-rows-narrow',
  'pipe-cells',
  'pipe-cells-padded',
  'pipe-cells-led',
  'pipe-cells-apart',
  'lines',
  'tab-rows',
  'tab-rows-short',
  'printed',
  'printed-broken',
  'markdown',
] as const;
export type Shape = (typeof shapes)[number];

type Text = (field: Field) => string;

interface PlacedRow {
  /** Text of each column of the grid, '' where a merged cell leaves none. */
  texts: string[];
  /** Only the cells that begin on this line. */
  cells: GridCell[];
}

function placed(table: CompiledTable, text: Text): PlacedRow[] {
  return layoutOf(table).map(({ cells }) => {
    const texts = Array.from({ length: table.width }, () => '');
    for (const cell of cells) texts[cell.column] = textOf(cell, text);
    return { texts, cells };
  });
}

function textOf(cell: GridCell, text: Text): string {
  return cell.field ? text(cell.field) : cell.text;
}

/** Extraction from Word: merged lines leave an empty cell, merged columns none. */
function tabCells(table: CompiledTable, text: Text, broken: boolean): string[] {
  const covered: GridCell[][] = [];
  return layoutOf(table).flatMap(({ cells }, line) => {
    for (const cell of cells)
      for (let below = line + 1; below < line + cell.height; below++)
        covered[below] = [...(covered[below] ?? []), { ...cell, text: '', field: undefined, kind: 'empty' }];
    const all = [...cells, ...(covered[line] ?? [])].sort((a, b) => a.column - b.column);
    const lines = all.map((cell) => {
      const content = textOf(cell, text);
      const half = broken && cell.kind === 'column' && content.length === 4;
      return `\t${half ? `${content.slice(0, 2)}\n${content.slice(2)}` : content}`;
    });
    return [...lines, ''];
  });
}

function printedRow(row: PlacedRow, breakAt: number): string[] {
  const figures = row.cells.filter((cell) => cell.field);
  const labels = row.cells.filter((cell) => !cell.field && cell.text !== '');
  const values = figures.map((cell) => row.texts[cell.column]).join(' ');
  if (figures.length === 0) return [labels.map((cell) => cell.text).join(' ')];
  const label = labels.at(-1)?.text ?? '';
  const groups = labels.slice(0, -1).map((cell) => cell.text);
  if (breakAt === 0 || label.length <= breakAt) return [...groups, `${label} ${values}`.trim()];
  // Labels of groups run down the page, a character a line; long labels break.
  const vertical = groups.flatMap((group) => [...group]);
  return [...vertical, label.slice(0, breakAt), `${label.slice(breakAt)} ${values}`];
}

/** A table in one of the shapes, as lines. */
export function tableIn(shape: Shape, table: CompiledTable, text: Text): string[] {
  const rows = placed(table, text);
  const filled = (row: PlacedRow) => row.cells.map((cell) => row.texts[cell.column]);
  switch (shape) {
    case 'tab-cells':
      return tabCells(table, text, false);
    case 'tab-cells-broken':
      return tabCells(table, text, true);
    case 'pipe-rows':
      return rows.map(({ texts }) => `${texts.join(' | ')} |`);
    case 'pipe-rows-led':
      return rows.map(({ texts }) => `|${texts.join('|')}|`);
    case 'pipe-rows-narrow':
      return rows.map((row) => `${filled(row).join(' | ')} |`);
    case 'pipe-cells':
      return rows.flatMap((row) => [...filled(row).map((cell) => `${cell} |`), ...(row.cells.length < table.width ? ['||'] : [])]);
    case 'pipe-cells-padded':
      return rows.flatMap((row) => [...filled(row).map((cell) => `${cell} |`), '|'.repeat(table.width + 1 - row.cells.length)]);
    case 'pipe-cells-led':
      return rows.flatMap((row) => ['| ', ...filled(row).map((cell) => ` ${cell}  | `)]);
    case 'lines':
      return rows.flatMap((row) => filled(row).flatMap((cell) => [cell, '']));
    case 'pipe-cells-apart':
      return rows.flatMap((row) => filled(row).flatMap((cell) => [cell, '|']));
    case 'tab-rows':
      return rows.map(({ texts }) => texts.join('\t'));
    case 'tab-rows-short':
      return rows.map((row) => filled(row).join('\t'));
    case 'printed':
      return rows.flatMap((row) => printedRow(row, 0));
    case 'printed-broken':
      return rows.flatMap((row) => printedRow(row, 18));
    case 'markdown':
      return tableLines(table, text);
  }
}

export interface InventedReport {
  edition: CompiledEdition;
  year: number;
  organ: string;
  shape: Shape;
  text: Text;
}

/** A whole report that is right in every respect, its tables in the given shape. */
export function reportIn({ edition, year, organ, shape, text }: InventedReport): string {
  const lines = [`${organ}${year}年政府信息公开工作年度报告`, ''];
  for (const chapter of edition.edition.chapters) {
    lines.push(chapterHeading(chapter), '');
    chapter.sections?.forEach((section, index) => {
      lines.push(`（${'一二三四五'[index]}）${section.label}情况。本机关认真落实各项要求，工作有序推进。`);
    });
    if (chapter.table) lines.push(...tableIn(shape, edition.tables[chapter.table], text));
    else if (!chapter.sections) lines.push(chapter.id === 'other' ? '本年度未收取信息处理费。' : '公开内容还不够丰富，下一年将继续改进。');
    lines.push('');
  }
  lines.push(organ, `${year + 1}年1月20日`, '');
  return lines.join('\n');
}

export function textFrom(figures: Figures): Text {
  return (field) => String(figures.get(field.id));
}
