import { t } from '@vscode/l10n';
import { sideOf } from '../report/wording';
import { writeFigure } from '../text/figure';
import type { Check } from './support/finding';
import { contradictions } from './support/stated';

/** Parts that do not add up to the whole they are said to make up. */
export const proseBreakdown: Check = {
  code: 'prose-breakdown',
  severity: 'warning',
  find(context) {
    const isWrong = contradictions(context);
    return context.breakdowns.flatMap(({ whole, parts }) => {
      const side = sideOf(
        parts.map(({ value }) => value),
        true,
      );
      if (side.sum === whole.value || [whole, ...parts].some(isWrong)) return [];
      return [
        {
          start: whole.start,
          end: whole.end,
          message: t('The parts named make {0}, the whole is said to be {1} ({2} = {0}).', side.sum, whole.value, side.text),
          related: parts.map(({ start, unitEnd }) => ({ start, end: unitEnd, message: t('a part') })),
          fixes: [
            {
              title: t('Change the whole to {0}', side.sum),
              edits: [{ start: whole.start, end: whole.end, newText: writeFigure(side.sum) }],
            },
          ],
        },
      ];
    });
  },
};
