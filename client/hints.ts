import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { HintRow } from '../server/protocol';

/** How long the cursor must rest in another row before its hints are shown, in milliseconds. */
const delay = 120;

/**
 * Shows inlay hints only in the rows of the cursors, unless a setting asks for all: a request for hints does not say where
 * the cursor is. A document in a diff editor, or one that is read-only, gets none.
 */
export class Hints implements vscode.Disposable {
  private readonly subscriptions: vscode.Disposable[];
  private readonly lines = new WeakMap<vscode.TextEditor, string>();
  private timer: NodeJS.Timeout | undefined;

  /** `languageId`: of documents with hints; `client`: the running client, if any. */
  constructor(
    private readonly languageId: string,
    private readonly client: () => LanguageClient | undefined,
  ) {
    this.subscriptions = [
      vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
        if (textEditor.document.languageId !== languageId) return;
        const lines = selections.map(({ active }) => active.line).join();
        if (this.lines.get(textEditor) === lines) return;
        this.lines.set(textEditor, lines);
        if (asked(textEditor.document) === 'cursor') this.refreshSoon();
      }),
      vscode.window.onDidChangeVisibleTextEditors(() => this.refreshSoon()),
      vscode.window.tabGroups.onDidChangeTabs(() => this.refreshSoon()),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('nianbao.inlayHints.rows')) this.refreshSoon();
      }),
    ];
  }

  dispose(): void {
    clearTimeout(this.timer);
    for (const each of this.subscriptions) each.dispose();
  }

  /** Selects the hints to show in a document from those of the server. */
  async provide(
    document: vscode.TextDocument,
    ask: () => vscode.ProviderResult<vscode.InlayHint[]>,
  ): Promise<vscode.InlayHint[] | null | undefined> {
    if (!isWritable(document) || isCompared(document)) return [];
    const hints = await ask();
    if (asked(document) === 'all') return hints;
    const lines = vscode.window.visibleTextEditors
      .filter((editor) => editor.document === document)
      .flatMap(({ selections }) => selections.map(({ active }) => active.line));
    return hints?.filter((hint) => {
      const { first, last } = rowOf(hint);
      return lines.some((line) => line >= first && line <= last);
    });
  }

  private refreshSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.refresh(), delay);
  }

  private refresh(): void {
    const feature = this.client()?.getFeature('textDocument/inlayHint');
    const shown = vscode.window.visibleTextEditors.find(({ document }) => document.languageId === this.languageId);
    if (shown) feature?.getProvider(shown.document)?.onDidChangeInlayHints.fire();
  }
}

function asked(document: vscode.TextDocument): 'cursor' | 'all' {
  return vscode.workspace.getConfiguration('nianbao.inlayHints', document).get('rows') === 'all' ? 'all' : 'cursor';
}

/** The lines of the row that a hint belongs to; its own line if the server does not say. */
function rowOf(hint: vscode.InlayHint & { data?: HintRow }): HintRow {
  return hint.data ?? { first: hint.position.line, last: hint.position.line };
}

function isWritable({ uri: { scheme } }: vscode.TextDocument): boolean {
  return scheme === 'untitled' || vscode.workspace.fs.isWritableFileSystem(scheme) === true;
}

/** True if a visible diff editor shows the document. */
function isCompared({ uri }: vscode.TextDocument): boolean {
  return vscode.window.tabGroups.all.some(({ activeTab }) => {
    const input = activeTab?.input;
    return input instanceof vscode.TabInputTextDiff && [input.original, input.modified].some((side) => side.toString() === uri.toString());
  });
}
