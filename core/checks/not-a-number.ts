import { t } from '@vscode/l10n';
import { oddCells, tablesOf } from '../report/cells';
import type { BoundCell } from '../report/report';
import { fieldName } from '../report/wording';
import { numeralValue } from '../text/characters';
import { readFigure } from '../text/figure';
import { writeCell } from '../writing/cells';
import { chapter, excerpt, passages } from './support/examples';
import type { Check, Context } from './support/finding';

export const notANumber: Check = {
  code: 'not-a-number',
  severity: 'error',
  category: 'tables',
  title: { en: 'Text for a figure', zh: '应填数字' },
  description: {
    en: 'Text stands where a figure belongs. Fix: the figure, where the sums or the text tell it.',
    zh: '应填数字的地方是文字。修复：能从勾稽关系或文字看出是几的，改为该数字。',
  },
  why: {
    en: 'What is no figure can’t be summed, and the sums that it enters can’t be judged.',
    zh: '不是数字就无法汇总，与它有关的勾稽关系也无法核对。',
  },
  examples: {
    wrong: passages(
      chapter('proactive'),
      excerpt('proactive', [
        ['rules', '三', 0, 0],
        ['normative', 0, 0, 0],
      ]),
    ),
    right: passages(
      chapter('proactive'),
      excerpt('proactive', [
        ['rules', 3, 0, 0],
        ['normative', 0, 0, 0],
      ]),
    ),
  },
  find(context) {
    const { text } = context.report.document;
    return tablesOf(context.report).flatMap((table) =>
      oddCells(table, (cell) => cell.state === 'text').map((cell) => {
        const written = text.slice(cell.start, cell.end);
        // The value that the sums imply is surer than a letter that looks like a digit.
        const value = impliedValue(context, cell) ?? meant(written);
        return {
          start: cell.start,
          end: cell.end,
          field: cell.field.id,
          message: t('“{0}” stands where the figure of {1} belongs.', written, fieldName(table.table, cell.field)),
          fixes: value === undefined ? [] : [{ title: t('Change to {0}', value), edits: [writeCell(cell, value)] }],
        };
      }),
    );
  },
};

/** The value that an unreadable cell must have for its relations to hold, if they tell. */
export function impliedValue({ balances }: Context, cell: BoundCell): number | undefined {
  return balances.find(({ table }) => table.table.form.id === cell.field.table)?.implied(cell.field);
}

/** A figure in Chinese numerals, or with letters for the digits that look alike. */
function meant(text: string): number | undefined {
  const numeral = numeralValue(text.replace(/[件个宗起]$/, '').replace('两', '二'));
  if (!Number.isNaN(numeral)) return numeral;
  const digits = text.replace(/[OoＯ〇○]/g, '0').replace(/[lI|]/g, '1');
  const figure = readFigure(digits, 0, digits.length);
  return figure.kind === 'number' ? figure.value : undefined;
}
