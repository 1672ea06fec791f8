import { t } from '@vscode/l10n';
import { tablesOf } from '../report/cells';
import { fieldName } from '../report/wording';
import { writeCell } from '../writing/cells';
import { emptyCells, mostEmptyCells } from './support/empty-cells';
import { chapter, excerpt, passages } from './support/examples';
import type { Check } from './support/finding';

export const emptyCell: Check = {
  code: 'empty-cell',
  severity: 'warning',
  category: 'tables',
  title: { en: 'Empty cell', zh: '空白格' },
  description: {
    en: 'A few empty cells in a table that is otherwise filled. They count as 0. Fix: fills in 0.',
    zh: '表格基本填齐，只有少数几格空着。空白格按 0 计。修复：填 0。',
  },
  why: {
    en: 'A single empty cell was most likely forgotten; a reader can’t tell it from a 0.',
    zh: '个别空白格多为漏填，读者分不清是 0 还是没有填。',
  },
  examples: {
    wrong: passages(
      chapter('proactive'),
      excerpt('proactive', [
        ['rules', 0, '', 0],
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
    return tablesOf(context.report).flatMap((table) => {
      const empty = emptyCells(context, table);
      if (empty.length > mostEmptyCells) return [];
      return empty.map((cell) => ({
        start: cell.start,
        end: cell.end,
        field: cell.field.id,
        message: t('{0} is empty; it is read as 0.', fieldName(table.table, cell.field)),
        fixes: [{ title: t('Fill in 0'), edits: [writeCell(cell, 0)] }],
      }));
    });
  },
};
