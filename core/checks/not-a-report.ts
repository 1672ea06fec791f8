import { t } from '@vscode/l10n';
import type { Check } from './support/finding';

export const notAReport: Check = {
  code: 'not-a-report',
  severity: 'information',
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
