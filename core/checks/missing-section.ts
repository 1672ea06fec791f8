import { t } from '@vscode/l10n';
import { format2021 } from '../form';
import { occurrence } from '../writing/placing';
import { chapter, passages, sections, title } from './support/examples';
import type { Check } from './support/finding';

export const missingSection: Check = {
  code: 'missing-section',
  severity: 'information',
  category: 'structure',
  title: { en: 'Missing part', zh: '缺少部分' },
  description: {
    en: 'The first chapter lacks one of its five parts, in any style of numbering. One finding names all that are missing.',
    zh: '第一章应包括五个部分，缺少其中的标题。编号方式不限，一条提示列出缺少的全部部分。',
  },
  why: {
    en: 'The form asks what was done in each of the five areas; a part without a heading is easily taken for work that was not done.',
    zh: '统一格式要求逐项说明五个方面的工作；没有标题，容易被看作没有开展。',
  },
  source: [{ source: format2021 }],
  examples: { wrong: passages(title(), chapter('overview'), sections(2)), right: passages(title(), chapter('overview'), sections(5)) },
  find({ report }) {
    return report.edition.edition.chapters.flatMap((chapter) => {
      const found = occurrence(report, chapter);
      if (!found || !chapter.sections) return [];
      const missing = chapter.sections.filter((section) => !report.sections.some((bound) => bound.section === section));
      if (missing.length === 0) return [];
      const names = missing.map((section) => section.label).join('、');
      return [{ ...found.span, message: t('No heading of this chapter names these parts: {0}.', names) }];
    });
  },
};
