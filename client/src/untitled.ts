import { homedir } from 'node:os';
import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { fileName, freeName } from '../../server/src/exchange/file-name';
import { languageId } from './server';

/** Where a new report belongs: the workspace, or the user's own folder where none is open. */
export function usualFolder(): vscode.Uri {
  return vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.file(homedir());
}

/** Whether an untitled text can be told to become a file there: the editor takes any other scheme for a local one. */
export function isSavable({ scheme }: vscode.Uri): boolean {
  return scheme === 'file' || scheme === 'vscode-remote';
}

/**
 * An unsaved report that proposes its title as its name, in a folder. A name that is taken gets a number.
 */
export async function untitled(title: string, text: string, folder = usualFolder()): Promise<vscode.TextDocument> {
  if (!isSavable(folder)) return vscode.workspace.openTextDocument({ language: languageId, content: text });
  const uriOf = (name: string) => vscode.Uri.joinPath(folder, `${name}.${languageId}`);
  const name = await freeName(fileName(title) || t('Annual report'), async (each) => {
    const uri = uriOf(each);
    return vscode.workspace.textDocuments.some(({ uri: { path } }) => path === uri.path) || (await exists(uri));
  });
  const document = await vscode.workspace.openTextDocument(uriOf(name).with({ scheme: 'untitled' }));
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, new vscode.Position(0, 0), text);
  await vscode.workspace.applyEdit(edit);
  return vscode.languages.setTextDocumentLanguage(document, languageId);
}

/** Whether an untitled text has a place that it is saved to. One without is asked about when it is saved. */
export function hasPlace({ uri }: vscode.TextDocument): boolean {
  return uri.path.includes('/');
}

export async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
