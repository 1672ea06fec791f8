import { t } from '@vscode/l10n';
import type { ProseFigure } from '../prose/figures';
import { sentencesOf } from '../prose/sentences';
import { chapter, passages, title } from './support/examples';
import type { Check } from './support/finding';
import { contradictions } from './support/stated';

/** The only words that may stand between a part and its share: 158件，占19.6%. */
const share = /^[，,（(]?(?:约)?占(?:比|总数的?|全部申请的?|总量的?|申请总量的?|申请总数的?|办结总数的?|比为)?$/;

/** Figures before a share among which its whole is looked for. */
const mostBefore = 40;

export const proseShare: Check = {
  code: 'prose-share',
  severity: 'information',
  category: 'prose',
  title: { en: 'Share', zh: '占比' },
  description: {
    en: 'A percentage that its own figures contradict, to the digits given; rounded or cut off are both right. Fix: writes the right one.',
    zh: '占比与文中的数字不符，按所写的小数位数比较，四舍五入或截去都算对。修复：改为算出的占比。',
  },
  why: { en: 'The percentage or one of the two figures is wrong.', zh: '占比或两个数字之中必有一错。' },
  examples: {
    wrong: passages(title(), chapter('overview'), '办结政府信息公开申请806件，不予处理158件，占29.6%。'),
    right: passages(title(), chapter('overview'), '办结政府信息公开申请806件，不予处理158件，占19.6%。'),
  },
  parameters: [
    {
      value: mostBefore,
      means: { en: 'Figures before a share among which its whole is looked for', zh: '在占比之前的多少个数字中寻找总数' },
    },
  ],
  find(context) {
    const { text } = context.report.document;
    const isWrong = contradictions(context);
    return context.paragraphs.flatMap((paragraph) => {
      if (!text.slice(paragraph.start, paragraph.end).includes('占')) return [];
      const figures = sentencesOf(text, paragraph).flatMap((sentence) => sentence.figures);
      return figures.flatMap((percent, index) => {
        const part = figures[index - 1];
        if (percent.unit !== '%' || !part || part.unit === '%' || !share.test(text.slice(part.unitEnd, percent.start))) return [];
        // A whole is a figure of the same unit, not smaller, that words name as a total; the share may be of any of them.
        const wholes = figures
          .slice(Math.max(0, index - mostBefore), index - 1)
          .filter((each) => each.unit === part.unit && each.value >= part.value && each.value > 0 && isWhole(text, each));
        if (wholes.length === 0 || wholes.some((whole) => fits(part, whole, percent))) return [];
        if ([part, ...wholes].some((each) => !each.exact || isWrong(each))) return [];
        const [whole] = wholes.slice(-1);
        const right = shareOf(part, whole).toFixed(percent.decimals);
        return [
          {
            start: percent.start,
            end: percent.end,
            message: t('{0} of {1} are {2} %, and not {3} %.', part.value, whole.value, right, text.slice(percent.start, percent.end)),
            related: [{ start: whole.start, end: whole.unitEnd, message: t('This is the whole.') }],
            fixes: [{ title: t('Change to {0} %', right), edits: [{ start: percent.start, end: percent.end, newText: right }] }],
          },
        ];
      });
    });
  },
};

/** Words that name a total. */
const total = /(?:共|收到|受理|接到|办结|答复|总计|合计|累计|总数|总量)[^，,；;。、0-9]{0,16}$/;

function isWhole(text: string, { start }: ProseFigure): boolean {
  return total.test(text.slice(Math.max(0, start - 24), start));
}

function shareOf(part: ProseFigure, whole: ProseFigure): number {
  return (part.value / whole.value) * 100;
}

/** True if the share is right rounded or cut off; the factor allows for binary fractions. */
function fits(part: ProseFigure, whole: ProseFigure, { value, decimals }: ProseFigure): boolean {
  return Math.abs(shareOf(part, whole) - value) <= 10 ** -decimals * 1.0001;
}
