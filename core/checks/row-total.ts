import { chapter, excerpt, passages } from './support/examples';
import { relationCheck } from './support/relations';

export const rowTotal = relationCheck({
  code: 'row-total',
  severity: 'error',
  category: 'sums',
  title: { en: 'Total of the row', zh: '行合计' },
  description: {
    en: 'In a row the applicants do not add up to the total. Where the sums tell which cell is wrong, `suspect-cell` says so instead; where several corrections explain them equally well, all are offered and none is asserted.',
    zh: '一行中各类申请人之和不等于总计。能确定是哪一格填错时，改由 suspect-cell 提示；几种改法同样说得通时，列出各种改法，不作断定。',
  },
  why: {
    en: 'Every published sum is checked by readers and by the office above; one that fails makes the table doubtful as a whole.',
    zh: '合计会被读者和上级逐项核对，一处不符，整张表都难以采信。',
  },
  examples: {
    wrong: passages(chapter('requests'), excerpt('requests', [['new', 5, 1, 0, 0, 0, 0, 8]])),
    right: passages(chapter('requests'), excerpt('requests', [['new', 5, 1, 0, 0, 0, 0, 6]])),
  },
});
