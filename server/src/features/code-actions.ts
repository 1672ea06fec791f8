import { t } from '@vscode/l10n';
import { type CodeAction, CodeActionKind, type Diagnostic, type Range, type TextEdit } from 'vscode-languageserver-types';
import type { CheckedFinding } from '../checks/finding';
import type { Edit } from '../format/edit';
import { diagnosticsOf } from './diagnostics';
import { rangeIn, touches } from './ranges';
import type { Reading } from './reading';

export const fixAllKind = `${CodeActionKind.SourceFixAll}.nianbao`;

/** Quick fixes for what is found in a range; and the one action that repairs the form throughout. */
export function codeActionsOf(reading: Reading, range: Range, only: readonly string[] | undefined): CodeAction[] {
  const wanted = (kind: string) => !only || only.some((asked) => kind === asked || kind.startsWith(`${asked}.`));
  const actions: CodeAction[] = [];
  if (wanted(CodeActionKind.QuickFix)) actions.push(...quickFixes(reading, range));
  if (wanted(fixAllKind)) {
    const edits = fixAllEdits(reading.findings);
    if (edits.length > 0 && (only || actions.length > 0))
      actions.push({
        title: t('Correct the form throughout (labels, headings, marks; no figures)'),
        kind: fixAllKind,
        edit: changes(reading, edits),
      });
  }
  return actions;
}

function quickFixes(reading: Reading, range: Range): CodeAction[] {
  const { document, findings } = reading;
  const diagnostics = diagnosticsOf(reading, true);
  return findings.flatMap((finding, index) => {
    if (!touches(document, range, finding)) return [];
    const fixes = finding.fixes ?? [];
    return fixes.map((fix) => quickFix(reading, diagnostics[index], fix.title, fix.edits, fixes.length === 1));
  });
}

function quickFix(reading: Reading, diagnostic: Diagnostic, title: string, edits: readonly Edit[], isPreferred: boolean): CodeAction {
  return { title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], isPreferred, edit: changes(reading, edits) };
}

function changes({ document }: Reading, edits: readonly Edit[]): CodeAction['edit'] {
  const textEdits = edits.map((edit): TextEdit => ({ range: rangeIn(document, edit), newText: edit.newText }));
  return { changes: { [document.uri]: textEdits } };
}

/**
 * The edits of all fixes that restore the form; of fixes that overlap, the first. Figures are an office's own statement:
 * each is corrected by somebody who looks at it.
 */
export function fixAllEdits(findings: readonly CheckedFinding[]): Edit[] {
  const taken: Edit[] = [];
  for (const { fixes } of findings) {
    if (fixes?.length !== 1 || !fixes[0].restoresForm) continue;
    const { edits } = fixes[0];
    if (edits.some((edit) => taken.some((other) => edit.start <= other.end && other.start <= edit.end))) continue;
    taken.push(...edits);
  }
  return taken;
}
