import { type CompiledTable, type GridCell, type GridLine, layoutOf } from '../form';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Escapes text for an element or for a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character]);
}

/** What is drawn of a cell: its content, as HTML, and attributes. */
export interface DrawnCell {
  html: string;
  attributes?: Readonly<Record<string, string | undefined>>;
}

/** `name="value"` for every attribute that has a value. */
export function attributesOf(attributes: Readonly<Record<string, string | undefined>> = {}): string {
  return Object.entries(attributes)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${escapeHtml(value)}"`))
    .join('');
}

/** How a table is drawn: its cells, and rows of the office's own after some of its rows. */
export interface TableDrawing {
  cell(cell: GridCell, line: GridLine): DrawnCell;
  /** The table's name, for those who do not see it. */
  name?: string;
  /** `<tr>` elements that follow a line. */
  after?(line: GridLine): string;
}

/** A table as the form prints it, with its merged cells. Header cells say what they are the header of. */
export function tableHtml(table: CompiledTable, { cell: draw, name, after }: TableDrawing): string {
  const rows = layoutOf(table).map((line) => {
    const cells = line.cells.map((cell) => cellHtml(cell, draw(cell, line)));
    return `<tr>${cells.join('')}</tr>${after?.(line) ?? ''}`;
  });
  return `<table${attributesOf({ 'aria-label': name })}>${rows.join('')}</table>`;
}

/** A cell with its spans; a header cell says what it is the header of. */
export function cellHtml(cell: GridCell, { html, attributes }: DrawnCell): string {
  const tag = cell.kind === 'figure' || cell.kind === 'empty' ? 'td' : 'th';
  const span = {
    colspan: cell.width > 1 ? String(cell.width) : undefined,
    rowspan: cell.height > 1 ? String(cell.height) : undefined,
    scope: scopeOf(cell),
  };
  return `<${tag}${attributesOf({ ...span, ...attributes })}>${html}</${tag}>`;
}

function scopeOf({ kind, width, height }: GridCell): string | undefined {
  if (kind === 'column') return width > 1 ? 'colgroup' : 'col';
  if (kind === 'row') return height > 1 ? 'rowgroup' : 'row';
  return undefined;
}
