import { t } from '@vscode/l10n';
import { tableLines } from '../exchange/markdown';
import { chapterHeading } from '../standard';
import type { Check } from './finding';
import { insertLines, occurrence } from './placing';

/** A table's chapter is there without the table. Where the chapter is missing too, `missing-chapter` says so. */
export const missingTable: Check = {
  code: 'missing-table',
  severity: 'error',
  find({ report }) {
    return report.edition.edition.chapters.flatMap((chapter) => {
      const found = occurrence(report, chapter);
      if (!found || !chapter.table || report.tables[chapter.table]) return [];
      const { lines, text } = report.document;
      const at = found.line + 1 < lines.length ? lines[found.line + 1].start : text.length;
      return [
        {
          ...found.span,
          message: t('The table of the chapter “{0}” is missing.', chapterHeading(chapter)),
          fixes: [
            {
              title: t('Insert the blank table'),
              edits: [
                insertLines(
                  report.document,
                  at,
                  tableLines(report.edition.tables[chapter.table], () => ''),
                ),
              ],
            },
          ],
        },
      ];
    });
  },
};
