import { t } from '@vscode/l10n';
import { chapterHeading, format2021 } from '../form';
import { insertLines, missingParts } from '../writing/placing';
import { chapter, passages, title, wholeTable } from './support/examples';
import type { Check, Finding } from './support/finding';

/** Where the chapter is missing too, `missing-chapter` says so. */
export const missingTable: Check = {
  code: 'missing-table',
  severity: 'error',
  category: 'tables',
  title: { en: 'Missing table', zh: '缺少表格' },
  description: {
    en: 'The chapter is there without its table. Fix: inserts the blank table. A table that stands there as HTML, as programs that recognise printed pages leave it, is written out by *Import Report …* or `nianbao convert`.',
    zh: '该章的表格缺失。修复：插入空白表格。表格是 HTML 代码的（识别软件常这样写），用“导入年报…”或 `nianbao convert` 转为表格。',
  },
  why: {
    en: 'The tables are the report’s core: without them nothing can be summed or compared. Where nothing happened, the table has zeros.',
    zh: '表格是年报的主体，没有表格就无法汇总和比较；没有发生的，应填 0。',
  },
  source: [{ source: format2021 }],
  examples: {
    wrong: passages(title(), chapter('disputes'), '本年度未发生行政复议、行政诉讼。'),
    right: passages(title(), chapter('disputes'), wholeTable('disputes', {})),
  },
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
