import { t } from '@vscode/l10n';
import { chapterHeading } from '../form';
import { insertLines, missingParts } from '../writing/placing';
import type { Check } from './support/finding';

/** 条例第五十条: the six chapters that a report must have. A chapter that is missing with its table is one finding. */
export const missingChapter: Check = {
  code: 'missing-chapter',
  severity: 'error',
  find({ report }) {
    return missingParts(report).flatMap(({ kind, chapter, shown, at, lines }) => {
      if (kind === 'table' || kind === 'html-table') return [];
      const heading = chapterHeading(chapter);
      const both = kind === 'chapter-with-table';
      return [
        {
          ...shown,
          message: both
            ? t('The chapter “{0}” is missing, and its table with it.', heading)
            : kind === 'heading'
              ? t('The heading “{0}” is missing; its table is here.', heading)
              : t('The chapter “{0}” is missing.', heading),
          fixes: [
            {
              title: both ? t('Insert the chapter “{0}” with its blank table', heading) : t('Insert the heading “{0}”', heading),
              edits: [insertLines(report.document, at, lines)],
              // A chapter that is missing altogether, table and all, is for the office to write.
              restoresForm: !both,
            },
          ],
        },
      ];
    });
  },
};
