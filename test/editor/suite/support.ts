import * as assert from 'node:assert';
import * as vscode from 'vscode';

export const extensionId = 'nianbao.nianbao';

export function fileUri(name: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder, 'a workspace is open');
  return vscode.Uri.joinPath(folder.uri, name);
}

/** Waits until `probe` gives something. */
export async function until<T>(what: string, probe: () => T | undefined | Promise<T | undefined>, seconds = 30): Promise<T> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const found = await probe();
    if (found !== undefined) return found;
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

export function ours(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter((diagnostic) => diagnostic.source === 'nianbao');
}

export function codeOf(diagnostic: vscode.Diagnostic): string {
  const { code } = diagnostic;
  return String(typeof code === 'object' ? code.value : code);
}

export function findingsWhen(uri: vscode.Uri, holds: (found: vscode.Diagnostic[]) => boolean): Promise<vscode.Diagnostic[]> {
  return until(`findings in ${uri.path}`, () => {
    const found = ours(uri);
    return holds(found) ? found : undefined;
  });
}

export async function open(name: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(fileUri(name)));
}

/** An untitled report with this text. */
export async function openText(content: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'nianbao', content }));
}

/** Has the host take a picture of the window, if it can. */
export async function screenshot(name: string): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 700));
  console.log(`screenshot ${name}`);
  await new Promise((resolve) => setTimeout(resolve, 1200));
}

export function applied(document: vscode.TextDocument, edit: vscode.WorkspaceEdit): Thenable<boolean> {
  assert.ok(edit.get(document.uri).length > 0, 'the action edits the document');
  return vscode.workspace.applyEdit(edit);
}
