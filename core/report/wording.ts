import { t } from '@vscode/l10n';
import type { CompiledEdition, CompiledTable, Field, RelationCode, RowForm } from '../form';

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
export function sideOf(terms: readonly (number | null)[], zeros: boolean): { sum: number; text: string } {
  const shown = zeros ? terms : terms.filter((term) => term !== 0);
  return {
    sum: terms.reduce((sum: number, term) => sum + (term ?? 0), 0),
    text: shown.length > 0 ? shown.map((term) => term ?? '?').join(' + ') : '0',
  };
}
