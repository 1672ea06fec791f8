import { type CompiledEdition, type CompiledTable, editions, type Field, type RowForm, type TableId } from '../form';
import { type Cell, Separator, type Span } from '../text/document';
import type { BoundCell, BoundRow, BoundTable, UnknownRow } from './report';
import type { RawRow, RowKey, Stretch } from './table-rows';

/** Rows in which the editions differ, by table and row: the number of figures that each edition has there. */
const telling = new Map<TableId, Map<string, (number | undefined)[]>>();
for (const edition of editions)
  for (const table of Object.values(edition.tables))
    for (const { id } of table.rows) {
      const widths = editions.map((other) => other.tables[table.form.id].rowById.get(id)?.fields.length);
      if (new Set(widths).size > 1) telling.set(table.form.id, (telling.get(table.form.id) ?? new Map()).set(id, widths));
    }

/** The edition that the labels and the widths of a table's rows speak for; undefined where they do not tell. */
export function editionOfStretch({ table, votes, rows }: Stretch): CompiledEdition | undefined {
  const all = [...votes];
  const rowsThatTell = telling.get(table);
  for (const { key, values } of rows) {
    const widths = key.kind === 'named' ? rowsThatTell?.get(key.id) : undefined;
    if (!widths) continue;
    const shown = values.filter((value) => !isBlank(value)).length;
    const only = widths.filter((width) => width !== undefined).length === 1;
    widths.forEach((width, index) => {
      if (width !== undefined && (only || width === shown)) all[index]++;
    });
  }
  const best = Math.max(...all);
  return best > 0 && all.filter((vote) => vote === best).length === 1 ? editions[all.indexOf(best)] : undefined;
}

/** True if a stretch is really the table, and not a line of prose or a small table of the office's own. */
function isTable(stretch: Stretch): boolean {
  const own = stretch.chapter?.chapter.table === stretch.table;
  if (stretch.table === 'disputes' && stretch.labels.length < 4 && !own) return false;
  const filled = stretch.rows.filter((row) => row.values.length > 0).length;
  return own ? filled > 0 || stretch.labels.length > 3 : filled >= 3 || (filled > 0 && stretch.labels.length >= 4);
}

/** The stretches that make up each table of the form: the largest one, and those that go on with it. */
export function tablesOf(stretches: readonly Stretch[]): Map<TableId, Stretch> {
  const tables = new Map<TableId, Stretch>();
  const ids = new Set(stretches.map((stretch) => stretch.table));
  for (const id of ids) {
    const all = stretches.filter((stretch) => stretch.table === id && isTable(stretch));
    if (all.length === 0) continue;
    const own = all.filter((stretch) => stretch.chapter?.chapter.table === id);
    const main = largest(own.length > 0 ? own : all);
    tables.set(
      id,
      merged(
        main,
        stretches.filter((stretch) => stretch.table === id),
      ),
    );
  }
  return tables;
}

function largest(stretches: readonly Stretch[]): Stretch {
  return stretches.reduce((best, stretch) => (stretch.rows.length > best.rows.length ? stretch : best));
}

/** `main` with the rows of the other stretches of its chapter: the table was cut, or stands there twice. */
function merged(main: Stretch, all: readonly Stretch[]): Stretch {
  const parts = all.filter((stretch) => stretch === main || (stretch.chapter === main.chapter && stretch.rows.length > 0));
  if (parts.length === 1) return main;
  return {
    ...main,
    start: parts[0].start,
    end: Math.max(...parts.map((part) => part.end)),
    votes: main.votes.map((_, index) => parts.reduce((sum, part) => sum + part.votes[index], 0)),
    labels: parts.flatMap((part) => part.labels),
    rows: parts.flatMap((part) => part.rows),
  };
}

function formOf({ rowById, rows }: CompiledTable, key: RowKey): RowForm | undefined {
  switch (key.kind) {
    case 'named':
      return rowById.get(key.id);
    case 'unlabelled':
      return rows[0];
    case 'unknown':
      return undefined;
  }
}

/** Binds the rows of a table to an edition's form. */
export function bindTable(stretch: Stretch, edition: CompiledEdition): BoundTable {
  const table = edition.tables[stretch.table];
  const bound = new Map<string, BoundRow>();
  const rows: BoundRow[] = [];
  const odd: BoundCell[] = [];
  const unknownRows: UnknownRow[] = [];
  const duplicateRows: { row: BoundRow; of: BoundRow }[] = [];
  let repeating = false;
  for (const raw of stretch.rows) {
    const form = formOf(table, raw.key);
    if (!form) {
      unknownRows.push(unknownRow(raw));
      repeating = false;
      continue;
    }
    const row = bindRow(raw, form);
    const first = bound.get(form.id);
    if (first && isBare(first) && !isBare(row)) rows.splice(rows.indexOf(first), 1);
    else if (first && isBare(row)) continue;
    else if (first) {
      if (!repeating) duplicateRows.push({ row, of: first });
      repeating = true;
      continue;
    }
    repeating = false;
    bound.set(form.id, row);
    rows.push(row);
    for (const cell of row.cells) if (isOdd(cell)) odd.push(cell);
  }
  return {
    table,
    edition,
    start: stretch.start,
    end: stretch.end,
    labels: stretch.labels,
    rows,
    odd,
    missingRows: table.rows.filter((row) => !bound.has(row.id)),
    duplicateRows,
    unknownRows,
  };
}

