import { chapter, passages, wholeTable } from './support/examples';
import { relationCheck } from './support/relations';

const outcomes = (total: number) =>
  wholeTable('disputes', { 'disputes.reconsideration.upheld': 1, 'disputes.reconsideration.total': total });
export const outcomeTotal = relationCheck({
  code: 'outcome-total',
  severity: 'error',
  category: 'sums',
  title: { en: 'Total of the outcomes', zh: '结果合计' },
  description: {
    en: 'In one of the three groups (reconsideration, lawsuits with and without it) the outcomes do not add up to the total.',
    zh: '行政复议、未经复议直接起诉、复议后起诉三组中，有一组的各种结果之和不等于总计。',
  },
  why: {
    en: 'Cases are few and known one by one; a total that fails is seen at once.',
    zh: '复议、诉讼案件不多，件件有据可查，合计不符一望即知。',
  },
  examples: { wrong: passages(chapter('disputes'), outcomes(2)), right: passages(chapter('disputes'), outcomes(1)) },
});
