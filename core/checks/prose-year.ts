import { t } from '@vscode/l10n';
import { sentencesOf } from '../prose/sentences';
import { passages, title } from './support/examples';
import type { Check, Finding } from './support/finding';

/** The period that a report is on: 2024年1月1日至2024年12月31日. */
const period = /(20\d\d)\s*年\s*1\s*月\s*1\s*日\s*(?:起)?\s*[至到—\-－~～]+\s*(?:(20\d\d)\s*年)?\s*12\s*月\s*31\s*日/g;
/** A sentence on what was done in a year: 2024年，我局…; 2024年度，全县…. */
const inYear = /^\s*(?:[（(]?[一二三四五六七八九十\d]+[）)、.．])?\s*(20\d\d)\s*年度?\s*[，,]/;
/** Words that name another year on purpose. */
const meant = /相比|比|较|以来|同期|去年|上年|上一年|当年|印发|通知|文件|规划|计划|明年|下一年|将/;

export const proseYear: Check = {
  code: 'prose-year',
  severity: 'warning',
  category: 'prose',
  title: { en: 'Year in the prose', zh: '文字年份' },
  description: {
    en: 'The period reported on is another year’s, or the text speaks of the year before as the year reported on. Fix: changes the year.',
    zh: '统计期限不是报告年度的1月1日至12月31日，或把上一年当作本年来写。修复：改为报告年度。',
  },
  why: {
    en: 'It was copied from last year’s report; what stands around it may be last year’s too.',
    zh: '多半是从去年的报告抄来的，前后的内容可能也是去年的。',
  },
  examples: {
    wrong: passages(title(), '本报告所列数据的统计期限为2024年1月1日至2024年12月31日。'),
    right: passages(title(), '本报告所列数据的统计期限为2025年1月1日至2025年12月31日。'),
  },
  find({ report, paragraphs }) {
    const { year } = report.identity;
    if (year === null) return [];
    const { text } = report.document;
    return paragraphs.flatMap((paragraph): Finding[] => {
      const part = text.slice(paragraph.start, paragraph.end);
      const found: Finding[] = [];
      const differs = (written: string | undefined, at: number, message: string) => {
        if (written === undefined || Number(written) === year) return;
        const start = paragraph.start + at;
        const edits = [{ start, end: start + written.length, newText: String(year) }];
        found.push({ start, end: start + written.length, message, fixes: [{ title: t('Change to {0}', year), edits }] });
      };
      for (const match of part.includes('31') ? part.matchAll(period) : []) {
        const [whole, first, last] = match;
        const message = t('The period reported on is said to be {0}; the report is on {1}.', whole.replace(/\s+/g, ''), year);
        const wrong = Number(first) !== year ? first : last;
        differs(wrong, match.index + (wrong === first ? 0 : whole.lastIndexOf(wrong ?? '')), message);
      }
      // Other chapters may speak of other years: what was wrong, and what is planned.
      if (found.length > 0 || paragraph.chapter?.sections === undefined || !part.includes(String(year - 1))) return found;
      for (const { start, end } of sentencesOf(text, paragraph)) {
        const sentence = text.slice(start, end);
        const [lead, written] = inYear.exec(sentence) ?? [];
        if (!lead || Number(written) !== year - 1 || meant.test(sentence)) continue;
        differs(
          written,
          start - paragraph.start + lead.indexOf(written),
          t('The text speaks of {0} as the year reported on; the report is on {1}.', written, year),
        );
      }
      return found;
    });
  },
};
