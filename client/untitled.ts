import { homedir } from 'node:os';
import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { fileName, freeName } from '../core/writing/file-name';
import { languageId } from './server';

/** Where a new report belongs: the workspace, or the user's own folder where none is open. */
export function usualFolder(): vscode.Uri {
  return vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.file(homedir());
}

/** Whether an untitled text can be told to become a file there: the editor takes any other scheme for a local one. */
export function isSavable({ scheme }: vscode.Uri): boolean {
  return scheme === 'file' || scheme === 'vscode-remote';
}

/** A place for a report in a folder, with its title as its name; where a file or an open text has that, a number follows. */
export async function freePlace(title: string, folder = usualFolder()): Promise<vscode.Uri> {
  const uriOf = (name: string) => vscode.Uri.joinPath(folder, `${name}.${languageId}`);
  const name = await freeName(fileName(title) || t('Annual report'), async (each) => {
    const uri = uriOf(each);
    return openAt(uri).length > 0 || (await exists(uri));
  });
  return uriOf(name);
}

/** The texts that are open at a place, as files or still untitled. Some file systems take letters of either case for the same. */
export function openAt({ path }: vscode.Uri): vscode.TextDocument[] {
  return vscode.workspace.textDocuments.filter(({ uri }) => uri.path.toLowerCase() === path.toLowerCase());
}

/** An unsaved report that proposes its title as its name, in a folder. */
export async function untitled(title: string, text: string, folder = usualFolder()): Promise<vscode.TextDocument> {
  if (!isSavable(folder)) return vscode.workspace.openTextDocument({ language: languageId, content: text });
  const place = await freePlace(title, folder);
  const document = await vscode.workspace.openTextDocument(place.with({ scheme: 'untitled' }));
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
