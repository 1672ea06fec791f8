import { t } from '@vscode/l10n';
import { occurrence } from '../writing/placing';
import type { Check } from './support/finding';

/** The five parts of 总体情况 that the format asks for. One finding names all that are missing. */
export const missingSection: Check = {
  code: 'missing-section',
  severity: 'information',
  find({ report }) {
    return report.edition.edition.chapters.flatMap((chapter) => {
      const found = occurrence(report, chapter);
      if (!found || !chapter.sections) return [];
      const missing = chapter.sections.filter((section) => !report.sections.some((bound) => bound.section === section));
      if (missing.length === 0) return [];
      const names = missing.map((section) => section.label).join('、');
      return [{ ...found.span, message: t('No heading of this chapter names these parts: {0}', names) }];
    });
  },
};
