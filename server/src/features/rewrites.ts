import { t } from '@vscode/l10n';
import type { Range } from 'vscode-languageserver-types';
import type { CellChange } from '../checks/balances';
import { compute } from '../checks/totals';
import { fieldName, writeCell } from '../checks/wording';
import { canonicalEdits } from '../exchange/canonical';
import type { Edit } from '../format/edit';
import type { BoundTable } from '../report/report';
import { placeAt } from './places';
import { touches } from './ranges';
import type { Reading } from './reading';

interface Rewrite {
  title: string;
  edits: Edit[];
}

/** What can be computed or rewritten in the table at a range: a total, all totals, everything; its shape. */
export function rewritesAt({ document, report }: Reading, range: Range): Rewrite[] {
  const table = Object.values(report.tables).find((each) => touches(document, range, each));
  if (!table) return [];
  const place = placeAt(report, document.offsetAt(range.start));
  const one = place?.kind === 'cell' && place.table === table ? compute(table, { kind: 'cell', cell: place.cell }) : [];
  const totals = compute(table, { kind: 'totals' });
  const everything = compute(table, { kind: 'everything' });
  const found: Rewrite[] = [];
  const [first] = one;
  if (first) found.push({ title: t('Compute {0}: {1}', fieldName(table.table, first.cell.field), first.to), edits: written(one) });
  if (totals.length > one.length) found.push({ title: t('Compute all totals of this table ({0})', totals.length), edits: written(totals) });
  if (everything.some(({ cell }) => !totals.some((each) => each.cell === cell)))
    found.push({ title: t('Compute everything in this table that can be computed ({0})', everything.length), edits: written(everything) });
  const complete = compute(table, { kind: 'complete' });
  if (complete.length > everything.length)
    found.push({ title: t('Compute this table, and fill all its blanks with 0 ({0})', complete.length), edits: written(complete) });
  const shape = canonicalEdits(report, (each: BoundTable) => each === table);
  if (shape.length > 0) found.push({ title: t('Give this table the canonical shape'), edits: shape });
  return found;
}

export function written(changes: readonly CellChange[]): Edit[] {
  return changes.map(({ cell, to }) => writeCell(cell, to));
}
