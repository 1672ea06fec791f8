import { chapter, label, passages, wholeTable } from './support/examples';
import { relationCheck } from './support/relations';

/** A table whose column of natural persons has 6 requests handled; `granted` of them are accounted for. */
const columnFigures = (granted: number) => ({
  'requests.new.natural': 6,
  'requests.new.total': 6,
  'requests.granted.natural': granted,
  'requests.granted.total': granted,
  'requests.handled.natural': 6,
  'requests.handled.total': 6,
});
export const columnTotal = relationCheck({
  code: 'column-total',
  severity: 'error',
  category: 'sums',
  title: { en: 'Total of the column', zh: '列合计' },
  description: {
    en: `In a column the results, from the first to the last, do not add up to “${label('requests.handled')}”. Where the sums tell which cell is wrong, \`suspect-cell\` says so instead.`,
    zh: `一列中各项办理结果之和不等于“${label('requests.handled')}”。能确定是哪一格填错时，改由 suspect-cell 提示。`,
  },
  why: {
    en: 'The results account for every request that was handled; a gap means that one was counted twice or not at all.',
    zh: '办理结果应当涵盖全部已办理的申请，对不上说明有申请漏计或重复计算。',
  },
  examples: {
    wrong: passages(chapter('requests'), wholeTable('requests', columnFigures(5))),
    right: passages(chapter('requests'), wholeTable('requests', columnFigures(6))),
  },
});
