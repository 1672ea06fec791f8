import { t } from '@vscode/l10n';
import { format2021, type RowForm } from '../form';
import { rowsWhere } from '../report/cells';
import { rowName } from '../report/wording';
import { chapter, excerpt, passages } from './support/examples';
import type { Check } from './support/finding';

export const missingCell: Check = {
  code: 'missing-cell',
  severity: 'error',
  category: 'tables',
  title: { en: 'Too few figures', zh: '数字不足' },
  description: {
    en: 'A row has fewer figures than the form. Its sums are not judged.',
    zh: '该行的数字少于统一格式规定的个数，不参加勾稽关系的核对。',
  },
  why: {
    en: 'It is unclear which figure is missing, so that every figure of the row may stand in the wrong column.',
    zh: '看不出缺的是哪一个，整行数字都可能错列。',
  },
  source: [{ source: format2021 }],
  examples: {
    wrong: passages(chapter('proactive'), excerpt('proactive', [['rules', 0, 0]])),
    right: passages(
      chapter('proactive'),
      excerpt('proactive', [
        ['rules', 0, 0, 0],
        ['normative', 0, 0, 0],
      ]),
    ),
  },
  find({ report }) {
    return rowsWhere(report, (row) => row.missing > 0).map((row) => {
      const { fields } = row.form as RowForm;
      const name = rowName(row.form as RowForm);
      const there = row.cells.length;
      return {
        start: row.label.start,
        end: row.label.end,
        field: fields[there].id,
        message: name
          ? t('The row “{0}” has {1} of {2} figures.', name, there, fields.length)
          : t('The row has {0} of {1} figures.', there, fields.length),
      };
    });
  },
};
