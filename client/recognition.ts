import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { later } from './load';
import { languageId } from './server';

/** Languages of texts that may be reports. */
const candidates = new Set(['plaintext', 'markdown']);
/** How many characters of a text are read. The title, a few chapters and the first table of a report are well within them. */
const mostRead = 50_000;
/** Time without a keystroke before a text is read again, in milliseconds. */
const calm = 1000;
const setting = 'nianbao.recognition';
const answers = 'nianbao.recognised';

/** The user's answer for a file, kept in the workspace's state. */
type Consent = 'yes' | 'no';

/**
 * Offers to treat a text as a report if its content looks like one. Does so without asking if the setting is `always`, or if
 * the user agreed before. Reads only files of the workspace and untitled texts in the active tab, not what other extensions,
 * a diff or a search open.
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
  /** Open texts for which the user is not asked again. */
  private readonly settled = new WeakSet<vscode.TextDocument>();
  /** Files for which the user is not asked again before the next start. */
  private readonly asked = new Set<string>();
  /** Texts that are now reports. */
  private readonly reports = new WeakSet<vscode.TextDocument>();
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly memory: vscode.Memento) {}

  dispose(): void {
    clearTimeout(this.timer);
  }

  /** Called for a text that was opened, or whose language has changed. */
  opened(document: vscode.TextDocument): void {
    if (document.languageId === languageId) this.reports.add(document);
    else if (this.reports.delete(document)) {
      // The user has set another language: it is not a report.
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
    if (!document || !candidates.has(document.languageId) || !belongsToUser(document) || this.settled.has(document)) return;
    const mode = vscode.workspace.getConfiguration('nianbao', document).get<string>('recognition', 'ask');
    const answer = this.answerFor(document);
    const name = document.uri.toString();
    if (mode === 'never' || answer === 'no' || (mode === 'ask' && !answer && this.asked.has(name))) return;
    if (answer === 'yes' || mode === 'always') {
      if (answer === 'yes' || (await looksLikeReport(document))) await setAsReport(document);
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
        await setAsReport(document);
        break;
      case no:
        await this.remember(document, 'no');
        break;
      case never:
        await askNever();
        break;
    }
  }

  private answerFor({ uri, isUntitled }: vscode.TextDocument): Consent | undefined {
    return isUntitled ? undefined : this.memory.get<Record<string, Consent>>(answers, {})[uri.toString()];
  }

  /** Untitled texts have no answer: other texts will have the same name. */
  private async remember({ uri, isUntitled }: vscode.TextDocument, answer: Consent | undefined): Promise<void> {
    if (isUntitled) return;
    await this.memory.update(answers, { ...this.memory.get<Record<string, Consent>>(answers, {}), [uri.toString()]: answer });
  }
}

/** The text in the active tab, unless that is a diff. */
function textInFront(): vscode.TextDocument | undefined {
  const document = vscode.window.activeTextEditor?.document;
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  return document && input instanceof vscode.TabInputText && input.uri.toString() === document.uri.toString() ? document : undefined;
}

/** True if a text is untitled or in the workspace, or if no workspace is open. */
function belongsToUser({ uri, isUntitled }: vscode.TextDocument): boolean {
  if (isUntitled || vscode.workspace.getWorkspaceFolder(uri)) return true;
  return !vscode.workspace.workspaceFolders?.length && (uri.scheme === 'file' || uri.scheme === 'vscode-remote');
}

async function setAsReport(document: vscode.TextDocument): Promise<void> {
  if (!document.isClosed && candidates.has(document.languageId)) await vscode.languages.setTextDocumentLanguage(document, languageId);
}

async function askNever(): Promise<void> {
  await vscode.workspace.getConfiguration().update(setting, 'never', vscode.ConfigurationTarget.Global);
  const open = t('Open Settings');
  const told = t('Texts will no longer be asked about. The setting “{0}” turns the question on again.', setting);
  if ((await vscode.window.showInformationMessage(told, open)) === open)
    await vscode.commands.executeCommand('workbench.action.openSettings', setting);
}

/** True if a text is a report. Loads the engine only if the text mentions 信息公开. */
async function looksLikeReport(document: vscode.TextDocument): Promise<boolean> {
  const text = document.getText(new vscode.Range(document.positionAt(0), document.positionAt(mostRead)));
  if (!/信息公开/.test(text)) return false;
  const { readReport } = await later();
  return readReport(text).isReport;
}
