import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Step } from '../../core/report/steps';
import { activeReport } from '../commands';
import { later } from '../load';
import { AwaitedPastes } from './awaited-pastes';
import { InOrder } from './in-order';
import { TableTyping } from './table-typing';

/** What a key in a table does: types text, goes to a cell, runs a command of VS Code, or uses the clipboard. */
type Key =
  | { kind: 'text'; text: string }
  | { kind: 'step'; step: Step }
  | { kind: 'command'; command: string }
  | { kind: 'cut' | 'copy' | 'paste' | 'paste-text' };
/** An item of the queue of keys. */
type Turn = Exclude<Key, { kind: 'cut' | 'copy' | 'paste' | 'paste-text' }> | { kind: 'work'; work: Work };
type Work = (editor: vscode.TextEditor) => Promise<void>;

const steps = { 'nianbao.nextFigure': 'next', 'nianbao.previousFigure': 'previous', 'nianbao.figureBelow': 'below' } as const;

/**
 * Handles keys in tables. VS Code types at once, but our commands run in another process: a digit typed just after Tab would
 * go into the previous cell. So in a table, all keys that change a figure or move the cursor are queued here. The contexts
 * `nianbao.inTable` (for menus) and `nianbao.tableKeys` (for key bindings) are true while the cursor is in a table.
 */
export class TableKeys implements vscode.Disposable {
  private typing: TableTyping | undefined;
  private readonly keys = new InOrder<Turn>(
    (key) => this.perform(key),
    () => vscode.window.showWarningMessage(t('A key had no effect. Please look at the cell at the cursor.')),
  );
  private readonly pastes = new AwaitedPastes<Work>();
  private readonly inTable = new ContextKey('nianbao.inTable');
  private readonly tableKeys = new ContextKey('nianbao.tableKeys');
  private readonly subscriptions = vscode.Disposable.from(
    ...Object.entries(steps).map(([command, step]) =>
      vscode.commands.registerCommand(command, () => this.keys.add({ kind: 'step', step })),
    ),
    // All key bindings share one command: VS Code may run the first use of a command out of order.
    vscode.commands.registerCommand('nianbao.key', (key: Key) => this.press(key)),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (textEditor === vscode.window.activeTextEditor) this.look();
    }),
    vscode.window.onDidChangeActiveTextEditor(() => this.look()),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('nianbao.tableKeys')) this.look();
    }),
  );

  /** `pasteUnasked`: pastes if VS Code did not ask what to paste because the text has changed. */
  constructor(private readonly pasteUnasked: Work) {
    this.look();
  }

  /** True if a paste now goes into a table: a key was pressed in one, or the cursor is in one. */
  get pastesIntoTable(): boolean {
    return this.pastes.isAwaiting || this.inTable.value;
  }

  /** Pastes into the active report after the keys pressed before and before those pressed later. */
  paste(work: Work): void {
    if (!this.pastes.request(work)) this.keys.add({ kind: 'work', work });
  }

  private press(key: Key): void {
    switch (key.kind) {
      case 'cut':
      case 'copy':
        this.keys.add({ kind: 'work', work: (editor) => copy(editor, key.kind === 'cut') });
        break;
      case 'paste': {
        const pasted = this.pastes.key();
        this.keys.add({ kind: 'work', work: async (editor) => await ((await pasted) ?? this.pasteUnasked)(editor) });
        break;
      }
      case 'paste-text':
        this.keys.add({ kind: 'work', work: this.pasteUnasked });
        break;
      default:
        this.keys.add(key);
    }
  }

  async load(): Promise<TableTyping> {
    const engine = await later();
    this.typing ??= new TableTyping(engine, () => this.look());
    return this.typing;
  }

  private async perform(key: Turn): Promise<void> {
    const typing = this.typing ?? (await this.load());
    await typing.settled();
    // Commands and pastes start from what VS Code shows, so they wait until it is up to date.
    if (key.kind === 'command' || key.kind === 'work') await typing.idle();
    const editor = activeReport();
    if (!editor) {
      await withoutReport(key);
      return;
    }
    switch (key.kind) {
      case 'text':
        typing.type(editor, key.text);
        break;
      case 'step':
        typing.go(editor, key.step);
        break;
      case 'command':
        typing.run(editor, key.command);
        await typing.idle();
        break;
      case 'work':
        await key.work(editor);
        typing.run(editor, 'noop');
        await typing.idle();
        break;
    }
  }

  private look(): void {
    const { typing } = this;
    if (typing && !typing.isIdle) return;
    const editor = activeReport();
    if (editor && !typing) this.load().then(() => this.look());
    const isInTable = editor?.selections.length === 1 && !!typing?.isInTable(editor);
    this.inTable.value = isInTable;
    this.tableKeys.value = isInTable && vscode.workspace.getConfiguration('nianbao', editor.document).get('tableKeys', true);
  }

  dispose(): void {
    this.inTable.value = false;
    this.tableKeys.value = false;
    this.subscriptions.dispose();
    this.typing?.dispose();
  }
}

/** Performs a key that was pressed in a report when another text is active by now: VS Code handles it as usual. */
async function withoutReport(key: Turn): Promise<void> {
  if (key.kind === 'text') await vscode.commands.executeCommand('default:type', { text: key.text });
  else if (key.kind === 'command') await vscode.commands.executeCommand(key.command);
}

/** Copies the selection as plain text. Without a selection, VS Code copies by its own rule. */
async function copy(editor: vscode.TextEditor, cut: boolean): Promise<void> {
  const { document, selection } = editor;
  if (selection.isEmpty) {
    await vscode.commands.executeCommand(`editor.action.clipboard${cut ? 'Cut' : 'Copy'}Action`);
    return;
  }
  await vscode.env.clipboard.writeText(document.getText(selection));
  if (cut) await editor.edit((edit) => edit.delete(selection));
}

/** A context key for key bindings and menus. */
class ContextKey {
  private current = false;

  constructor(private readonly name: string) {
    // A window may keep the value that an earlier extension host set.
    vscode.commands.executeCommand('setContext', name, false);
  }

  get value(): boolean {
    return this.current;
  }

  set value(value: boolean) {
    if (value === this.current) return;
    this.current = value;
    vscode.commands.executeCommand('setContext', this.name, value);
  }
}
