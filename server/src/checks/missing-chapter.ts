import { t } from '@vscode/l10n';
import { tableLines } from '../exchange/markdown';
import { chapterHeading } from '../standard';
import type { Check } from './finding';
import { headingLine, insertLines, occurrence, placeOfChapter } from './placing';

/** 条例第五十条: the six chapters that a report must have. A chapter that is missing with its table is one finding. */
export const missingChapter: Check = {
  code: 'missing-chapter',
  severity: 'error',
  find({ report }) {
    return report.edition.edition.chapters.flatMap((chapter) => {
      if (occurrence(report, chapter)) return [];
      const { shown, at } = placeOfChapter(report, chapter);
      const heading = chapterHeading(chapter);
      const table = chapter.table && !report.tables[chapter.table] ? report.edition.tables[chapter.table] : undefined;
      const lines = [headingLine(report, chapter), ...(table ? ['', ...tableLines(table, () => '')] : [])];
      return [
        {
          ...shown,
          message: table
            ? t('The chapter “{0}” is missing, and its table with it.', heading)
            : chapter.table
              ? t('The heading “{0}” is missing; its table is here.', heading)
              : t('The chapter “{0}” is missing.', heading),
          fixes: [
            {
              title: table ? t('Insert the chapter “{0}” with its blank table', heading) : t('Insert the heading “{0}”', heading),
              edits: [insertLines(report.document, at, lines)],
              // A chapter that is missing altogether, table and all, is for the office to write.
              restoresForm: !table,
            },
          ],
        },
      ];
    });
  },
};
