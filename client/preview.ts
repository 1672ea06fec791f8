import { randomBytes } from 'node:crypto';
import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { escapeHtml } from '../core/writing/html';
import { previewRequest } from '../server/protocol';
import type { ReportAtHand } from './at-hand';
import { activeReport } from './commands';
import { languageId, type Server } from './server';
import { textShare } from './share';
import { done } from './walkthrough';
import type { FromPreview, ToPreview } from './webview/preview/messages';

const viewType = 'nianbao.preview';
/** Time without a keystroke before the preview follows, in milliseconds. */
const delay = 80;
/** Time in which the other side's scrolling is taken for an echo of one's own, in milliseconds. */
const echo = 300;

/** Most lines that are looked at for rows of tables. */
const mostLines = 5000;

/** One preview, beside the text; it follows the report that is being edited. */
export function registerPreview(server: Server, context: vscode.ExtensionContext, atHand: ReportAtHand): vscode.Disposable {
  let preview: Preview | undefined;
  const show = (document: vscode.TextDocument, panel?: vscode.WebviewPanel) => {
    if (!preview) {
      const isAlone = !panel && vscode.window.tabGroups.all.length === 1;
      preview = new Preview(server, context.extensionUri, panel ?? createPanel(), document, isAlone);
      preview.onDidClose(() => {
        preview = undefined;
      });
    } else {
      preview.follow(document);
      preview.reveal();
    }
  };
  return vscode.Disposable.from(
    vscode.commands.registerCommand('nianbao.preview', async () => {
      const editor = await atHand.show();
      if (!editor) return;
      show(editor.document);
      done('look');
    }),
    vscode.commands.registerCommand('nianbao.print', () => print(server, context, atHand)),
    vscode.window.registerWebviewPanelSerializer(viewType, {
      async deserializeWebviewPanel(panel: vscode.WebviewPanel, state: { uri?: string } | undefined) {
        const document = state?.uri ? await vscode.workspace.openTextDocument(vscode.Uri.parse(state.uri)) : activeReport()?.document;
        if (document) show(document, panel);
        else panel.dispose();
      },
    }),
    { dispose: () => preview?.dispose() },
  );
}

