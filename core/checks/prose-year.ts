import { t } from '@vscode/l10n';
import { sentencesOf } from '../prose/sentences';
import type { Check, Finding } from './support/finding';

/** The period that a report is on: 2024年1月1日至2024年12月31日. */
const period = /(20\d\d)\s*年\s*1\s*月\s*1\s*日\s*(?:起)?\s*[至到—\-－~～]+\s*(?:(20\d\d)\s*年)?\s*12\s*月\s*31\s*日/g;
/** A sentence on what was done in a year: 2024年，我局…; 2024年度，全县…. */
const inYear = /^\s*(?:[（(]?[一二三四五六七八九十\d]+[）)、.．])?\s*(20\d\d)\s*年度?\s*[，,]/;
/** Words with which another year is meant to be another. */
const meant = /相比|比|较|以来|同期|去年|上年|上一年|当年|印发|通知|文件|规划|计划|明年|下一年|将/;

/** The text speaks of another year as the one reported on: it was copied from last year's. */
export const proseYear: Check = {
  code: 'prose-year',
  severity: 'warning',
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
      // What is to come, and what was wrong, may be of other years.
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
