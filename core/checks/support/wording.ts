import { t } from '@vscode/l10n';
import type { TableBalance } from '../../analysis/balances';
import type { CellChange } from '../../analysis/cell-change';
import type { CompiledTable, Relation } from '../../form';
import { fieldName, rowName, sideOf } from '../../report/wording';
import { writeCell } from '../../writing/cells';
import type { Fix } from './finding';

/** A sentence on a relation that does not hold: what both sides make, with their terms. */
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
      return t('Row {0}: the applicants add up to {1}, but the total says {2} ({3}).', `“${rowName(total.row)}”`, parts, wholes, sums);
    case 'column-total':
      return t('Column {0}: the results add up to {1}, but the total says {2} ({3}).', `“${total.column.label}”`, parts, wholes, sums);
    case 'flow-balance':
      return t(
        'Column {0}: new and carried in make {1}, handled and carried out make {2}; they must be equal ({3}).',
        `“${total.column.label}”`,
        parts,
        wholes,
        sums,
      );
    case 'outcome-total':
      return t('{0}: the outcomes add up to {1}, but the total says {2} ({3}).', fieldName(table, total), parts, wholes, sums);
  }
}

/** The fix that gives cells other figures, all at once. */
export function changeFix(table: CompiledTable, changes: readonly CellChange[]): Fix {
  const edits = changes.map(({ cell, to }) => writeCell(cell, to));
  const names = changes.map(({ cell }) => fieldName(table, cell.field));
  if (changes.length === 1) return { title: t('Change {0} to {1}', names[0], changes[0].to), edits };
  const list = changes.map(({ to }, index) => t('{0} to {1}', names[index], to)).join(t(', '));
  return { title: t('Change {0} cells: {1}', changes.length, list), edits };
}
