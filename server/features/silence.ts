import { t } from '@vscode/l10n';
import type { CheckedFinding } from '../../core/checks/support/finding';
import { type Document, lineAt } from '../../core/text/document';
import type { Edit } from '../../core/text/edit';

/**
 * The edit that puts a comment on the line above a finding, which silences its check there. `insertText` is the same as a
 * snippet, with the reason as its placeholder.
 */
export function silenceEdit(document: Document, { code, start }: CheckedFinding): { edit: Edit; insertText: string } {
  const at = document.lines[lineAt(document, start)].start;
  const comment = (reason: string) => `<!-- nianbao-ignore ${code}: ${reason} -->${document.eol}`;
  const reason = t('reason');
  return { edit: { start: at, end: at, newText: comment(reason) }, insertText: comment(`\${1:${reason}}`) };
}
