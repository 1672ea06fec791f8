import { t } from '@vscode/l10n';
import { article, chapterHeading } from '../form';
import { insertLines, missingParts } from '../writing/placing';
import { allChapters, chapter, passages, title } from './support/examples';
import type { Check } from './support/finding';

export const missingChapter: Check = {
  code: 'missing-chapter',
  severity: 'error',
  category: 'structure',
  title: { en: 'Missing chapter', zh: '缺少章节' },
  description: {
    en: 'A heading of one of the six chapters is missing. Where its table is there, the finding stands at the table; a chapter missing with its table is one finding. Fix: inserts the heading (and the blank table) where it belongs.',
    zh: '年报须有六章，缺少其中的标题。表格还在而标题缺失时，提示落在表格上；连同表格一起缺失的，只提示一次。修复：在应有的位置插入标题（和空白表格）。',
  },
  why: {
    en: 'The regulation lists what a report must contain; a report without one of the chapters is incomplete.',
    zh: '《条例》列明年报应当包括的内容，缺一章即不完整。',
  },
  source: [article('第五十条')],
  examples: {
    wrong: passages(title(), ...allChapters().filter((heading) => heading !== chapter('disputes')), '本年度未收取信息处理费。'),
    right: passages(title(), ...allChapters(), '本年度未收取信息处理费。'),
  },
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
              // A chapter that is missing with its table is left to the office to write.
              restoresForm: !both,
            },
          ],
        },
      ];
    });
  },
};
