import * as vscode from 'vscode';
import { languageId } from './server';

/** An unsaved report that proposes its own name, in the folder, or beside the workspace's other reports. */
export async function untitled(
  name: string,
  text: string,
  folder = vscode.workspace.workspaceFolders?.[0]?.uri,
): Promise<vscode.TextDocument> {
  const safe = name.replace(/[\\/:*?"<>|]/g, '');
  const uri = folder && vscode.Uri.joinPath(folder, `${safe}.${languageId}`);
  const isFree = uri && !vscode.workspace.textDocuments.some((each) => each.uri.path === uri.path) && !(await exists(uri));
  if (!uri || !isFree) return vscode.workspace.openTextDocument({ language: languageId, content: text });
  const document = await vscode.workspace.openTextDocument(uri.with({ scheme: 'untitled' }));
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, new vscode.Position(0, 0), text);
  await vscode.workspace.applyEdit(edit);
  return vscode.languages.setTextDocumentLanguage(document, languageId);
}

export async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
