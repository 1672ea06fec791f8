import { t } from '@vscode/l10n';
import type { Field } from '../../form';
import { cellsOf } from '../../report/cells';
import type { BoundCell, Report } from '../../report/report';
import { fieldName } from '../../report/wording';
import type { Context, Related } from './finding';
import { repairsOf } from './stated';

/** A cell of this year's report beside a figure of last year's. */
export interface Compared {
  cell: BoundCell;
  field: Field;
  /** This year's figure (0 for an empty mark), and what `suspect-cell` would make of it. */
  now: number;
  repaired: number;
  /** Last year's figure. */
  before: number;
  related: Related;
}

/** The figures of a report, each beside the one of last year's that `counterpart` names. */
export function comparedWithLast(context: Context, counterpart: (field: Field) => string | undefined): Compared[] {
  const { report, neighbours } = context;
  const { last } = neighbours;
  if (!last) return [];
  const repairs = repairsOf(context.balances);
  return cellsOf(report).flatMap((cell): Compared[] => {
    const { field, state } = cell;
    const id = counterpart(field);
    const known = id === undefined ? undefined : last.figures.get(id);
    if (!known || known.value === null || state === 'text' || state === 'empty') return [];
    const now = cell.value ?? 0;
    return [
      {
        cell,
        field,
        now,
        repaired: repairs.get(cell) ?? now,
        before: known.value,
        related: {
          start: cell.start,
          end: cell.end,
          message: t('Last year’s report has {0} here.', known.value),
          elsewhere: { file: last.file, range: known.range },
        },
      },
    ];
  });
}

export function nameIn({ edition }: Report, field: Field): string {
  return fieldName(edition.tables[field.table], field);
}
