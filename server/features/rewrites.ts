import { t } from '@vscode/l10n';
import type { Range } from 'vscode-languageserver-types';
import type { CellChange } from '../../core/analysis/cell-change';
import { compute } from '../../core/analysis/totals';
import { touches } from '../../core/editing/ranges';
import type { Reading } from '../../core/editing/reading';
import type { BoundTable } from '../../core/report/report';
import { fieldName } from '../../core/report/wording';
import type { Edit } from '../../core/text/edit';
import { canonicalEdits } from '../../core/writing/canonical';
import { writeCell } from '../../core/writing/cells';
import { placeAt } from './places';

interface Rewrite {
  title: string;
  edits: Edit[];
}

/** The rewrites of the table at a range: computing its figures, and giving it the canonical shape. */
export function rewritesAt({ document, report }: Reading, range: Range): Rewrite[] {
  const table = Object.values(report.tables).find((each) => touches(document, range, each));
  if (!table) return [];
  const place = placeAt(report, document.offsetAt(range.start));
  const one = place?.kind === 'cell' && place.table === table ? compute(table, { kind: 'cell', cell: place.cell }) : [];
  const offer = (changes: readonly CellChange[], title: string) => {
    if (changes.length > 0) found.push({ title, edits: cellEdits(changes) });
  };
  const found: Rewrite[] = [];
  const [first] = one;
  if (first) offer(one, t('Compute {0}: {1}', fieldName(table.table, first.cell.field), first.to));
  const totals = compute(table, { kind: 'totals' });
  const all = compute(table, { kind: 'all-totals' });
  offer(totals, t('Compute the totals of this table that are still open ({0})', totals.length));
  if (all.length > totals.length) offer(all, t('Compute all totals of this table again ({0})', all.length));
  const implied = compute(table, { kind: 'implied' }).filter(({ cell }) => !totals.some((each) => each.cell === cell));
  offer(
    implied,
    t(
      'Fill in what follows from the other figures: {0}',
      implied.map(({ cell, to }) => `${fieldName(table.table, cell.field)} ${to}`).join(t(', ')),
    ),
  );
  const zeros = compute(table, { kind: 'zeros' });
  offer(zeros, t('Fill the empty cells of this table with 0 ({0})', zeros.length));
  const shape = canonicalEdits(report, (each: BoundTable) => each === table);
  if (shape.length > 0) found.push({ title: t('Give this table the canonical shape'), edits: shape });
  return found;
}

export function cellEdits(changes: readonly CellChange[]): Edit[] {
  return changes.map(({ cell, to }) => writeCell(cell, to));
}
