import { t } from '@vscode/l10n';
import { chapterHeading } from '../form';
import { fold } from '../text/fold';
import { readOrdinal } from '../text/heading';
import type { Check } from './support/finding';

/** A heading that names its chapter otherwise than the form; white space and the width of punctuation apart. */
export const chapterTitle: Check = {
  code: 'chapter-title',
  severity: 'information',
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
