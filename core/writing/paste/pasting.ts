import { t } from '@vscode/l10n';
import { type CompiledEdition, chapterHeading, chapterOf, type TableId } from '../../form';
import { readReport } from '../../report/bind';
import { figureSpan } from '../../report/cells';
import { linesOf } from '../../report/lines';
import type { BoundTable, Report } from '../../report/report';
import { tablePlaceAt } from '../../report/steps';
import { LineKind, type Span } from '../../text/document';
import type { Edit } from '../../text/edit';
import { draftOf, gridOf } from '../draft';
import type { ForeignPassage } from '../foreign';
import { safeCell } from '../markdown';
import { cellsOfText, type Grid, trimmedGrid } from './clipboard';
import { type Filling, fill, fillingEdit, isFigure, isLabelled } from './fill';
import { replaceTables } from './replace-tables';

/** What is on the clipboard: its plain text, and the passages of its HTML, if there is any. */
export interface Clipboard {
  text: string;
  passages: readonly ForeignPassage[] | undefined;
}

/** What pasting comes to; `said`: what the user has to know of it, whole sentences. */
export type Pasting =
  /** The editor pastes by itself. */
  | { kind: 'plain' }
  /** In place of the selection. */
  | { kind: 'text'; text: string }
  /** On lines of its own at the cursor. */
  | { kind: 'table'; text: string }
  /** Cells of the table at the cursor are filled, or whole tables replaced. `covered`: how many cells. */
  | { kind: 'cells' | 'tables'; edits: readonly Edit[]; covered: number; said: readonly string[] }
  | { kind: 'nothing'; said: readonly string[] };

/**
 * What pasting into a report comes to. In a table the cells of the clipboard fill the table's from the cursor on, and no row
 * is broken; whole tables of the form take the place of the report's own.
 */
export function pasting(report: Report, selection: Span, clipboard: Clipboard): Pasting {
  const grid = gridOfClipboard(clipboard);
  const whole = wholeTables(clipboard, grid);
  const { table, cell } = tablePlaceAt(report, selection.start) ?? {};
  if (whole && (table || Object.values(whole.tables).some(({ table: { form } }) => report.tables[form.id])))
    return replaced(report, whole, selection.start);
  if (whole) return { kind: 'table', text: whole.document.text };
  if (!table) {
    const hasTable = clipboard.passages?.some(({ kind }) => kind === 'table');
    return hasTable ? { kind: 'table', text: draftText(clipboard.passages ?? []) } : { kind: 'plain' };
  }
  if (grid.length === 0) return { kind: 'nothing', said: [] };
  const [[only]] = grid;
  const isOne = grid.length === 1 && grid[0].length === 1;
  const isCell = clipboard.passages?.some(({ kind }) => kind === 'table') || /[\t\r\n]/.test(clipboard.text);
  if (isOne && (cell || !isCell || (only !== '' && !isFigure(only)))) {
    const isWhole = cell && (selection.start === selection.end || covers(selection, figureSpan(cell)));
    if (!isWhole || (only !== '' && !isFigure(only))) return { kind: 'text', text: safeCell(only) };
    const edit = fillingEdit(cell, only);
    if (!edit) return { kind: 'nothing', said: [t('This cell can’t be emptied: the figures after it would move. Nothing was pasted.')] };
    return { kind: 'cells', edits: changesIn(report, [edit]), covered: 1, said: [] };
  }
  const from = cell ?? (isLabelled(table, grid) ? table.rows[0]?.cells[0] : undefined);
  if (!from) return { kind: 'nothing', said: [t('Put the cursor into the cell of a figure to paste cells. Nothing was pasted.')] };
  const filling = fill(table, from, grid);
  if (typeof filling === 'string') return { kind: 'nothing', said: [elsewhere(report.edition, filling)] };
  const said = remarksOn(filling);
  if (filling.covered === 0) return { kind: 'nothing', said: [...said, t('Nothing was pasted.')] };
  return { kind: 'cells', edits: changesIn(report, filling.edits), covered: filling.covered, said };
}

