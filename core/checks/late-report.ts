import { t } from '@vscode/l10n';
import { regulation } from '../form';
import type { Check } from './support/finding';

/** 条例第四十九条: departments publish by the end of January, governments by the end of March of the year that follows. */
const dueMonth = { department: 1, government: 3 } as const;
/** A government, and not an office of one, nor one that is none of a county's or above. */
const government = /(?:省|市|县|区|州|盟|旗)(?:人民)?政府$/;

/** Signed after the statutory date. */
export const lateReport: Check = {
  code: 'late-report',
  severity: 'information',
  find({ report }) {
    const { organ, year, signature } = report.identity;
    if (!signature || year === null || organ === null) return [];
    const signed = report.document.text.slice(signature.start, signature.end);
    const match = /(20\d\d)\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日\s*$/.exec(signed);
    // Townships and their like are not named in the article.
    if (!match || /(?:镇|乡|街道)/.test(organ)) return [];
    const [, signedYear, month, day] = match.map(Number);
    const due = government.test(organ) ? dueMonth.government : dueMonth.department;
    // A date of another year is that of a copy, or of a correction.
    if (signedYear !== year + 1 || month <= due || month > 12 || day > 31) return [];
    const start = signature.start + match.index;
    return [
      {
        start,
        end: start + match[0].trimEnd().length,
        message: t(
          'Signed after the end of month {0} of {1}, by which {2} is to publish ({3}第四十九条).',
          due,
          year + 1,
          organ,
          regulation.title,
        ),
      },
    ];
  },
};
