import { t } from '@vscode/l10n';
import { chapterHeading, format2021 } from '../form';
import { occurrence } from '../writing/placing';
import { chapter, passages, title } from './support/examples';
import type { Check } from './support/finding';

export const duplicateChapter: Check = {
  code: 'duplicate-chapter',
  severity: 'warning',
  category: 'structure',
  title: { en: 'Repeated chapter', zh: '章节重复' },
  description: { en: 'A chapter stands in the report twice.', zh: '同一章出现了两次。' },
  why: {
    en: 'It is usually left over from copying, and the two may say different things.',
    zh: '多为复制时留下的，两处内容可能互相矛盾。',
  },
  source: [{ source: format2021 }],
  examples: {
    wrong: passages(title(), chapter('overview'), chapter('problems'), chapter('problems')),
    right: passages(title(), chapter('overview'), chapter('problems')),
  },
  find({ report }) {
    return report.chapters.flatMap((found) => {
      const first = occurrence(report, found.chapter);
      if (!first || first === found) return [];
      const heading = chapterHeading(found.chapter);
      return [
        {
          ...found.span,
          message: t('The chapter “{0}” stands here a second time.', heading),
          related: [{ ...first.span, message: t('The chapter “{0}” stands here first.', heading) }],
        },
      ];
    });
  },
};