function covers(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && outer.end >= inner.end;
}

/** The edits that change something. */
function changesIn({ document: { text } }: Report, edits: readonly Edit[]): Edit[] {
  return edits.filter(({ start, end, newText }) => text.slice(start, end) !== newText);
}

/** The cells of the clipboard: by its plain text where that has tabs, since programs write it cell by cell; else by its HTML. */
function gridOfClipboard({ text, passages }: Clipboard): Grid {
  const table = passages?.length === 1 ? passages[0] : undefined;
  const cells = text.includes('\t') || table?.kind !== 'table' ? cellsOfText(text) : trimmedGrid(gridOf(table.rows));
  // An empty cell is a cell as well.
  return cells.length === 0 && (text !== '' || table?.kind === 'table') ? [['']] : cells;
}

function draftText(passages: readonly ForeignPassage[]): string {
  return draftOf({ passages: [...passages], notes: [] }).text.trimEnd();
}

/** The clipboard as a text in the canonical shape, if it holds whole tables of the form and nothing else but headings. */
function wholeTables({ passages }: Clipboard, grid: Grid): Report | undefined {
  if (!passages?.some(({ kind }) => kind === 'table') && !grid.some((cells) => cells.length > 1)) return undefined;
  const rows = grid.map((cells) => cells.map((text) => ({ text, width: 1, height: 1 })));
  const read = readReport(draftText(passages?.some(({ kind }) => kind === 'table') ? passages : [{ kind: 'table', rows }]));
  const tables = Object.values(read.tables);
  return tables.length > 0 && tables.every(({ missingRows }) => missingRows.length === 0) && hasTablesOnly(read, tables) ? read : undefined;
}

function hasTablesOnly(report: Report, tables: readonly BoundTable[]): boolean {
  const places = tables.map((table) => linesOf(report, table));
  const headings = new Set(report.chapters.map(({ line }) => line));
  return report.document.lines.every(
    ({ kind }, line) => kind === LineKind.Blank || headings.has(line) || places.some(({ first, last }) => first <= line && line <= last),
  );
}

function replaced(report: Report, whole: Report, cursor: number): Pasting {
  const edits = replaceTables(report, whole, cursor);
  if (Array.isArray(edits)) {
    const covered = Object.values(whole.tables).reduce((sum, { table }) => sum + table.fields.length, 0);
    return { kind: 'tables', edits, covered, said: [] };
  }
  const { table, why } = edits;
  const chapter = headingOf(report.edition, table.table.form.id);
  return {
    kind: 'nothing',
    said: [
      why === 'filled'
        ? t('The table of “{0}” is filled in already. Put the cursor into it to replace it. Nothing was pasted.', chapter)
        : t('Text stands between the rows of the table of “{0}”. Nothing was pasted, so that it is not lost.', chapter),
    ],
  };
}

function elsewhere(edition: CompiledEdition, table: TableId): string {
  return t(
    'These cells belong to the table of “{0}”. Put the cursor into that table to paste them. Nothing was pasted.',
    headingOf(edition, table),
  );
}

function headingOf(edition: CompiledEdition, table: TableId): string {
  return chapterHeading(chapterOf(edition, edition.tables[table].form.chapter));
}

/** The most cells that are named in a message. */
const mostNamed = 8;

function remarksOn({ beyond, strange, kept }: Filling): string[] {
  const listed = (texts: readonly string[]) => texts.slice(0, mostNamed).join(t(', ')) + (texts.length > mostNamed ? '…' : '');
  const said: string[] = [];
  if (beyond.length > 0)
    said.push(t('The table has no cell for {0} of the figures; they were not pasted: {1}.', beyond.length, listed(beyond)));
  if (strange.length > 0) said.push(t('{0} of the cells hold no figure and were not pasted: {1}.', strange.length, listed(strange)));
  if (kept.length > 0)
    said.push(t('The clipboard has empty cells; {0} cells of this table can’t be emptied and stay as they are.', kept.length));
  return said;
}
