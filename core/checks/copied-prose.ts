import { t } from '@vscode/l10n';
import { paragraphKey } from '../library/digest';
import type { Check } from './support/finding';

/** A paragraph repeated from last year's report, years aside. What stands above the first chapter is the same every year. */
export const copiedProse: Check = {
  code: 'copied-prose',
  severity: 'information',
  find({ report, paragraphs, neighbours: { last } }) {
    if (!last) return [];
    const { text } = report.document;
    return paragraphs.flatMap(({ start, end, chapter }) => {
      const key = chapter && paragraphKey(text.slice(start, end));
      if (!key || !last.paragraphs.has(key)) return [];
      return [{ start, end, message: t('This paragraph is last year’s, word for word.') }];
    });
  },
};
