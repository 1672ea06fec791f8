import { format2021 } from '../form';
import { chapter, excerpt, label, passages } from './support/examples';
import { relationCheck } from './support/relations';

/** 5 requests received, 4 handled and the given number carried out. */
const flow = (carriedOut: number) =>
  excerpt('requests', [
    ['new', 5, 0, 0, 0, 0, 0, 5],
    ['carriedIn', 0, 0, 0, 0, 0, 0, 0],
    ['handled', 4, 0, 0, 0, 0, 0, 4],
    ['carriedOut', carriedOut, 0, 0, 0, 0, 0, carriedOut],
  ]);
export const flowBalance = relationCheck({
  code: 'flow-balance',
  severity: 'error',
  category: 'sums',
  title: { en: 'Received and handled', zh: '收办平衡' },
  description: {
    en: 'In a column, what is new and what was carried in do not equal what was handled and what is carried out.',
    zh: `一列中，“${label('requests.new')}”与“${label('requests.carriedIn')}”之和，不等于“${label('requests.handled')}”与“${label('requests.carriedOut')}”之和。`,
  },
  why: { en: 'It is the one relation that the form itself prints above the table.', zh: '这是统一格式在表头印明的勾稽关系。' },
  source: [{ source: format2021 }],
  examples: { wrong: passages(chapter('requests'), flow(0)), right: passages(chapter('requests'), flow(1)) },
});
