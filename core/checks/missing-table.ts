import { t } from '@vscode/l10n';
import { chapterHeading } from '../form';
import { insertLines, missingParts } from '../writing/placing';
import type { Check, Finding } from './support/finding';

/** A table's chapter is there without the table. Where the chapter is missing too, `missing-chapter` says so. */
export const missingTable: Check = {
  code: 'missing-table',
  severity: 'error',
  find({ report }) {
    return missingParts(report).flatMap(({ kind, chapter, shown, at, lines }): Finding[] => {
      if (kind !== 'table' && kind !== 'html-table') return [];
      const heading = chapterHeading(chapter);
      if (kind === 'html-table') {
        const message = t(
          'The table of the chapter “{0}” stands here as HTML and is not read; “Import Report …” or nianbao convert writes it out.',
          heading,
        );
        return [{ ...shown, message }];
      }
      const edits = [insertLines(report.document, at, lines)];
      return [
        {
          ...shown,
          message: t('The table of the chapter “{0}” is missing.', heading),
          fixes: [{ title: t('Insert the blank table'), edits }],
        },
      ];
    });
  },
};
