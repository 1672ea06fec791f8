import { t } from '@vscode/l10n';
import { oddCells, tablesOf } from '../report/cells';
import type { NumberCell } from '../report/report';
import { writeFigure } from '../text/figure';
import { chapter, excerpt, passages } from './support/examples';
import type { Check } from './support/finding';

export const digitForm: Check = {
  code: 'digit-form',
  severity: 'hint',
  category: 'form',
  title: { en: 'Form of digits', zh: '数字写法' },
  description: {
    en: 'Full-width digits and thousands separators are read without trouble, but the form has plain digits. Fix: plain digits.',
    zh: '全角数字、千分位逗号能够识别，但表内宜用半角数字。修复：改为半角、不带逗号。',
  },
  why: { en: 'Other programs that sum the reports may not read them.', zh: '其他汇总程序可能识别不了。' },
  examples: {
    wrong: passages(
      chapter('proactive'),
      excerpt('proactive', [
        ['rules', 0, 0, '1,204'],
        ['normative', 0, 0, 0],
      ]),
    ),
    right: passages(
      chapter('proactive'),
      excerpt('proactive', [
        ['rules', 0, 0, 1204],
        ['normative', 0, 0, 0],
      ]),
    ),
  },
  find({ report }) {
    return tablesOf(report).flatMap((table) =>
      oddCells(table, (cell): cell is NumberCell => cell.state === 'number' && cell.isUnusual).map(
        ({ field, value, number: { start, end } }) => {
          const plain = writeFigure(value);
          return {
            start,
            end,
            field: field.id,
            message: t('The form has this figure in plain digits, as {0}.', plain),
            fixes: [{ title: t('Change to {0}', plain), edits: [{ start, end, newText: plain }], restoresForm: true }],
          };
        },
      ),
    );
  },
};
