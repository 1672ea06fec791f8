import { t } from '@vscode/l10n';
import { chapterHeading } from '../standard';
import type { Check } from './finding';
import { insertLines, missingParts } from './placing';

/** A table's chapter is there without the table. Where the chapter is missing too, `missing-chapter` says so. */
export const missingTable: Check = {
  code: 'missing-table',
  severity: 'error',
  find({ report }) {
    return missingParts(report)
      .filter(({ what }) => what === 'table')
      .map(({ chapter, shown, at, lines }) => ({
        ...shown,
        message: t('The table of the chapter “{0}” is missing.', chapterHeading(chapter)),
        fixes: [{ title: t('Insert the blank table'), edits: [insertLines(report.document, at, lines)] }],
      }));
  },
};
