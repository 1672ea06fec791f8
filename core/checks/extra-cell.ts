import { t } from '@vscode/l10n';
import { format2021, type RowForm } from '../form';
import { rowsWhere } from '../report/cells';
import { rowName } from '../report/wording';
import { chapter, excerpt, passages } from './support/examples';
import type { Check } from './support/finding';

export const extraCell: Check = {
  code: 'extra-cell',
  severity: 'error',
  category: 'tables',
  title: { en: 'Too many figures', zh: '数字过多' },
  description: {
    en: 'A row has more figures than the form. Its sums are not judged.',
    zh: '该行的数字多于统一格式规定的个数，不参加勾稽关系的核对。',
  },
  why: {
    en: 'It is unclear which figure is one too many, so that every figure of the row may stand in the wrong column.',
    zh: '看不出多的是哪一个，整行数字都可能错列。',
  },
  source: [{ source: format2021 }],
  examples: {
    wrong: passages(chapter('proactive'), excerpt('proactive', [['rules', 0, 0, 0, 0]])),
    right: passages(
      chapter('proactive'),
      excerpt('proactive', [
        ['rules', 0, 0, 0],
        ['normative', 0, 0, 0],
      ]),
    ),
  },
  find({ report }) {
    return rowsWhere(report, (row) => row.form !== undefined && row.extra.length > 0).map(({ form, extra }) => {
      const { fields } = form as RowForm;
      const name = rowName(form as RowForm);
      const there = fields.length + extra.length;
      return {
        start: extra[0].start,
        end: extra[extra.length - 1].end,
        field: fields[fields.length - 1].id,
        message: name
          ? t('The row “{0}” has {1} figures; the form has {2}.', name, there, fields.length)
          : t('The row has {0} figures; the form has {1}.', there, fields.length),
      };
    });
  },
};
