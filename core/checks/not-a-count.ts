import { t } from '@vscode/l10n';
import { isAllowed } from '../analysis/cell-change';
import { oddCells, tablesOf } from '../report/cells';
import { fieldName } from '../report/wording';
import { writeCell } from '../writing/cells';
import { impliedValue } from './not-a-number';
import { chapter, excerpt, passages } from './support/examples';
import type { Check } from './support/finding';

export const notACount: Check = {
  code: 'not-a-count',
  severity: 'error',
  category: 'tables',
  title: { en: 'Negative or fractional count', zh: '负数或小数' },
  description: {
    en: 'A count is negative or fractional. Fix: the figure that the sums imply, where they tell.',
    zh: '件数为负，或者有小数。修复：能从勾稽关系推算的，改为推算出的数字。',
  },
  why: {
    en: 'Documents and requests are counted whole; another figure is a slip of typing or stands in the wrong row.',
    zh: '件数只能是非负整数，否则就是录入有误或填错了行。',
  },
  examples: {
    wrong: passages(
      chapter('proactive'),
      excerpt('proactive', [
        ['rules', 1.5, 0, 0],
        ['normative', 0, 0, 0],
      ]),
    ),
    right: passages(
      chapter('proactive'),
      excerpt('proactive', [
        ['rules', 1, 0, 0],
        ['normative', 0, 0, 0],
      ]),
    ),
  },
  find(context) {
    return tablesOf(context.report).flatMap((table) =>
      oddCells(table, ({ field, value }) => value !== null && !isAllowed(field, value)).map((cell) => {
        const value = cell.value as number;
        const right = impliedValue(context, cell);
        const name = fieldName(table.table, cell.field);
        return {
          start: cell.start,
          end: cell.end,
          field: cell.field.id,
          message:
            value < 0 ? t('{0} is {1}: a count can’t be negative.', name, value) : t('{0} is {1}: a count is a whole number.', name, value),
          fixes:
            right === undefined ? [] : [{ title: t('Change to {0}', right), edits: [{ ...writeCell(cell, right), start: cell.start }] }],
        };
      }),
    );
  },
};
