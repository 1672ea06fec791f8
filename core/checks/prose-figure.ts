import { t } from '@vscode/l10n';
import { wouldBreak } from '../analysis/judging';
import type { Statement } from '../prose/statements';
import { fieldNames, sideOf } from '../report/wording';
import { writeFigure } from '../text/figure';
import { writeCell } from '../writing/cells';
import type { Check, Context, Finding, Fix } from './support/finding';
import { contradiction, type Tabled } from './support/stated';

/** A figure in the prose that differs from the table's. What another finding explains is not said again. */
export const proseFigure: Check = {
  code: 'prose-figure',
  severity: 'warning',
  find(context) {
    return context.statements.flatMap((statement): Finding[] => {
      const tabled = contradiction(context, statement);
      return tabled ? [differs(context, statement, tabled)] : [];
    });
  },
};

function differs({ report, balances }: Context, { start, end, value, figure, fields }: Statement, { value: sum, cells }: Tabled): Finding {
  const { edition } = report;
  const [first] = fields;
  const name = fieldNames(edition, fields);
  const terms = sideOf(
    cells.map((cell) => cell.value ?? 0),
    true,
  ).text;
  const table = fields.length === 1 ? String(sum) : `${terms} = ${sum}`;
  const fixes: Fix[] = figure
    ? [{ title: t('Change the text to {0}, as the table has it', sum), edits: [{ start, end, newText: writeFigure(sum) }] }]
    : [];
  // A table that adds up is not made to follow a text that would break its sums.
  const balance = balances.find(({ table: own }) => own.table.form.id === first.table);
  if (cells.length === 1 && !(balance && wouldBreak(balance, { cell: cells[0], to: value })))
    fixes.push({ title: t('Change {0} in the table to {1}, as the text has it', name, value), edits: [writeCell(cells[0], value)] });
  return {
    start,
    end,
    field: first.id,
    message: figure
      ? t('The text says {0}, the table says {1} for {2}.', value, table, name)
      : t('The text says that there was none, the table says {0} for {1}.', table, name),
    related: cells.map((cell, index) => ({
      start: cell.start,
      end: cell.end,
      field: fields[index].id,
      message: fieldNames(edition, [fields[index]]),
    })),
    fixes,
  };
}
