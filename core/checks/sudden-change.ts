import { t } from '@vscode/l10n';
import { comparedWithLast, nameIn } from './support/against-last';
import { chapter, excerpt, passages, title } from './support/examples';
import type { Check } from './support/finding';

/** Figures that stay below this in both years are not judged. */
const smallest = 100;
const factor = 5;

export const suddenChange: Check = {
  code: 'sudden-change',
  severity: 'information',
  category: 'other-reports',
  title: { en: 'Sudden change', zh: '数字突变' },
  description: {
    en: 'A figure of some size that is many times last year’s, or a small part of it. Of sums, the sum alone.',
    zh: '较大的数字是上年的许多倍，或只有上年的几分之一，请核对。分项不单独提示，只看合计。',
  },
  why: {
    en: 'Such a jump is more often a digit too many or another way of counting than a real change.',
    zh: '这样的变化多为多写、少写一位，或统计口径变了，未必是实际情况。',
  },
  examples: {
    wrong: passages(title(2025), chapter('proactive'), excerpt('proactive', [['licensing', 4600]])),
    right: passages(title(2025), chapter('proactive'), excerpt('proactive', [['licensing', 460]])),
    other: { is: 'last', text: passages(title(2024), chapter('proactive'), excerpt('proactive', [['licensing', 450]])) },
  },
  parameters: [
    { value: smallest, means: { en: 'Figures below this in both years are not judged', zh: '两年都小于此数的不作判断' } },
    { value: factor, means: { en: 'How many times as large or as small', zh: '相差的倍数' } },
  ],
  find(context) {
    const { report } = context;
    if (!context.neighbours.last) return [];
    const isSum = new Set(report.edition.relations.map(({ total }) => total));
    const isPart = new Set(report.edition.relations.flatMap(({ parts }) => parts));
    return comparedWithLast(context, ({ id, index }) => (isPart.has(index) && !isSum.has(index) ? undefined : id))
      .filter(({ now, before }) => Math.max(now, before) >= smallest && (now > before * factor || now * factor < before))
      .map(({ cell, field, now, before, related }) => ({
        start: cell.start,
        end: cell.end,
        field: field.id,
        message: t('{0} is {1}; it was {2} last year.', nameIn(report, field), now, before),
        related: [related],
      }));
  },
};
