import { t } from '@vscode/l10n';
import { type InlayHint, InlayHintKind, type Range } from 'vscode-languageserver-types';
import { relationMessage } from '../../core/checks/support/wording';
import { rangeIn, touches } from '../../core/editing/ranges';
import type { DocumentView, Reading } from '../../core/editing/reading';
import type { CompiledTable, Field, RelationCode } from '../../core/form';
import { beginningOf } from '../../core/report/lines';
import type { BoundRow, BoundTable } from '../../core/report/report';
import { groupOf, relationName, sideOf } from '../../core/report/wording';
import { balanceIn } from './balance';

/** Which hints are shown. */
export interface HintSettings {
  /** The column's name before each figure. */
  columns: boolean;
  /** After a total that does not hold, by how much it differs. */
  differences: boolean;
}

/** The `data` of a hint: first and last line of its row in the document, for clients that show the hints of some rows only. */
export interface HintRow {
  first: number;
  last: number;
}

/** Column names and differences within a range. Columns do not line up in proportional fonts, so names help to read them. */
export function inlayHintsOf(reading: Reading, range: Range, { columns, differences }: HintSettings): InlayHint[] {
  const { document, report } = reading;
  return Object.values(report.tables)
    .filter((table) => touches(document, range, table))
    .flatMap((table) => [...(columns ? columnHints(reading, table, range) : []), ...(differences ? differenceHints(reading, table) : [])]);
}

/** Rows with fewer columns get no names. */
const fewestColumns = 2;

function columnHints({ document }: Reading, { table, rows }: BoundTable, range: Range): InlayHint[] {
  return rows
    .filter((row) => (row.form?.fields.length ?? 0) >= fewestColumns && touches(document, range, row))
    .flatMap((row) => {
      const data = linesOfRow(document, row);
      return row.cells.map(
        ({ field, start }): InlayHint => ({
          position: document.positionAt(start),
          label: columnName(table, field),
          kind: InlayHintKind.Parameter,
          paddingRight: true,
          data,
        }),
      );
    });
}

function linesOfRow(document: DocumentView, row: BoundRow): HintRow {
  const { start, end } = rangeIn(document, { start: beginningOf(row), end: row.end });
  return { first: start.line, last: end.line };
}

/** A column's label; in the first column of a group, after the group's label. */
function columnName(table: CompiledTable, field: Field): string {
  const group = groupOf(table, field);
  const isFirst = group !== undefined && groupOf(table, field.row.fields[field.place - 1]) !== group;
  return isFirst ? `${group} ${field.column.label}` : field.column.label;
}

function differenceHints(reading: Reading, table: BoundTable): InlayHint[] {
  const { document } = reading;
  const balance = balanceIn(reading, table);
  if (!balance) return [];
  return balance.broken.flatMap((relation): InlayHint[] => {
    const cell = balance.cellOf(table.edition.fields[relation.total]);
    const terms = balance.terms(relation);
    const [parts, wholes] = [sideOf(terms.parts, false).sum, sideOf(terms.wholes, false).sum];
    if (!cell) return [];
    const row = table.rows.find(({ cells }) => cells.includes(cell));
    const difference = wholes - parts;
    return [
      {
        position: document.positionAt(cell.end),
        label: t('{0} by {1}', shortName(relation.code), `${difference > 0 ? '+' : '−'}${Math.abs(difference)}`),
        kind: InlayHintKind.Type,
        paddingLeft: true,
        tooltip: relationMessage(balance, relation),
        data: row && linesOfRow(document, row),
      },
    ];
  });
}

/** A short name for a kind of relation. */
function shortName(code: RelationCode): string {
  return code === 'flow-balance' ? t('Flow') : relationName(code);
}
