import * as assert from 'node:assert';
import { existsSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
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

/** True if a host can press keys and look at the screen. */
export const hosted = vscode.env.uiKind === vscode.UIKind.Web;

let asked = 0;

type HostAction = 'screenshot' | 'picture' | 'click' | 'press' | 'type' | 'keys' | 'viewport' | 'hover' | 'preview' | 'workbench';

/** Has the host do what can't be done from inside the editor; undefined where there is none. `seconds`: the longest it may take. */
export async function host<T>(action: HostAction, argument: string, seconds = 30): Promise<T | undefined> {
  if (!hosted) return undefined;
  const id = ++asked;
  const reply = path.join(__dirname, '..', 'host', `${id}.json`);
  console.log(`host ${id} ${action} ${argument}`);
  const { value } = await until(
    `the host's reply to ${action}`,
    () => (existsSync(reply) ? (JSON.parse(readFileSync(reply, 'utf8')) as { value: T | { error: string } }) : undefined),
    seconds,
  );
  if (typeof value === 'object' && value !== null && 'error' in value) throw new Error(value.error);
  return value as T;
}

/** Puts texts on the real clipboard, by their types. */
export async function clipboard(texts: Readonly<Record<string, string>>): Promise<void> {
  const blobs = Object.entries(texts).map(([type, text]) => `'${type}': new Blob([${JSON.stringify(text)}], { type: '${type}' })`);
  await host('workbench', `navigator.clipboard.write([new ClipboardItem({ ${blobs.join(', ')} })])`);
}

/** Presses real keys one after the other, `delay` milliseconds apart. A key is a character or a name such as `Shift+Tab`. */
export async function pressKeys(keys: readonly string[], delay = 0): Promise<void> {
  await host('keys', JSON.stringify({ keys, delay }), 60 + (keys.length * (delay + 50)) / 1000);
}

/** Evaluates a script in the preview's page until it gives something. */
export function inPreview<T>(what: string, script: string): Promise<T> {
  return until(what, async () => (await host<T | null>('preview', script)) || undefined);
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** A picture of the window, where there is a host to take it. */
export async function screenshot(name: string): Promise<void> {
  await pause(700);
  await host('screenshot', name);
}

/** A picture of the parts of the window that the selectors name, together. */
export async function picture(name: string, ...selectors: string[]): Promise<void> {
  await pause(700);
  await host('picture', JSON.stringify({ name, selectors }));
}

export function applied(document: vscode.TextDocument, edit: vscode.WorkspaceEdit): Thenable<boolean> {
  assert.ok(edit.get(document.uri).length > 0, 'the action edits the document');
  return vscode.workspace.applyEdit(edit);
}
