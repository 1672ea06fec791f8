import { t } from '@vscode/l10n';
import { article } from '../form';
import { passages, title } from './support/examples';
import type { Check } from './support/finding';

const basis = article('第四十九条');
/** The last month in which departments and governments publish, in the year that follows. */
const dueMonth = { department: 1, government: 3 } as const;
/** The name of a government from the county up; an office of one ends with other words. */
const government = /(?:省|市|县|区|州|盟|旗)(?:人民)?政府$/;

export const lateReport: Check = {
  code: 'late-report',
  severity: 'information',
  category: 'signature',
  title: { en: 'Late report', zh: '逾期公布' },
  description: {
    en: 'Signed after the statutory date: the end of January of the following year for departments, the end of March for governments from the county up. Townships are not judged.',
    zh: '落款日期晚于法定的公布期限：部门为次年1月31日，县级以上政府为次年3月31日。乡镇、街道不作判断。',
  },
  why: {
    en: 'The date is in the regulation, and is the first thing that evaluations look at.',
    zh: '期限由《条例》规定，也是各类评估首先核对的内容。',
  },
  source: [basis],
  examples: { wrong: passages(title(), '平安县水利局', '2026年2月3日'), right: passages(title(), '平安县水利局', '2026年1月20日') },
  parameters: [
    { value: dueMonth.department, means: { en: 'Last month for departments', zh: '部门的最后月份' } },
    { value: dueMonth.government, means: { en: 'Last month for governments', zh: '政府的最后月份' } },
  ],
  find({ report }) {
    const { organ, year, signature } = report.identity;
    if (!signature || year === null || organ === null) return [];
    const signed = report.document.text.slice(signature.start, signature.end);
    const match = /(20\d\d)\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日\s*$/.exec(signed);
    // Townships and their like are not named in the article.
    if (!match || /(?:镇|乡|街道)/.test(organ)) return [];
    const [, signedYear, month, day] = match.map(Number);
    const due = government.test(organ) ? dueMonth.government : dueMonth.department;
    // A date in another year belongs to a copy or a correction.
    if (signedYear !== year + 1 || month <= due || month > 12 || day > 31) return [];
    const start = signature.start + match.index;
    return [
      {
        start,
        end: start + match[0].trimEnd().length,
        message: t(
          'The report is signed after month {0} of {1} has ended, by when {2} must publish it ({3}).',
          due,
          year + 1,
          organ,
          `${basis.source.title}${basis.article}`,
        ),
      },
    ];
  },
};
