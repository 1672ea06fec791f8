import { t } from '@vscode/l10n';
import type { Field } from '../form';
import { writeCell } from '../writing/cells';
import { comparedWithLast, nameIn } from './support/against-last';
import { chapter, excerpt, label, passages, title } from './support/examples';
import type { Check } from './support/finding';

export const effectiveCount: Check = {
  code: 'effective-count',
  severity: 'information',
  category: 'other-reports',
  title: { en: 'Documents in force', zh: '有效件数' },
  description: {
    en: 'What is in force is not last year’s count, plus what was issued, less what was repealed. Fix: writes the right count.',
    zh: `“${label('proactive.normative.effective')}”不等于上年的件数加本年制发、减本年废止。修复：改为算出的数。`,
  },
  why: {
    en: 'A document is in force until it is repealed; a difference means that one was forgotten in one of the two years.',
    zh: '文件未废止就仍然有效，对不上说明两年之中有一年漏计。',
  },
  examples: {
    wrong: passages(title(2025), chapter('proactive'), excerpt('proactive', [['normative', 4, 1, 20]])),
    right: passages(title(2025), chapter('proactive'), excerpt('proactive', [['normative', 4, 1, 23]])),
    other: { is: 'last', text: passages(title(2024), chapter('proactive'), excerpt('proactive', [['normative', 1, 0, 20]])) },
  },
  find(context) {
    const { report } = context;
    const table = report.tables.proactive;
    const stock = (field: Field) => field.row.block.stock?.total === field.column.id;
    return comparedWithLast(context, (field) => (stock(field) ? field.id : undefined)).flatMap(({ cell, field, now, before, related }) => {
      const { stock: form } = field.row.block;
      const row = table?.rows.find(({ form: own }) => own === field.row);
      const [added, removed] = [form?.added, form?.removed].map((id) => row?.cells.find((each) => each.field.column.id === id)?.value ?? 0);
      const due = before + added - removed;
      if (now === due || due < 0) return [];
      return [
        {
          start: cell.start,
          end: cell.end,
          field: field.id,
          message: t('{0} is {1}; last year’s {2}, plus {3}, less {4}, are {5}.', nameIn(report, field), now, before, added, removed, due),
          related: [related],
          fixes: [{ title: t('Change to {0}', due), edits: [writeCell(cell, due)] }],
        },
      ];
    });
  },
};
