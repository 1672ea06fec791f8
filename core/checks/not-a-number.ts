import { t } from '@vscode/l10n';
import { oddCells, tablesOf } from '../report/cells';
import type { BoundCell } from '../report/report';
import { fieldName } from '../report/wording';
import { numeralValue } from '../text/characters';
import { readFigure } from '../text/figure';
import { writeCell } from '../writing/cells';
import type { Check, Context } from './support/finding';

export const notANumber: Check = {
  code: 'not-a-number',
  severity: 'error',
  find(context) {
    const { text } = context.report.document;
    return tablesOf(context.report).flatMap((table) =>
      oddCells(table, (cell) => cell.state === 'text').map((cell) => {
        const written = text.slice(cell.start, cell.end);
        // What the sums ask for goes before what a letter looks like.
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

/** The value that the relations ask of an unreadable cell. */
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
