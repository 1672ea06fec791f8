import { t } from '@vscode/l10n';
import { type CodeAction, CodeActionKind, type Diagnostic, type Range, type WorkspaceEdit } from 'vscode-languageserver-types';
import { checkName } from '../../core/checks/names';
import type { CheckedFinding } from '../../core/checks/support/finding';
import { textEdits, touches } from '../../core/editing/ranges';
import type { Reading } from '../../core/editing/reading';
import type { Edit } from '../../core/text/edit';
import { completeEdits } from './complete-form';
import { diagnosticsOf } from './diagnostics';
import { rewritesAt } from './rewrites';
import { silenceEdit } from './silence';

export const fixAllKind = `${CodeActionKind.SourceFixAll}.nianbao`;
export const completeKind = `${CodeActionKind.Source}.complete.nianbao`;
export const rewriteKind = `${CodeActionKind.RefactorRewrite}.nianbao`;

export interface ActionOptions {
  only: readonly string[] | undefined;
  /** True if the client supports snippets in edits. */
  snippets: boolean;
}

/**
 * The actions for a range: quick fixes of its findings, one by one or all of one code; comments that silence them; computing
 * and rewriting its table. And for the whole report: restoring the form, and inserting what is missing.
 */
export function codeActionsOf(reading: Reading, range: Range, { only, snippets }: ActionOptions): CodeAction[] {
  const wanted = (kind: string) => !only || only.some((asked) => kind === asked || kind.startsWith(`${asked}.`));
  const actions: CodeAction[] = [];
  if (wanted(CodeActionKind.QuickFix)) actions.push(...quickFixes(reading, range, snippets));
  if (wanted(rewriteKind))
    for (const { title, edits } of rewritesAt(reading, range)) actions.push({ title, kind: rewriteKind, edit: changes(reading, edits) });
  // Actions for the whole report are offered beside others, or if the client asks for their kind.
  const whole = (kind: string, title: string, edits: readonly Edit[]) => {
    if (wanted(kind) && edits.length > 0 && (only || actions.length > 0)) actions.push({ title, kind, edit: changes(reading, edits) });
  };
  whole(fixAllKind, t('Correct the form throughout (labels, headings, marks; no figures)'), fixAllEdits(reading.findings));
  whole(completeKind, t('Insert all missing chapters and tables'), completeEdits(reading.report));
  return actions;
}

function quickFixes(reading: Reading, range: Range, snippets: boolean): CodeAction[] {
  const { document, findings } = reading;
  const diagnostics = diagnosticsOf(reading, true);
  const here = findings.flatMap((finding, index) =>
    touches(document, range, finding) ? [{ finding, diagnostic: diagnostics[index] }] : [],
  );
  const fixes = here.flatMap(({ finding, diagnostic }) =>
    (finding.fixes ?? []).map(({ title, edits }) => quickFix(reading, [diagnostic], title, edits, finding.fixes?.length === 1)),
  );
  const ofAKind = [...new Set(here.map(({ finding }) => finding.code))].flatMap((code) => {
    const { edits, count } = compatibleFixes(findings.filter((finding) => finding.code === code && finding.fixes?.length === 1));
    const of = diagnostics.filter((diagnostic) => diagnostic.code === code);
    return count > 1 ? [quickFix(reading, of, t('Apply the fixes of all {0} findings “{1}”', count, checkName(code)), edits, false)] : [];
  });
  // One comment silences all findings of a check on a line.
  const silenced = here.filter(
    ({ finding, diagnostic: { range } }, index) =>
      here.findIndex((other) => other.finding.code === finding.code && other.diagnostic.range.start.line === range.start.line) === index,
  );
  const silence = silenced.map(({ finding, diagnostic }): CodeAction => {
    const { edit, insertText } = silenceEdit(reading.report.document, finding);
    const title = t('Ignore “{0}” here', checkName(finding.code));
    const [textEdit] = textEdits(document, [edit]);
    const snippetEdit = { range: textEdit.range, snippet: { kind: 'snippet' as const, value: insertText } };
    const edits = snippets ? [snippetEdit] : [textEdit];
    const documentEdit = { textDocument: { uri: document.uri, version: document.version }, edits };
    const workspaceEdit: WorkspaceEdit = snippets ? { documentChanges: [documentEdit] } : changes(reading, [edit]);
    return { title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], edit: workspaceEdit };
  });
  return [...fixes, ...ofAKind, ...silence];
}

function quickFix(reading: Reading, diagnostics: Diagnostic[], title: string, edits: readonly Edit[], isPreferred: boolean): CodeAction {
  return { title, kind: CodeActionKind.QuickFix, diagnostics, isPreferred, edit: changes(reading, edits) };
}

function changes({ document }: Reading, edits: readonly Edit[]): WorkspaceEdit {
  return { changes: { [document.uri]: textEdits(document, edits) } };
}

/**
 * The edits of all fixes that restore the form; of fixes that overlap, the first. Fixes that change a figure are left out:
 * the office states its figures, so a person must confirm each change.
 */
export function fixAllEdits(findings: readonly CheckedFinding[]): Edit[] {
  return compatibleFixes(findings.filter(({ fixes }) => fixes?.length === 1 && fixes[0].restoresForm)).edits;
}

/** The edits of the first fix of each finding, without fixes that overlap an earlier one, and how many fixes they are. */
function compatibleFixes(findings: readonly CheckedFinding[]): { edits: Edit[]; count: number } {
  const edits: Edit[] = [];
  let count = 0;
  for (const { fixes } of findings) {
    const own = fixes?.[0].edits ?? [];
    if (own.some((edit) => edits.some((other) => collide(edit, other)))) continue;
    edits.push(...own);
    count++;
  }
  return { edits, count };
}

/** True if two edits can't both be made. Two insertions at one offset can. */
function collide(a: Edit, b: Edit): boolean {
  const bothInsert = a.start === a.end && b.start === b.end;
  return !bothInsert && a.start <= b.end && b.start <= a.end;
}
