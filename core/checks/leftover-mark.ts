import { t } from '@vscode/l10n';
import { findMarks } from '../text/marks';
import { chapter, passages, title } from './support/examples';
import type { Check } from './support/finding';

export const leftoverMark: Check = {
  code: 'leftover-mark',
  severity: 'warning',
  category: 'form',
  title: { en: 'Leftover mark', zh: '残留标记' },
  description: {
    en: 'A mark that extraction from Word left in the text: bookmark, picture, field code. Fix: removes it.',
    zh: '从 Word 转出文字时留下的书签、图片、域代码等标记。修复：删除标记。',
  },
  why: { en: 'It would be published with the report.', zh: '不删除就会随年报一起公布。' },
  examples: {
    wrong: passages(title(), chapter('overview'), '[bookmark: _GoBack]（一）主动公开情况。……'),
    right: passages(title(), chapter('overview'), '（一）主动公开情况。……'),
  },
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
