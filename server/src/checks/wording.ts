import { t } from '@vscode/l10n';
import { Separator, type Span } from '../format/document';
import type { Edit } from '../format/edit';
import { FigureKind, writeFigure } from '../format/figure';
import type { BoundCell } from '../report/report';
import type { CompiledEdition, CompiledTable, Field, Relation, RelationCode, RowForm } from '../standard';
import type { CellChange, TableBalance } from './balances';
import type { Fix } from './finding';

/** How a field's row is called in a message: its label without remarks in parentheses, or its group of columns. */
export function rowName(row: RowForm): string {
  return row.entry.label.replace(/（[^（）]{4,}）$/, '');
}

/** A field in words: the labels of its row and its column. Columns that several groups have are named with their group. */
export function fieldName(table: CompiledTable, field: Field): string {
  const column = field.column.label;
  if (field.row.entry.label !== '') return t('“{0}” / “{1}”', rowName(field.row), column);
  const group = groupOf(table, field);
  return group ? t('“{0}” / “{1}”', group, column) : `“${column}”`;
}

/** Fields that are counted together, in words: the group of rows that they make up, or one after the other. */
export function fieldNames(edition: CompiledEdition, fields: readonly Field[]): string {
  const [first] = fields;
  const group = first.row.groups.at(-1);
  if (fields.length > 1 && group && fields.every(({ row }) => row.groups.at(-1) === group)) return `“${group.label}”`;
  return fields.map((field) => fieldName(edition.tables[field.table], field)).join(' + ');
}

/** The innermost group of columns that a field stands under, if it has a name of its own in identifiers. */
export function groupOf(table: CompiledTable, field: Field | undefined): string | undefined {
  if (!field) return undefined;
  for (const block of table.form.blocks)
    for (const top of block.columns) {
      for (const group of [top, ...(top.children ?? [])])
        if (group.children && group.id && field.id.startsWith(`${table.form.id}.${group.id}.`)) return group.label;
    }
  return undefined;
}

/** What a kind of relation is called. */
export function relationName(code: RelationCode): string {
  switch (code) {
    case 'row-total':
      return t('Total of the row');
    case 'column-total':
      return t('Total of the column');
    case 'flow-balance':
      return t('New and carried in = handled and carried out');
    case 'outcome-total':
      return t('Total of the outcomes');
  }
}

/** One side of a relation: its sum, and its terms with a plus between. An unreadable term is shown as `?` and counts 0. */
export function sideOf(terms: readonly (number | null)[], noughts: boolean): { sum: number; text: string } {
  const shown = noughts ? terms : terms.filter((term) => term !== 0);
  return {
    sum: terms.reduce((sum: number, term) => sum + (term ?? 0), 0),
    text: shown.length > 0 ? shown.map((term) => term ?? '?').join(' + ') : '0',
  };
}

export function relationMessage(balance: TableBalance, relation: Relation): string {
  const terms = balance.terms(relation);
  const { table, edition } = balance.table;
  const total = edition.fields[relation.total];
  const [left, right] = [sideOf(terms.parts, false), sideOf(terms.wholes, false)];
  const { sum: parts } = left;
  const { sum: wholes } = right;
  const summed = ({ sum, text }: { sum: number; text: string }) => (text === String(sum) ? text : `${text} = ${sum}`);
  const sums = `${summed(left)} ≠ ${summed(right)}`;
  switch (relation.code) {
    case 'row-total':
      return t('Row {0}: the applicants add up to {1}, but the total says {2} ({3})', `“${rowName(total.row)}”`, parts, wholes, sums);
    case 'column-total':
      return t('Column {0}: the results add up to {1}, but the total says {2} ({3})', `“${total.column.label}”`, parts, wholes, sums);
    case 'flow-balance':
      return t(
        'Column {0}: new and carried in make {1}, handled and carried out make {2}; they must be equal ({3})',
        `“${total.column.label}”`,
        parts,
        wholes,
        sums,
      );
    case 'outcome-total':
      return t('{0}: the outcomes add up to {1}, but the total says {2} ({3})', fieldName(table, total), parts, wholes, sums);
  }
}

/** What a figure takes up in its cell, without its unit; the whole cell where there is none. */
export function figureSpan({ figure, start, end }: BoundCell): Span {
  return figure.kind === FigureKind.Number ? { start: start + figure.from, end: start + figure.to } : { start, end };
}

/** The edit that puts a figure into a cell, its unit and its spaces left as they are. */
export function writeCell(bound: BoundCell, value: number): Edit {
  return { ...figureSpan(bound), newText: lineFor(bound, writeFigure(value)) };
}

/** The edit that puts a text in place of all that a cell holds. */
export function writeText(bound: BoundCell, text: string): Edit {
  return { start: bound.start, end: bound.end, newText: lineFor(bound, text) };
}

/** A pipe alone on its line closes the line above: there an empty cell is a line that is not there. */
function lineFor({ state, cell }: BoundCell, text: string): string {
  return state === 'empty' && cell.separator === Separator.Pipe && cell.alone && cell.afterGap && text !== '' ? `${text}\n` : text;
}

export function changeFix(table: CompiledTable, changes: readonly CellChange[]): Fix {
  const words = changes.map(({ cell, to }) => t('{0} to {1}', fieldName(table, cell.field), to));
  return { title: t('Change {0}', words.join(t(', '))), edits: changes.map(({ cell, to }) => writeCell(cell, to)) };
}
