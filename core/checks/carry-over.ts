import { t } from '@vscode/l10n';
import type { Field } from '../form';
import { writeCell } from '../writing/cells';
import { comparedWithLast, nameIn } from './support/against-last';
import { chapter, excerpt, label, passages, title } from './support/examples';
import type { Check } from './support/finding';

export const carryOver: Check = {
  code: 'carry-over',
  severity: 'warning',
  category: 'other-reports',
  title: { en: 'Carried over', zh: '结转衔接' },
  description: {
    en: `“${label('requests.carriedIn')}” is not, column by column, what last year’s report has under “${label('requests.carriedOut')}”. Compared where the same organ’s report on the year before is in the workspace or in the same run; names match with or without their region and under usual abbreviations, renamed organs are given in nianbao.json. Fix: takes last year’s figure over.`,
    zh: `“${label('requests.carriedIn')}”各列不等于上年年报的“${label('requests.carriedOut')}”。同一文件夹、工作区或同一次检查中有该机关上年的年报时才比较；机关名称带不带地区、办公室或办、委员会或委都认，改过名的写在 nianbao.json 的 organs 里。修复：填入上年的数。`,
  },
  why: {
    en: 'Requests do not vanish between two years, and last year’s report is published already.',
    zh: '申请不会在两年之间凭空增减，而上年的年报已经公布。',
  },
  examples: {
    wrong: passages(title(2025), chapter('requests'), excerpt('requests', [['carriedIn', 3, 0, 0, 0, 0, 0, 3]])),
    right: passages(title(2025), chapter('requests'), excerpt('requests', [['carriedIn', 1, 0, 0, 0, 0, 0, 1]])),
    other: { is: 'last', text: passages(title(2024), chapter('requests'), excerpt('requests', [['carriedOut', 1, 0, 0, 0, 0, 0, 1]])) },
  },
  find(context) {
    const counterpart = ({ table, row, id }: Field) => {
      const { carryOver: over } = context.report.edition.tables[table].form;
      return over?.to === row.id ? id.replace(`.${over.to}.`, `.${over.from}.`) : undefined;
    };
    return comparedWithLast(context, counterpart)
      .filter(({ repaired, before }) => repaired !== before)
      .map(({ cell, field, now, before, related }) => ({
        start: cell.start,
        end: cell.end,
        field: field.id,
        message: t('{0} is {1}; last year’s report carries out {2}.', nameIn(context.report, field), now, before),
        related: [related],
        fixes: [{ title: t('Take over last year’s {0}', before), edits: [writeCell(cell, before)] }],
      }));
  },
};
