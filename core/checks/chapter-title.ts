import { t } from '@vscode/l10n';
import { chapterHeading, format2021 } from '../form';
import { fold } from '../text/fold';
import { readOrdinal } from '../text/heading';
import { chapter, passages, title } from './support/examples';
import type { Check } from './support/finding';

/** Titles are compared without white space and the width of punctuation. */
export const chapterTitle: Check = {
  code: 'chapter-title',
  severity: 'information',
  category: 'structure',
  title: { en: 'Title of a chapter', zh: '章节标题' },
  description: {
    en: 'The heading names its chapter in other words than the form (a year added, other words). White space and the width of punctuation do not count. Fix: the form’s own title.',
    zh: '章节标题的写法与统一格式不同（如加了年份，或换了说法）。空白和标点的全半角不算。修复：改为规定的标题。',
  },
  why: {
    en: 'The titles are prescribed word for word, and reports are compared by them.',
    zh: '标题由统一格式逐字规定，各机关的年报据此对照。',
  },
  source: [{ source: format2021 }],
  examples: { wrong: passages(title(), '## 五、存在的主要问题和改进措施'), right: passages(title(), chapter('problems')) },
  find({ report }) {
    const { text } = report.document;
    return report.chapters.flatMap((found) => {
      const { chapter, span, title } = found;
      if (text.slice(span.start, title.end) === chapterHeading(chapter)) return [];
      const ordinal = readOrdinal(text, span.start, span.end);
      const rightNumber = !ordinal || ordinal.value === chapter.number;
      if (rightNumber && fold(text, title.start, title.end) === fold(chapter.title)) return [];
      const heading = chapterHeading(chapter);
      const edit = rightNumber
        ? { start: title.start, end: title.end, newText: chapter.title }
        : { start: span.start, end: title.end, newText: heading };
      return [
        {
          start: span.start,
          end: title.end,
          message: t('The form calls this chapter “{0}”.', heading),
          fixes: [{ title: t('Change the heading to “{0}”', heading), edits: [edit], restoresForm: true }],
        },
      ];
    });
  },
};
