import { t } from '@vscode/l10n';
import { wouldBreak } from '../analysis/judging';
import type { Statement } from '../prose/statements';
import { fieldNames, sideOf } from '../report/wording';
import { writeFigure } from '../text/figure';
import { writeCell } from '../writing/cells';
import { chapter, excerpt, passages, title } from './support/examples';
import type { Check, Context, Finding, Fix } from './support/finding';
import { contradiction, type Tabled } from './support/stated';

export const proseFigure: Check = {
  code: 'prose-figure',
  severity: 'warning',
  category: 'prose',
  title: { en: 'Prose against tables', zh: '文表不一致' },
  description: {
    en: 'A figure in the prose differs from the table’s: requests received, handled and carried over, their outcomes, reconsiderations and lawsuits, normative documents, and statements that there were none. Only what is certain is compared: no rough figures, no other years, no differences, no letters, hotlines or websites, no subordinate offices. Fix: takes the table’s figure into the text, or the text’s into the table. Where several corrections of a table are equally good, the text decides.',
    zh: '文字里的数字与表格不一致：收到、办结、结转的申请，办理结果，行政复议和行政诉讼，规范性文件，以及“未收到”“未发生”。只认说得确切的数：约、近、余、多、以上不算；往年的、比较的、网站信件热线提案的、下属单位的都不算。修复：按表格改文字，或按文字改表格。表格有几种同样说得通的改法时，以文字为准。',
  },
  why: { en: 'The same fact must not have two figures in one report.', zh: '同一件事在一份年报里不应有两个数。' },
  examples: {
    wrong: passages(
      title(),
      chapter('overview'),
      '全年制定发布规范性文件3件。',
      chapter('proactive'),
      excerpt('proactive', [['normative', 4, 0, 20]]),
    ),
    right: passages(
      title(),
      chapter('overview'),
      '全年制定发布规范性文件4件。',
      chapter('proactive'),
      excerpt('proactive', [['normative', 4, 0, 20]]),
    ),
  },
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
  // The text's figure is not offered to a table whose sums it would break.
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
      message: t('The table has {0} for {1}.', cell.value ?? 0, fieldNames(edition, [fields[index]])),
    })),
    fixes,
  };
}
