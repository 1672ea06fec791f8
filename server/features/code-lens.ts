import { t } from '@vscode/l10n';
import type { CodeLens } from 'vscode-languageserver-types';
import type { TableBalance } from '../../core/analysis/balances';
import { compute } from '../../core/analysis/totals';
import { rangeIn } from '../../core/editing/ranges';
import type { DocumentView, Reading } from '../../core/editing/reading';
import type { BoundTable } from '../../core/report/report';
import { balanceIn } from './balance';

/** The server's command that computes cells of a table. Arguments: the document's URI, a line of the table, `totals` or `zeros`. */
export const computeCommand = 'nianbao.compute';

/** Commands of the client that lenses call. */
export const clientCommands = { showBroken: 'nianbao.showBroken', newReport: 'nianbao.newReport' } as const;

/** Above each table, how many of its relations hold and what can be computed; in an empty text, how to begin. */
export function codeLensesOf(reading: Reading): CodeLens[] {
  const { document, report } = reading;
  if (document.getText().trim() === '') {
    const range = rangeIn(document, { start: 0, end: 0 });
    return [{ range, command: { title: t('＋ New report: blank, or from last year’s …'), command: clientCommands.newReport } }];
  }
  return Object.values(report.tables).flatMap((table) => tableLenses(reading, table));
}

function tableLenses(reading: Reading, table: BoundTable): CodeLens[] {
  const { document } = reading;
  const range = rangeIn(document, { start: table.start, end: table.start });
  const lens = (title: string, command = '', ...args: unknown[]): CodeLens => ({ range, command: { title, command, arguments: args } });
  const offer = (title: string, kind: 'totals' | 'zeros') => lens(title, computeCommand, document.uri, range.start.line, kind);
  const totals = compute(table, { kind: 'totals' }).length;
  const zeros = compute(table, { kind: 'zeros' }).length;
  const balance = balanceIn(reading, table);
  return [
    ...(balance ? [verdict(document, balance, lens)] : []),
    ...(totals > 0 ? [offer(t('Σ Compute totals: {0}', totals), 'totals')] : []),
    ...(zeros > 0 ? [offer(t('0 Fill empty cells: {0}', zeros), 'zeros')] : []),
  ];
}

function verdict(
  document: DocumentView,
  balance: TableBalance,
  lens: (title: string, command?: string, ...args: unknown[]) => CodeLens,
): CodeLens {
  const { broken, table } = balance;
  if (broken.length === 0) return lens(soundTitle(balance));
  const totals = new Set(broken.map(({ total }) => balance.cellOf(table.edition.fields[total])));
  const places = [...totals].flatMap((cell) => (cell ? [{ uri: document.uri, range: rangeIn(document, cell) }] : []));
  const title = t('✗ {0} of {1} relations do not hold', broken.length, table.table.relations.length);
  return lens(title, clientCommands.showBroken, document.uri, document.positionAt(table.start), places);
}

/** The title of the lens of a table without broken relations. */
function soundTitle({ table, terms }: TableBalance): string {
  const { relations } = table.table;
  const judged = relations.filter((relation) => {
    const { parts, wholes } = terms(relation);
    return ![...parts, ...wholes].includes(null);
  }).length;
  if (judged === relations.length) return t('✓ All {0} relations hold', judged);
  return judged === 0
    ? t('{0} relations to be judged once the totals are there', relations.length)
    : t('✓ {0} of {1} relations hold; the others can’t be judged', judged, relations.length);
}
