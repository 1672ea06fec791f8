import { t } from '@vscode/l10n';
import { chapterHeading } from '../form';
import { occurrence } from '../writing/placing';
import type { Check } from './support/finding';

export const duplicateChapter: Check = {
  code: 'duplicate-chapter',
  severity: 'warning',
  find({ report }) {
    return report.chapters.flatMap((found) => {
      const first = occurrence(report, found.chapter);
      if (!first || first === found) return [];
      const heading = chapterHeading(found.chapter);
      return [
        {
          ...found.span,
          message: t('The chapter “{0}” stands here a second time.', heading),
          related: [{ ...first.span, message: t('The first “{0}”', heading) }],
        },
      ];
    });
  },
};