/** Without separators, empty cells leave no trace: a single figure is then the total that small offices fill in alone. */
function isOnlyTotal(values: readonly Cell[], { fields }: RowForm): boolean {
  return (
    values.length === 1 &&
    values[0].separator === Separator.Space &&
    fields.length > 1 &&
    fields[fields.length - 1].column.sums === 'row-total'
  );
}

/** True if nothing but its label is there of a row. */
function isBare({ traceless, cells }: BoundRow): boolean {
  return traceless > 0 && cells.length === 0;
}

function isOdd(cell: BoundCell): boolean {
  return cell.state !== 'number' || cell.isUnusual || cell.value < 0 || !Number.isInteger(cell.value);
}

function isBlank(value: Cell): boolean {
  return value.end === value.start;
}

function isText(value: Cell): boolean {
  return !isBlank(value) && value.figure.kind === 'none';
}

/**
 * Drops what merged cells and remarks leave around the figures, as far as there are more cells than figures. The form
 * knows where merging leaves empty cells; only then is it guessed.
 */
function trimmed({ values, onLine }: RawRow, form: RowForm): readonly Cell[] {
  const need = form.fields.length;
  let first = 0;
  let last = values.length;
  const over = () => last - first > need;
  // One cell a line, several pipes on one line stand for merged cells.
  const isFiller = (value: Cell) => !onLine && isBlank(value) && !value.alone;
  while (over() && isFiller(values[last - 1])) last--;
  while (over() && isFiller(values[first])) first++;
  // What follows the last figure there can only be left over.
  for (let slack = onLine ? form.slackAfter : values.length; slack > 0 && over() && isBlank(values[last - 1]); slack--) last--;
  for (let slack = form.slackBefore; slack > 0 && over() && isBlank(values[first]); slack--) first++;
  while (over() && isText(values[first])) first++;
  while (over() && (isBlank(values[last - 1]) || isText(values[last - 1]))) last--;
  while (over() && isBlank(values[first])) first++;
  return first === 0 && last === values.length ? values : values.slice(first, last);
}

function bindCell(field: Field, cell: Cell): BoundCell {
  const { start, end, figure } = cell;
  if (figure.kind === 'number') {
    // Most cells are their number and nothing else.
    const number = figure.from === 0 && figure.to === end - start ? cell : { start: start + figure.from, end: start + figure.to };
    return { field, state: 'number', value: figure.value, number, isUnusual: figure.unusual, cell, start, end };
  }
  const state = start === end ? 'empty' : figure.kind === 'not-applicable' ? 'not-applicable' : 'text';
  return { field, state, value: null, cell, start, end };
}

function bindRow(raw: RawRow, form: RowForm): BoundRow {
  const values = trimmed(raw, form);
  const need = form.fields.length;
  const cells: BoundCell[] = [];
  const traceless = raw.bare ? need : isOnlyTotal(values, form) ? need - 1 : 0;
  const skipped = traceless < need ? traceless : 0;
  for (let i = 0; skipped + i < need && i < values.length; i++) cells.push(bindCell(form.fields[skipped + i], values[i]));
  return {
    form,
    label: raw.label.end > raw.label.start ? raw.label : (cells[0] ?? raw.label),
    cells,
    extra: values.length > need ? values.slice(need).filter((value) => !isBlank(value)) : [],
    missing: Math.max(0, need - traceless - values.length),
    traceless,
    start: Math.min(raw.label.start, cells[0]?.start ?? raw.label.start),
    end: endOf(raw.label, values),
  };
}

function unknownRow({ label, values }: RawRow): UnknownRow {
  return { label, extra: values.filter((value) => !isBlank(value)), start: label.start, end: endOf(label, values) };
}

/** Where a row ends: with its last figure, or with its label. */
function endOf(label: Span, values: readonly Cell[]): number {
  return Math.max(label.end, values.findLast((value) => !isBlank(value))?.end ?? label.end);
}

/** The edition that most of the tables' rows are in; undefined where none tells. */
export function editionOfTables(
  tables: readonly { stretch: Stretch; edition: CompiledEdition | undefined }[],
): CompiledEdition | undefined {
  const rows = editions.map((edition) =>
    tables.reduce((sum, table) => sum + (table.edition === edition ? table.stretch.rows.length : 0), 0),
  );
  const best = Math.max(...rows);
  return best > 0 ? editions[rows.indexOf(best)] : undefined;
}