function createPanel(): vscode.WebviewPanel {
  return vscode.window.createWebviewPanel(
    viewType,
    t('Preview'),
    { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
    { enableFindWidget: true },
  );
}

/** What `vscode.getEditorLayout` tells: groups side by side (0) or one above the other (1), sizes in CSS pixels. */
interface EditorLayout {
  orientation: 0 | 1;
  groups: { size?: number; groups?: unknown }[];
}

class Preview {
  private readonly closed = new vscode.EventEmitter<void>();
  readonly onDidClose = this.closed.event;
  private readonly subscriptions: vscode.Disposable[] = [];
  private timer: NodeJS.Timeout | undefined;
  /** Until when movements of the text come from the preview, and go not back to it. */
  private quietUntil = 0;
  /** A panel that is closed must not be touched, not even by what began before. */
  private isClosed = false;

  constructor(
    private readonly server: Server,
    extensionUri: vscode.Uri,
    private readonly panel: vscode.WebviewPanel,
    private document: vscode.TextDocument,
    /** The text and this preview are the only groups of editors, and their widths not yet chosen. */
    private isNewSplit: boolean,
  ) {
    const folder = vscode.Uri.joinPath(extensionUri, 'dist');
    panel.webview.options = { enableScripts: true, localResourceRoots: [folder] };
    panel.webview.html = page(panel.webview, folder);
    this.subscriptions.push(
      panel.onDidDispose(() => this.dispose()),
      panel.webview.onDidReceiveMessage((message: FromPreview) => this.receive(message)),
      vscode.workspace.onDidChangeTextDocument(({ document: changed }) => {
        if (changed === this.document) this.updateSoon();
      }),
      vscode.languages.onDidChangeDiagnostics(({ uris }) => {
        if (uris.some((uri) => uri.toString() === this.document.uri.toString())) this.updateSoon();
      }),
      vscode.window.onDidChangeActiveTextEditor((editor) => {
        if (editor?.document.languageId === languageId) this.follow(editor.document);
      }),
      vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor, visibleRanges: [visible] }) => {
        if (visible && textEditor.document === this.document && Date.now() > this.quietUntil)
          this.post({ kind: 'scroll', line: visible.start.line });
      }),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections: [selection] }) => {
        if (textEditor.document !== this.document || !selection) return;
        this.post({ kind: 'cursor', line: selection.active.line, character: selection.active.character });
      }),
    );
  }

  reveal(): void {
    this.panel.reveal(undefined, true);
  }

  follow(document: vscode.TextDocument): void {
    if (document === this.document) return;
    this.document = document;
    this.update();
  }

  dispose(): void {
    this.isClosed = true;
    clearTimeout(this.timer);
    for (const each of this.subscriptions.splice(0)) each.dispose();
    this.panel.dispose();
    this.closed.fire();
    this.closed.dispose();
  }

  private post(message: ToPreview): void {
    // The panel may be closed while the message is on its way.
    this.panel.webview.postMessage(message).then(undefined, () => undefined);
  }

  private updateSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.update(), delay);
  }

  private async update(): Promise<void> {
    const { document } = this;
    const uri = document.uri.toString();
    const preview = await this.server.ask(previewRequest, { textDocument: { uri } });
    if (!preview || this.isClosed || document !== this.document) return;
    this.panel.title = t('Preview: {0}', preview.title);
    const summary = preview.findings > 0 ? t('{0} findings', preview.findings) : t('No findings');
    this.post({ kind: 'show', uri, html: preview.html, summary });
    const line = this.editor()?.visibleRanges[0]?.start.line;
    if (line !== undefined && line > 0) this.post({ kind: 'scroll', line });
  }

  /** Gives the text, of the width that both groups have, as much as the rows of its tables need. */
  private async split(): Promise<void> {
    const { orientation, groups } = await vscode.commands.executeCommand<EditorLayout>('vscode.getEditorLayout');
    const isBeside = orientation === 0 && groups.length === 2 && groups.every((group) => !group.groups);
    if (this.isClosed || !isBeside || this.panel.viewColumn !== vscode.ViewColumn.Two) return;
    const { document } = this;
    const total = groups.reduce((sum, { size = 0 }) => sum + size, 0);
    const fontSize = vscode.workspace.getConfiguration('editor', document).get('fontSize', 14);
    const lines = Array.from({ length: Math.min(document.lineCount, mostLines) }, (_, line) => document.lineAt(line).text);
    const share = textShare(lines, { total, beside: besideText(fontSize), fontSize });
    if (share > 0.5)
      await vscode.commands.executeCommand('vscode.setEditorLayout', { orientation: 0, groups: [{ size: share }, { size: 1 - share }] });
  }

  private editor(): vscode.TextEditor | undefined {
    return vscode.window.visibleTextEditors.find((editor) => editor.document === this.document);
  }

  private async receive(message: FromPreview): Promise<void> {
    switch (message.kind) {
      case 'ready':
        if (this.isNewSplit) await this.split();
        this.isNewSplit = false;
        await this.update();
        break;
      case 'scrolled':
        this.quietUntil = Date.now() + echo;
        this.editor()?.revealRange(new vscode.Range(message.line, 0, message.line, 0), vscode.TextEditorRevealType.AtTop);
        break;
      case 'clicked': {
        const [startLine, startCharacter, endLine, endCharacter] = message.range;
        const selection = new vscode.Selection(startLine, startCharacter, endLine, endCharacter);
        const viewColumn = this.editor()?.viewColumn ?? vscode.ViewColumn.One;
        this.quietUntil = Date.now() + echo;
        const editor = await vscode.window.showTextDocument(this.document, { viewColumn, selection });
        editor.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
        break;
      }
    }
  }
}

/** What the editor shows beside the lines, in CSS pixels: their numbers, the marks for folding, the scroll bar. */
function besideText(fontSize: number): number {
  return 3 * 0.603 * fontSize + 44;
}

/** Opens the report as a page of its own in the browser, which can print it; where there is none at hand, saves that page. */
async function print(server: Server, context: vscode.ExtensionContext, atHand: ReportAtHand): Promise<void> {
  const document = (await atHand.show())?.document;
  const preview = document && (await server.ask(previewRequest, { textDocument: { uri: document.uri.toString() } }));
  if (!preview) return;
  const style = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(context.extensionUri, 'dist', 'preview-style.css'));
  const html = standalone(preview.title, new TextDecoder().decode(style), preview.html);
  const isDesktop = vscode.env.uiKind === vscode.UIKind.Desktop && !vscode.env.remoteName;
  const target = isDesktop
    ? vscode.Uri.joinPath(context.globalStorageUri, 'print.html')
    : await vscode.window.showSaveDialog({ title: t('Save the page to be printed'), filters: { HTML: ['html'] } });
  if (!target) return;
  await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(html));
  done('hand');
  if (isDesktop) await vscode.env.openExternal(target);
}

function standalone(title: string, style: string, body: string): string {
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
<main>${body}</main>
</body>
</html>
`;
}

/** The page around the report: nothing in it comes from anywhere but the extension, and no script runs but its own. */
function page(webview: vscode.Webview, folder: vscode.Uri): string {
  const nonce = randomBytes(16).toString('hex');
  const style = webview.asWebviewUri(vscode.Uri.joinPath(folder, 'preview-style.css'));
  const script = webview.asWebviewUri(vscode.Uri.joinPath(folder, 'preview.js'));
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${style}">
<title>Nianbao</title>
</head>
<body>
<main id="report"></main>
<div id="status" role="status"></div>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>`;
}
