import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { later } from './load';
import { shownScheme } from './shown-text';

/** Texts that may be reports though their names do not say so. */
const candidates = new Set(['plaintext', 'markdown']);
/** Title, chapters and the first table of a report stand well within this many characters. */
const mostRead = 50_000;
const declined = 'nianbao.declined';

/**
 * Offers to treat a text as a report when its content looks like one; does so at once if the setting says `always`. A
 * file for which it was declined is not asked about again.
 */
export async function offerLanguage(document: vscode.TextDocument, context: vscode.ExtensionContext): Promise<void> {
  const { scheme } = document.uri;
  if (!candidates.has(document.languageId) || scheme === 'output' || scheme === shownScheme) return;
  const mode = vscode.workspace.getConfiguration('nianbao', document).get<string>('recognition', 'ask');
  if (mode === 'never' || !(await looksLikeReport(document.getText().slice(0, mostRead)))) return;
  if (mode !== 'always') {
    const before = context.workspaceState.get<string[]>(declined, []);
    if (before.includes(document.uri.toString())) return;
    const yes = t('Check it');
    const no = t('Not this file');
    const name = document.uri.path.split('/').at(-1) ?? '';
    const answer = await vscode.window.showInformationMessage(
      t('“{0}” looks like an annual report on government information disclosure. Check it as one?', name),
      yes,
      no,
    );
    if (answer === no) await context.workspaceState.update(declined, [...before, document.uri.toString()]);
    if (answer !== yes) return;
  }
  if (!document.isClosed) await vscode.languages.setTextDocumentLanguage(document, 'nianbao');
}

/** The engine is loaded only for a text that speaks of the matter at all. */
async function looksLikeReport(text: string): Promise<boolean> {
  if (!/信息公开/.test(text)) return false;
  const { readReport } = await later();
  return readReport(text).isReport;
}
