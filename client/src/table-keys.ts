import * as vscode from 'vscode';
import type { Step } from '../../server/src/features/figures';
import { AwaitedPastes } from './awaited-pastes';
import { activeReport } from './commands';
import { InOrder } from './in-order';
import { later } from './load';
import { TableTyping } from './table-typing';

/** What a key in a table asks for: text to type, a cell to go to, a command of the editor's own, or to paste. */
type Key = { kind: 'text'; text: string } | { kind: 'step'; step: Step } | { kind: 'command'; command: string } | { kind: 'paste' };
/** What takes its turn among the keys. */
type Turn = Exclude<Key, { kind: 'paste' }> | { kind: 'work'; work: Work };
type Work = (editor: vscode.TextEditor) => Promise<void>;

const steps = { 'nianbao.nextFigure': 'next', 'nianbao.previousFigure': 'previous', 'nianbao.figureBelow': 'below' } as const;

/** A table has nothing on a line without any of these. */
const mayBeTable = /[|｜\t\d０-９]/;

/**
 * Keys in tables. The editor types at once, and our commands run in another process: a digit typed just after Tab would
 * still land in the cell before. So in a table all keys that change a figure or move the cursor come through here, one
 * after the other. The contexts `nianbao.inTable` (for menus) and `nianbao.tableKeys` (for key bindings) say whether the
 * cursor is in a table.
 */
export class TableKeys implements vscode.Disposable {
  private typing: TableTyping | undefined;
  private readonly keys = new InOrder<Turn>((key) => this.perform(key));
  private readonly pastes = new AwaitedPastes<Work>();
  private readonly inTable = new Context('nianbao.inTable');
  private readonly tableKeys = new Context('nianbao.tableKeys');
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
    if (key.kind !== 'paste') {
      this.keys.add(key);
      return;
    }
    // Without this setting the editor pastes by itself, and asks no extension.
    if (!vscode.workspace.getConfiguration('editor').get('pasteAs.enabled', true)) return;
    const pasted = this.pastes.key();
    this.keys.add({ kind: 'work', work: async (editor) => await ((await pasted) ?? this.pasteUnasked)(editor) });
  }

  async load(): Promise<TableTyping> {
    const engine = await later();
    this.typing ??= new TableTyping(engine, () => this.look());
    return this.typing;
  }

  private async perform(key: Turn): Promise<void> {
    const typing = this.typing ?? (await this.load());
    // What starts from what the editor shows waits until that is there.
    if (key.kind === 'command' || key.kind === 'work') await typing.idle();
    const editor = activeReport();
    if (!editor) return;
    switch (key.kind) {
      case 'text':
        typing.type(editor, key.text);
        await typing.settled();
        break;
      case 'step':
        typing.go(editor, key.step);
        await typing.settled();
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
    const isPossible = editor?.selections.length === 1 && mayBeTable.test(editor.document.lineAt(editor.selection.active).text);
    if (isPossible && !typing) this.load().then(() => this.look());
    const isInTable = !!isPossible && !!typing?.isInTable(editor);
    this.inTable.value = isInTable;
    this.tableKeys.value = isInTable && vscode.workspace.getConfiguration('nianbao', editor.document).get('tableKeys', true);
  }

  dispose(): void {
    this.subscriptions.dispose();
    this.typing?.dispose();
  }
}

/** A context of key bindings and menus, told to the editor when it changes. */
class Context {
  private current = false;

  constructor(private readonly name: string) {}

  get value(): boolean {
    return this.current;
  }

  set value(value: boolean) {
    if (value === this.current) return;
    this.current = value;
    vscode.commands.executeCommand('setContext', this.name, value);
  }
}
