import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { fileName } from '../core/writing/file-name';
import { later } from './load';
import { languageId } from './server';
import { exists, freePlace, hasPlace, isSavable, openAt, usualFolder } from './untitled';

/**
 * Ctrl+S in an untitled report. VS Code proposes the first line as the name, with its `#`, and has no API to change that, so
 * we ask for the place of a report that has none. VS Code saves one that has a place, and asks for it if no folder is open.
 * File > Save stays as it is.
 */
export function registerSave(): vscode.Disposable {
  return vscode.commands.registerCommand('nianbao.save', async () => {
    const editor = vscode.window.activeTextEditor;
    const document = editor?.document;
    if (!editor || !document?.isUntitled || document.languageId !== languageId)
      return vscode.commands.executeCommand('workbench.action.files.save');
    if (hasPlace(document))
      return vscode.commands.executeCommand(`workbench.action.files.${vscode.workspace.workspaceFolders?.length ? 'save' : 'saveAs'}`);
    const title = isSavable(usualFolder()) ? (await later()).titleOf(document.getText()) : '';
    return fileName(title) === '' ? vscode.commands.executeCommand('workbench.action.files.save') : saveUnder(editor, title);
  });
}

/** Saves a report under its title, or under a name that the user gives. Closes the untitled text only when all of it is saved. */
async function saveUnder({ document, selections, viewColumn }: vscode.TextEditor, title: string): Promise<void> {
  const target = await vscode.window.showSaveDialog({
    defaultUri: await freePlace(title),
    filters: { [t('Annual report')]: [languageId], [t('Texts')]: ['txt', 'md'] },
  });
  if (!target) return;
  // The dialog only warns about files.
  if (openAt(target).some(({ isUntitled, isDirty }) => isUntitled || isDirty)) {
    const name = target.path.split('/').at(-1) ?? '';
    vscode.window.showErrorMessage(t('{0} is open and not yet saved, so it was not replaced. Please choose another name.', name));
    return;
  }
  const { version } = document;
  const saved = await writeThroughEditor(target, document.getText());
  if (!saved) return;
  await vscode.window.showTextDocument(document, { viewColumn });
  // What was typed since is only in the untitled text.
  if (vscode.window.activeTextEditor?.document !== document || document.version !== version) return;
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  const opened = await vscode.window.showTextDocument(saved, { viewColumn });
  opened.selections = selections;
  opened.revealRange(selections[0], vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** Writes a text to a file through VS Code, in the file's encoding. undefined if it could not be saved completely. */
async function writeThroughEditor(target: vscode.Uri, text: string): Promise<vscode.TextDocument | undefined> {
  const document = await vscode.workspace.openTextDocument((await exists(target)) ? target : target.with({ scheme: 'untitled' }));
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text);
  await vscode.workspace.applyEdit(edit);
  const isWhole = withPlainEnds(document.getText()) === withPlainEnds(text);
  if (!isWhole || !(await document.save())) return undefined;
  const saved = await vscode.workspace.openTextDocument(target);
  return saved.languageId === languageId ? saved : await vscode.languages.setTextDocumentLanguage(saved, languageId);
}

function withPlainEnds(text: string): string {
  return text.replaceAll('\r\n', '\n');
}
