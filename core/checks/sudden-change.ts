import { t } from '@vscode/l10n';
import { comparedWithLast, nameIn } from './support/against-last';
import type { Check } from './support/finding';

/** Figures that stay below this in both years may jump as they will. */
const smallest = 100;
const factor = 5;

/** A figure of some size that is more than five times last year's, or less than a fifth of it. Of sums, the sum alone. */
export const suddenChange: Check = {
  code: 'sudden-change',
  severity: 'information',
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
