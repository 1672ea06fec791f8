import { t } from '@vscode/l10n';
import { sentencesOf } from '../prose/sentences';
import { chapter, excerpt, passages, title } from './support/examples';
import type { Check, Finding } from './support/finding';

/** The only words that may stand between a figure and its growth: 收到12件，同比增长20%. */
const growth =
  /^[，,（(]?(?:同比|较上年|比上年|较去年|比去年|较上一年|与上年相比)[，,]?(增长|增加|上升|提高|下降|减少|降低)(?:了)?(?:约)?$/;

export const proseGrowth: Check = {
  code: 'prose-growth',
  severity: 'information',
  category: 'other-reports',
  title: { en: 'Growth', zh: '增长率' },
  description: {
    en: 'A growth against last year that the two reports’ figures contradict, to the digits given.',
    zh: '“同比增长…%”与两年年报的数字不符，按所写的小数位数比较。',
  },
  why: { en: 'Anyone who has both reports can compute it.', zh: '有两年年报的人都能算出来。' },
  examples: {
    wrong: passages(title(), chapter('overview'), '全年共收到政府信息公开申请5件，同比增长20%。'),
    right: passages(title(), chapter('overview'), '全年共收到政府信息公开申请5件，同比增长25%。'),
    other: { is: 'last', text: passages(title(2024), chapter('requests'), excerpt('requests', [['new', 4, 0, 0, 0, 0, 0, 4]])) },
  },
  find({ report, paragraphs, statements, neighbours: { last } }) {
    if (!last) return [];
    const { text } = report.document;
    const stated = new Map(statements.map((statement) => [statement.start, statement]));
    return paragraphs.flatMap((paragraph): Finding[] => {
      if (!/同比|上年|去年/.test(text.slice(paragraph.start, paragraph.end))) return [];
      return sentencesOf(text, paragraph).flatMap(({ figures }) =>
        figures.flatMap((percent, index): Finding[] => {
          const now = figures[index - 1];
          const statement = now && stated.get(now.start);
          const [, direction] = (now && growth.exec(text.slice(now.unitEnd, percent.start))) ?? [];
          if (percent.unit !== '%' || !statement?.exact || !percent.exact || !direction) return [];
          const known = statement.fields.map(({ id }) => last.figures.get(id));
          if (known.some((each) => !each || each.value === null)) return [];
          const before = known.reduce((sum, each) => sum + (each?.value ?? 0), 0);
          if (before === 0) return [];
          const right = ((now.value - before) / before) * 100;
          const said = /增|升|提/.test(direction) ? percent.value : -percent.value;
          if (Math.abs(right - said) <= 10 ** -percent.decimals * 1.0001) return [];
          const sign = right < 0 ? '−' : '+';
          return [
            {
              start: percent.start,
              end: percent.end,
              message: t('From {0} last year to {1} is {2} %.', before, now.value, sign + Math.abs(right).toFixed(percent.decimals)),
              related: known.flatMap((each) =>
                each
                  ? [
                      {
                        start: percent.start,
                        end: percent.end,
                        message: t('Last year’s report has {0} here.', each.value ?? 0),
                        elsewhere: { file: last.file, range: each.range },
                      },
                    ]
                  : [],
              ),
            },
          ];
        }),
      );
    });
  },
};
