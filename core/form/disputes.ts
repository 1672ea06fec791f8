import type { Entry, TableForm } from './model';
import { article } from './sources';

const outcomes: readonly Entry[] = [
  { id: 'upheld', label: '结果维持' },
  { id: 'corrected', label: '结果纠正' },
  { id: 'otherOutcome', label: '其他结果', alsoPrinted: ['其它结果'] },
  { id: 'pending', label: '尚未审结' },
  { id: 'total', label: '总计', alsoPrinted: ['合计'], sums: 'outcome-total' },
];

/** The table of chapter 四, the same in both editions: one row of fifteen figures without a label. */
export const disputesTable: TableForm = {
  id: 'disputes',
  chapter: 'disputes',
  blocks: [
    {
      measure: { unit: '件' },
      citation: article('第五十一条'),
      columns: [
        { id: 'reconsideration', label: '行政复议', children: outcomes },
        {
          label: '行政诉讼',
          children: [
            { id: 'litigationDirect', label: '未经复议直接起诉', children: outcomes },
            { id: 'litigationAfter', label: '复议后起诉', children: outcomes },
          ],
        },
      ],
      rows: [{ label: '' }],
    },
  ],
};
