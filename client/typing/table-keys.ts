import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Step } from '../../core/report/steps';
import { activeReport } from '../commands';
import { later } from '../load';
import { AwaitedPastes } from './awaited-pastes';
import { InOrder } from './in-order';
import { TableTyping } from './table-typing';

/** What a key in a table asks for: text to type, a cell to go to, a command of the editor's own, or the clipboard. */
type Key =
  | { kind: 'text'; text: string }
  | { kind: 'step'; step: Step }
  | { kind: 'command'; command: string }
  | { kind: 'cut' | 'copy' | 'paste' | 'paste-text' };
/** What takes its turn among the keys. */
type Turn = Exclude<Key, { kind: 'cut' | 'copy' | 'paste' | 'paste-text' }> | { kind: 'work'; work: Work };
type Work = (editor: vscode.TextEditor) => Promise<void>;

const steps = { 'nianbao.nextFigure': 'next', 'nianbao.previousFigure': 'previous', 'nianbao.figureBelow': 'below' } as const;

/**
 * Keys in tables. The editor types at once, and our commands run in another process: a digit typed just after Tab would
 * still land in the cell before. So in a table all keys that change a figure or move the cursor come through here, one
 * after the other. The contexts `nianbao.inTable` (for menus) and `nianbao.tableKeys` (for key bindings) say whether the
 * cursor is in a table.
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
    // The key bindings of the manifest share one command: the editor may take the first use of each out of its order.
    vscode.commands.registerCommand('nianbao.key', (key: Key) => this.press(key)),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (textEditor === vscode.window.activeTextEditor) this.look();
    }),
    vscode.window.onDidChangeActiveTextEditor(() => this.look()),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('nianbao.tableKeys')) this.look();
    }),
  );

  /** `pasteUnasked`: pastes where the editor has not asked what to paste, since the text has changed meanwhile. */
  constructor(private readonly pasteUnasked: Work) {
    this.look();
  }

  /** Whether what is pasted now goes into a table: a key was pressed there, or the cursor was last seen in one. */
  get pastesIntoTable(): boolean {
    return this.pastes.isAwaiting || this.inTable.value;
  }

  /** Pastes into the active report when all keys pressed before have been done; those pressed later wait for it. */
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
    // What starts from what the editor shows waits until that is there.
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

/** A key that was pressed in a report, and whose turn comes when another text is in front: the editor does what it asks for. */
async function withoutReport(key: Turn): Promise<void> {
  if (key.kind === 'text') await vscode.commands.executeCommand('default:type', { text: key.text });
  else if (key.kind === 'command') await vscode.commands.executeCommand(key.command);
}

/** Copies what is selected, as plain text; without a selection the editor copies by its own rule. */
async function copy(editor: vscode.TextEditor, cut: boolean): Promise<void> {
  const { document, selection } = editor;
  if (selection.isEmpty) {
    await vscode.commands.executeCommand(`editor.action.clipboard${cut ? 'Cut' : 'Copy'}Action`);
    return;
  }
  await vscode.env.clipboard.writeText(document.getText(selection));
  if (cut) await editor.edit((edit) => edit.delete(selection));
}

/** A context of key bindings and menus, told to the editor when it changes. */
class ContextKey {
  private current = false;

  constructor(private readonly name: string) {
    // A window outlives what ran in it before.
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
