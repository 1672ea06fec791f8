import { t } from '@vscode/l10n';
import { compute } from '../analysis/totals';
import type { Field } from '../form';
import { oddCells, tablesOf } from '../report/cells';
import type { BoundCell, BoundTable } from '../report/report';
import { writeCell } from '../writing/cells';
import { emptyCells, mostEmptyCells } from './support/empty-cells';
import { chapter, excerpt, passages } from './support/examples';
import type { Check, Context, Finding, Fix } from './support/finding';

export const blankCells: Check = {
  code: 'blank-cells',
  severity: 'information',
  category: 'tables',
  title: { en: 'Many empty cells', zh: '多处空白' },
  description: {
    en: 'Many empty cells, or marks for ‘not applicable’ (/, —, 无). They count as 0; one finding a table. Fix: fills all of them with 0.',
    zh: '空白格较多，或用“/”“—”“无”表示不适用。按 0 计，每张表只提示一次。修复：全部填 0。',
  },
  why: {
    en: 'The form has a figure in every cell; what is blank has to be guessed when reports are summed.',
    zh: '统一格式每格都应填数字，空着的在汇总时只能猜测。',
  },
  examples: {
    wrong: passages(
      chapter('proactive'),
      excerpt('proactive', [
        ['rules', '/', '/', '/'],
        ['normative', 0, 0, 0],
      ]),
    ),
    right: passages(
      chapter('proactive'),
      excerpt('proactive', [
        ['rules', 0, 0, 0],
        ['normative', 0, 0, 0],
      ]),
    ),
  },
  parameters: [
    {
      value: mostEmptyCells,
      means: { en: 'Empty cells of a table that have a finding each, at most', zh: '逐格提示的空白格上限（每张表）' },
    },
  ],
  find(context) {
    return tablesOf(context.report).flatMap((table) => remark(context, table) ?? []);
  },
};

function remark(context: Context, table: BoundTable): Finding | undefined {
  const empty = emptyCells(context, table);
  const bare = table.rows.filter((row) => row.traceless > 0);
  const traceless = bare.reduce((sum, row) => sum + row.traceless, 0);
  const blank = empty.length + traceless > mostEmptyCells ? empty.length + traceless : 0;
  const marked = oddCells(table, (cell) => cell.state === 'not-applicable');
  if (blank + marked.length === 0) return undefined;
  const cells = [...(blank > 0 ? empty : []), ...marked].sort((a, b) => a.start - b.start);
  const [cell] = cells;
  const row = cell ? table.rows.find((each) => each.cells.includes(cell)) : bare[0];
  const shown = cell && cell.end > cell.start ? cell : (row?.label ?? table);
  const field: Field | undefined = cell?.field ?? row?.form?.fields[0];
  return {
    start: shown.start,
    end: shown.end,
    field: field?.id,
    message: messageOf(blank, marked.length),
    fixes: [...zerosFix(table), ...marksFix(marked)],
  };
}

/** Fills the empty cells with 0, except totals that the other figures make larger. */
function zerosFix(table: BoundTable): Fix[] {
  const zeros = compute(table, { kind: 'zeros' });
  return zeros.length > 0
    ? [{ title: t('Fill the empty cells with 0 ({0})', zeros.length), edits: zeros.map(({ cell, to }) => writeCell(cell, to)) }]
    : [];
}

function marksFix(marked: readonly BoundCell[]): Fix[] {
  return marked.length > 0
    ? [{ title: t('Write 0 in place of the marks ({0})', marked.length), edits: marked.map((cell) => writeCell(cell, 0)) }]
    : [];
}

function messageOf(blank: number, marked: number): string {
  if (marked === 0) return t('{0} cells of this table are empty and are read as 0.', blank);
  if (blank === 0) return t('Marks stand in the place of figures in this table ({0}); they are read as 0.', marked);
  return t('{0} cells of this table are empty, and marks stand in the place of figures ({1}); all are read as 0.', blank, marked);
}
