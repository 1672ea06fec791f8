import { t } from '@vscode/l10n';
import { findMarks } from '../text/marks';
import type { Check } from './support/finding';

export const leftoverMark: Check = {
  code: 'leftover-mark',
  severity: 'warning',
  find({ report }) {
    const { text } = report.document;
    return findMarks(text).map(({ start, end }) => ({
      start,
      end,
      message: t('“{0}” is a mark left over from Word, not a part of the report.', text.slice(start, end)),
      fixes: [{ title: t('Remove the mark'), edits: [{ start, end, newText: '' }], restoresForm: true }],
    }));
  },
};
