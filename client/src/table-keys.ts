import * as vscode from 'vscode';
import type { Step } from '../../server/src/features/figures';
import { activeReport } from './commands';
import { InOrder } from './in-order';
import { later } from './load';
import { TableTyping } from './table-typing';

/** A key that is pressed in a table: text to type, a cell to go to, a command of the editor's own, or work of ours. */
type Key =
  | { kind: 'text'; text: string }
  | { kind: 'step'; step: Step }
  | { kind: 'command'; command: string }
  | { kind: 'work'; work: Work };
type Work = (editor: vscode.TextEditor) => Promise<void>;

const steps = { 'nianbao.nextFigure': 'next', 'nianbao.previousFigure': 'previous', 'nianbao.figureBelow': 'below' } as const;

/** Time after which a key for pasting has pasted nothing, in milliseconds. */
const longestWait = 1000;
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
  private readonly keys = new InOrder<Key>((key) => this.perform(key));
  /** What keeps the places for pastes that are still to come. */
  private pastes: ((work: Work | undefined) => void)[] = [];
  private readonly inTable = new Context('nianbao.inTable');
  private readonly tableKeys = new Context('nianbao.tableKeys');
  private readonly subscriptions = vscode.Disposable.from(
    ...Object.entries(steps).map(([command, step]) =>
      vscode.commands.registerCommand(command, () => this.keys.add({ kind: 'step', step })),
    ),
    // What the key bindings of the manifest ask for.
    vscode.commands.registerCommand('nianbao.typeInOrder', (text: string) => this.keys.add({ kind: 'text', text })),
    vscode.commands.registerCommand('nianbao.runInOrder', (command: string) => this.keys.add({ kind: 'command', command })),
    vscode.commands.registerCommand('nianbao.pasteInOrder', () => this.awaitPaste()),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (textEditor === vscode.window.activeTextEditor) this.look();
    }),
    vscode.window.onDidChangeActiveTextEditor(() => this.look()),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('nianbao.tableKeys')) this.look();
    }),
  );

  constructor() {
    this.look();
  }

  /** Whether the cursor is in a table, by what was last heard of the editor. */
  get isInTable(): boolean {
    return this.inTable.value;
  }

  /** Pastes into the active report when all keys pressed before have been done; those pressed later wait for it. */
  paste(work: Work): void {
    const awaited = this.pastes.shift();
    if (awaited) awaited(work);
    else this.keys.add({ kind: 'work', work });
  }

  /** Keeps a place among the keys for what the editor will ask to paste: it does so later than it tells of the next key. */
  private awaitPaste(): void {
    const pasted = new Promise<Work | undefined>((resolve) => {
      this.pastes.push(resolve);
      setTimeout(() => {
        this.pastes = this.pastes.filter((each) => each !== resolve);
        resolve(undefined);
      }, longestWait);
    });
    this.keys.add({ kind: 'work', work: async (editor) => (await pasted)?.(editor) });
  }

  async load(): Promise<TableTyping> {
    const engine = await later();
    this.typing ??= new TableTyping(engine, () => this.look());
    return this.typing;
  }

  private async perform(key: Key): Promise<void> {
    const typing = this.typing ?? (await this.load());
    // What starts from what the editor shows waits until that is there.
    if (key.kind === 'command' || key.kind === 'work') await typing.idle();
    const editor = activeReport();
    if (!editor) return;
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
