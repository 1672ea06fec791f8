import { t } from '@vscode/l10n';
import type { Report } from '../report/report';
import { type ChapterForm, chapterHeading } from '../standard';
import type { Check } from './finding';
import { insertLines, missingParts, occurrence } from './placing';

/** A table's chapter is there without the table. Where the chapter is missing too, `missing-chapter` says so. */
export const missingTable: Check = {
  code: 'missing-table',
  severity: 'error',
  find({ report }) {
    return missingParts(report)
      .filter(({ what }) => what === 'table')
      .map(({ chapter, shown, at, lines }) => {
        const heading = chapterHeading(chapter);
        // Programs that read printed pages write tables so.
        if (holdsHtmlTable(report, chapter))
          return {
            ...shown,
            message: t(
              'The table of the chapter “{0}” stands here as HTML and is not read; “Import Report …” or nianbao convert writes it out.',
              heading,
            ),
          };
        return {
          ...shown,
          message: t('The table of the chapter “{0}” is missing.', heading),
          fixes: [{ title: t('Insert the blank table'), edits: [insertLines(report.document, at, lines)] }],
        };
      });
  },
};

function holdsHtmlTable(report: Report, chapter: ChapterForm): boolean {
  const { text, lines } = report.document;
  const found = occurrence(report, chapter);
  return !!found && /<table\b/i.test(text.slice(found.span.end, lines[found.endLine]?.start ?? text.length));
}
