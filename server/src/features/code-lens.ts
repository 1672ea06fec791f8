import { t } from '@vscode/l10n';
import type { CodeLens } from 'vscode-languageserver-types';
import { balanceOf, type TableBalance } from '../checks/balances';
import type { BoundTable } from '../report/report';
import { rangeIn } from './ranges';
import type { Reading } from './reading';
import { compute } from './totals';

/** Commands of the client that lenses call. */
export const clientCommands = { showBroken: 'nianbao.showBroken', newReport: 'nianbao.newReport' } as const;
/** The server's command that fills in what can be computed. Arguments: the document's URI, the table's identifier. */
export const fillTotals = 'nianbao.fillTotals';

/** Above each table how many of its relations hold, and what can be computed; above an empty text how to begin. */
export function codeLensesOf(reading: Reading): CodeLens[] {
  const { document, report } = reading;
  if (document.getText().trim() === '') {
    const range = rangeIn(document, { start: 0, end: 0 });
    return [{ range, command: { title: t('＋ New report: blank, or from last year’s …'), command: clientCommands.newReport } }];
  }
  return Object.values(report.tables).flatMap((table) => tableLenses(reading, table));
}

function tableLenses({ document }: Reading, table: BoundTable): CodeLens[] {
  if (table.table.relations.length === 0) return [];
  const range = rangeIn(document, { start: table.start, end: table.start });
  const lens = (title: string, command = '', ...args: unknown[]): CodeLens => ({ range, command: { title, command, arguments: args } });
  const balance = balanceOf(table);
  const { broken } = balance;
  const totals = new Set(broken.map(({ total }) => balance.cellOf(table.edition.fields[total])));
  const places = [...totals].flatMap((cell) => (cell ? [{ uri: document.uri, range: rangeIn(document, cell) }] : []));
  const due = compute(table, { kind: 'everything' }).length;
  return [
    broken.length > 0
      ? lens(
          t('✗ {0} of {1} relations do not hold', broken.length, table.table.relations.length),
          clientCommands.showBroken,
          document.uri,
          range.start,
          places,
        )
      : lens(soundTitle(balance)),
    ...(due > 0 ? [lens(t('Σ Compute figures: {0}', due), fillTotals, document.uri, table.table.form.id)] : []),
  ];
}

/** What there is to say of a table of which nothing is broken. */
function soundTitle({ table, terms }: TableBalance): string {
  const { relations } = table.table;
  if (table.rows.every(({ cells }) => cells.every(({ state }) => state === 'empty'))) return t('Nothing is filled in yet');
  const judged = relations.filter((relation) => {
    const { parts, wholes } = terms(relation);
    return ![...parts, ...wholes].includes(null);
  }).length;
  return judged === relations.length
    ? t('✓ All {0} relations hold', judged)
    : t('✓ {0} of {1} relations hold; the others can’t be judged', judged, relations.length);
}
