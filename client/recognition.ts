import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { later } from './load';
import { languageId } from './server';

/** Texts that may be reports though their names do not say so. */
const candidates = new Set(['plaintext', 'markdown']);
/** Title, chapters and the first table of a report stand well within this many characters. */
const mostRead = 50_000;
/** Time without a keystroke before a text is looked at again, in milliseconds. */
const calm = 1000;
const setting = 'nianbao.recognition';
const answers = 'nianbao.recognised';

/** What the user has said of a file, which is kept with the workspace. */
type Answer = 'yes' | 'no';

/**
 * Offers to treat a text as a report when its content looks like one; does so at once if the setting says `always`, or if
 * it was agreed to before. Looked at are the files of the workspace and untitled texts that the user has in front of them;
 * not what other code, a diff or a search opens.
 */
export function registerRecognition(context: vscode.ExtensionContext): vscode.Disposable {
  const recognition = new Recognition(context.workspaceState);
  const look = () => recognition.look();
  look();
  return vscode.Disposable.from(
    recognition,
    vscode.window.onDidChangeActiveTextEditor(look),
    vscode.window.tabGroups.onDidChangeTabs(look),
    vscode.workspace.onDidOpenTextDocument((document) => recognition.opened(document)),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (document === textInFront()) recognition.lookSoon();
    }),
  );
}

class Recognition implements vscode.Disposable {
  /** Texts that are not asked about again while they are open. */
  private readonly settled = new WeakSet<vscode.TextDocument>();
  /** Files that are not asked about again before the next start. */
  private readonly asked = new Set<string>();
  /** Texts that are reports by now. */
  private readonly reports = new WeakSet<vscode.TextDocument>();
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly memory: vscode.Memento) {}

  dispose(): void {
    clearTimeout(this.timer);
  }

  /** A text that has been opened, or whose language has changed. */
  opened(document: vscode.TextDocument): void {
    if (document.languageId === languageId) this.reports.add(document);
    else if (this.reports.delete(document)) {
      // The user says that it is none.
      this.settled.add(document);
      if (this.answerFor(document) === 'yes') this.remember(document, undefined);
    }
    this.look();
  }

  lookSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.look(), calm);
  }

  async look(): Promise<void> {
    const document = textInFront();
    if (!document || !candidates.has(document.languageId) || !isOwn(document) || this.settled.has(document)) return;
    const mode = vscode.workspace.getConfiguration('nianbao', document).get<string>('recognition', 'ask');
    const answer = this.answerFor(document);
    const name = document.uri.toString();
    if (mode === 'never' || answer === 'no' || (mode === 'ask' && !answer && this.asked.has(name))) return;
    if (answer === 'yes' || mode === 'always') {
      if (answer === 'yes' || (await looksLikeReport(document))) await check(document);
      return;
    }
    if (!(await looksLikeReport(document)) || this.settled.has(document) || this.asked.has(name) || document !== textInFront()) return;
    this.settled.add(document);
    if (!document.isUntitled) this.asked.add(name);
    await this.ask(document);
  }

  private async ask(document: vscode.TextDocument): Promise<void> {
    const yes = t('Check it');
    const no = t('Don’t check this file');
    const never = t('Never ask again');
    const name = document.uri.path.split('/').at(-1) ?? '';
    const question = t('“{0}” looks like an annual report on government information disclosure. Check it as one?', name);
    switch (await vscode.window.showInformationMessage(question, yes, no, never)) {
      case yes:
        await this.remember(document, 'yes');
        await check(document);
        break;
      case no:
        await this.remember(document, 'no');
        break;
      case never:
        await askNever();
        break;
    }
  }

  private answerFor({ uri, isUntitled }: vscode.TextDocument): Answer | undefined {
    return isUntitled ? undefined : this.memory.get<Record<string, Answer>>(answers, {})[uri.toString()];
  }

  /** The name of an untitled text says nothing: another will have it. */
  private async remember({ uri, isUntitled }: vscode.TextDocument, answer: Answer | undefined): Promise<void> {
    if (isUntitled) return;
    await this.memory.update(answers, { ...this.memory.get<Record<string, Answer>>(answers, {}), [uri.toString()]: answer });
  }
}

/** The text that the user looks at as a text: the one in the active tab, which is no diff. */
function textInFront(): vscode.TextDocument | undefined {
  const document = vscode.window.activeTextEditor?.document;
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  return document && input instanceof vscode.TabInputText && input.uri.toString() === document.uri.toString() ? document : undefined;
}

/** Whether a text is the user's own: untitled, or of the workspace; a file that was opened where there is no workspace. */
function isOwn({ uri, isUntitled }: vscode.TextDocument): boolean {
  if (isUntitled || vscode.workspace.getWorkspaceFolder(uri)) return true;
  return !vscode.workspace.workspaceFolders?.length && (uri.scheme === 'file' || uri.scheme === 'vscode-remote');
}

async function check(document: vscode.TextDocument): Promise<void> {
  if (!document.isClosed && candidates.has(document.languageId)) await vscode.languages.setTextDocumentLanguage(document, languageId);
}

async function askNever(): Promise<void> {
  await vscode.workspace.getConfiguration().update(setting, 'never', vscode.ConfigurationTarget.Global);
  const open = t('Open Settings');
  const told = t('Texts will no longer be asked about. The setting “{0}” turns the question on again.', setting);
  if ((await vscode.window.showInformationMessage(told, open)) === open)
    await vscode.commands.executeCommand('workbench.action.openSettings', setting);
}

/** The engine is loaded only for a text that speaks of the matter at all. */
async function looksLikeReport(document: vscode.TextDocument): Promise<boolean> {
  const text = document.getText(new vscode.Range(document.positionAt(0), document.positionAt(mostRead)));
  if (!/信息公开/.test(text)) return false;
  const { readReport } = await later();
  return readReport(text).isReport;
}
