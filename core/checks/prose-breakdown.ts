import { t } from '@vscode/l10n';
import { sideOf } from '../report/wording';
import { writeFigure } from '../text/figure';
import { chapter, passages, title } from './support/examples';
import type { Check } from './support/finding';
import { contradictions } from './support/stated';

export const proseBreakdown: Check = {
  code: 'prose-breakdown',
  severity: 'warning',
  category: 'prose',
  title: { en: 'Parts and whole', zh: '分项与总数' },
  description: {
    en: 'Parts named after 其中 do not add up to their whole. They must have the whole’s unit; lists that are said to be partial, or name too little, are not judged. Lists in parentheses are judged by themselves. Fix: changes the whole to the sum.',
    zh: '“其中”后面的各项加起来与总数不符。各项须与总数同一单位；写明其余、等、主要的，只列一部分的，不作判断。括号里的细目另算。修复：把总数改为各项之和。',
  },
  why: { en: 'Readers add up what stands in one sentence.', zh: '写在同一句话里的数，读者会随手加一遍。' },
  examples: {
    wrong: passages(title(), chapter('overview'), '共主动公开政府信息703条，其中通知公告314条，工作动态335条，政策法规44条。'),
    right: passages(title(), chapter('overview'), '共主动公开政府信息703条，其中通知公告324条，工作动态335条，政策法规44条。'),
  },
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
          related: parts.map(({ start, unitEnd }) => ({ start, end: unitEnd, message: t('This is one of the parts.') })),
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
