import { t } from '@vscode/l10n';
import { tablesOf } from '../report/cells';
import { rowName } from '../report/wording';
import { chapter, excerpt, passages } from './support/examples';
import type { Check } from './support/finding';

/** Of repeated rows that follow each other, the first is reported. */
export const duplicateRow: Check = {
  code: 'duplicate-row',
  severity: 'error',
  category: 'tables',
  title: { en: 'Repeated row', zh: '行重复' },
  description: { en: 'A row stands in its table twice; only the first is read.', zh: '同一行在表中出现两次，只读取第一次。' },
  why: { en: 'Which of the two is meant can’t be told, and a reader may take either.', zh: '无法判断以哪一行为准，读者也可能各取一行。' },
  examples: {
    wrong: passages(
      chapter('proactive'),
      excerpt('proactive', [
        ['rules', 0, 0, 0],
        ['normative', 0, 0, 0],
        ['rules', 0, 0, 0],
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
  find({ report }) {
    return tablesOf(report).flatMap(({ duplicateRows }) =>
      duplicateRows.map(({ row, of }) => {
        const name = row.form ? rowName(row.form) : '';
        return {
          ...{ start: row.label.start, end: row.label.end },
          field: row.form?.fields[0].id,
          message: name
            ? t('The row “{0}” stands in the table already. Only its first occurrence is read.', name)
            : t('The table’s figures stand here a second time. Only the first are read.'),
          related: [{ start: of.label.start, end: of.label.end, message: t('The row stands here first.') }],
        };
      }),
    );
  },
};
