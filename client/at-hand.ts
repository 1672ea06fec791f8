import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { foreignEndings } from '../exchange/formats';
import { textEndings } from '../files/endings';
import { activeReport } from './commands';
import type { Converter } from './converter';
import { importFiles, isForeignFile } from './import';
import { askForSample } from './samples';
import { languageId } from './server';
import { exists } from './untitled';

const remembered = 'nianbao.lastReport';

/**
 * Finds the report that a command without arguments is about: the one in the active editor, else the last that was active.
 * A button of the walkthrough, a preview or a notification is pressed while no text editor is active.
 */
export class ReportAtHand implements vscode.Disposable {
  private readonly subscriptions: vscode.Disposable[];

  constructor(
    private readonly context: vscode.ExtensionContext,
    private readonly converter: Converter,
  ) {
    const note = (document: vscode.TextDocument | undefined) => {
      if (!document || document !== vscode.window.activeTextEditor?.document) return;
      const uri = document.uri.toString();
      if (document.languageId === languageId) this.context.workspaceState.update(remembered, uri);
      // The user has set another language: it is not a report.
      else if (uri === this.context.workspaceState.get(remembered)) this.context.workspaceState.update(remembered, undefined);
    };
    note(activeReport()?.document);
    this.subscriptions = [
      vscode.window.onDidChangeActiveTextEditor((editor) => {
        if (editor?.document.languageId === languageId) note(editor.document);
      }),
      // VS Code closes and reopens a document when its language changes.
      vscode.workspace.onDidOpenTextDocument(note),
    ];
  }

  /** Shows the report. If there is none, offers to open one; undefined if the user declines. */
  async show(): Promise<vscode.TextEditor | undefined> {
    const active = activeReport();
    if (active) return active;
    const last = await this.last();
    return last ? await showReport(last) : await this.offer();
  }

  private async last(): Promise<vscode.TextDocument | undefined> {
    const name = this.context.workspaceState.get<string>(remembered);
    if (name) {
      const uri = vscode.Uri.parse(name);
      const isThere = uri.scheme === 'untitled' ? hasTab(uri) : await exists(uri);
      if (isThere) return await vscode.workspace.openTextDocument(uri);
    }
    return vscode.workspace.textDocuments.find((document) => document.languageId === languageId && hasTab(document.uri));
  }

  private async offer(): Promise<vscode.TextEditor | undefined> {
    const sample = { label: t('$(beaker) Open a sample …'), open: () => askForSample(this.context.extensionUri) };
    const file = { label: t('$(folder-opened) Open a file …'), open: () => this.openFile() };
    const fresh = { label: t('$(new-file) New report …'), open: () => vscode.commands.executeCommand('nianbao.newReport') };
    const picked = await vscode.window.showQuickPick([sample, file, fresh], {
      title: t('No report is open'),
      placeHolder: t('Which report shall it be?'),
      ignoreFocusOut: true,
    });
    return (await picked?.open()) ? activeReport() : undefined;
  }

  private async openFile(): Promise<vscode.TextEditor | undefined> {
    const [uri] =
      (await vscode.window.showOpenDialog({
        title: t('Open report'),
        filters: { [t('Reports')]: [...textEndings, ...foreignEndings], [t('All files')]: ['*'] },
      })) ?? [];
    if (!uri) return undefined;
    if (!isForeignFile(uri)) return await showReport(await vscode.workspace.openTextDocument(uri));
    await importFiles(this.converter, [uri]);
    return activeReport();
  }

  dispose(): void {
    for (const each of this.subscriptions) each.dispose();
  }
}

/** True if a text is loaded and has a tab. A closed one may stay loaded for a while. */
function hasTab(uri: vscode.Uri): boolean {
  return tabOf(uri) !== undefined && vscode.workspace.textDocuments.some((document) => document.uri.toString() === uri.toString());
}

/** The tab of a text. */
function tabOf(uri: vscode.Uri): vscode.Tab | undefined {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .find(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === uri.toString());
}

async function showReport(document: vscode.TextDocument): Promise<vscode.TextEditor> {
  const report = document.languageId === languageId ? document : await vscode.languages.setTextDocumentLanguage(document, languageId);
  return await vscode.window.showTextDocument(report, { viewColumn: tabOf(report.uri)?.group.viewColumn, preview: false });
}
