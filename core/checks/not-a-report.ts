import { t } from '@vscode/l10n';
import { chapter, passages, title } from './support/examples';
import type { Check } from './support/finding';

export const notAReport: Check = {
  code: 'not-a-report',
  severity: 'information',
  category: 'structure',
  title: { en: 'Not a report', zh: '不是年报' },
  description: {
    en: 'The text has no title, chapter or table of a report; nothing else is said of it.',
    zh: '文本中没有年报的标题、章节，也没有统一格式的表格，因此不作其他检查。',
  },
  why: {
    en: 'A text that is not read as a report is not checked, however many mistakes it has.',
    zh: '不能识别为年报的文本不会得到任何检查，有错也查不出来。',
  },
  examples: { wrong: '会议记录\n今天讨论了三件事。\n', right: passages(title(), chapter('overview')) },
  find({ report }) {
    if (report.isReport) return [];
    const { text } = report.document;
    const line = report.document.lines[0];
    return [
      {
        start: line.start,
        end: line.end,
        message:
          text.trim() === ''
            ? t('The file is empty. A snippet inserts a blank report.')
            : t('Nothing here looks like an annual report on government information disclosure: no title, chapter or table of the form.'),
      },
    ];
  },
};
