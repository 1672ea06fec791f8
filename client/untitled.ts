import { homedir } from 'node:os';
import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { fileName, freeName } from '../core/writing/file-name';
import { languageId } from './server';

/** The folder for new reports: the workspace's, or the user's home folder if no workspace is open. */
export function usualFolder(): vscode.Uri {
  return vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.file(homedir());
}

/** True if an untitled text can be given a path in that folder. VS Code treats other schemes as local files. */
export function isSavable({ scheme }: vscode.Uri): boolean {
  return scheme === 'file' || scheme === 'vscode-remote';
}

/** The URI for a report in a folder, named by its title, with a number if a file or an open text has that name. */
export async function freePlace(title: string, folder = usualFolder()): Promise<vscode.Uri> {
  const uriOf = (name: string) => vscode.Uri.joinPath(folder, `${name}.${languageId}`);
  const name = await freeName(fileName(title) || t('Annual report'), async (each) => {
    const uri = uriOf(each);
    return openAt(uri).length > 0 || (await exists(uri));
  });
  return uriOf(name);
}

/** The texts that are open under a URI, as files or untitled. Ignores case, as some file systems do. */
export function openAt({ path }: vscode.Uri): vscode.TextDocument[] {
  return vscode.workspace.textDocuments.filter(({ uri }) => uri.path.toLowerCase() === path.toLowerCase());
}

/** Opens an unsaved report in a folder, named by its title. */
export async function untitled(title: string, text: string, folder = usualFolder()): Promise<vscode.TextDocument> {
  if (!isSavable(folder)) return vscode.workspace.openTextDocument({ language: languageId, content: text });
  const place = await freePlace(title, folder);
  const document = await vscode.workspace.openTextDocument(place.with({ scheme: 'untitled' }));
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, new vscode.Position(0, 0), text);
  await vscode.workspace.applyEdit(edit);
  return vscode.languages.setTextDocumentLanguage(document, languageId);
}

/** True if an untitled text has a path that it will be saved to. */
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
