import * as assert from 'node:assert';
import * as vscode from 'vscode';
import { readReport } from '../../../core/report/bind';
import { destinationFrom, tablePlaceAt } from '../../../core/report/steps';
import { applyEdits } from '../../../core/text/edit';
import { cellsOfText } from '../../../core/writing/paste/clipboard';
import { pasting } from '../../../core/writing/paste/pasting';
import { newReport } from '../../../core/writing/renewal';
import { seeded } from '../../support/random';
import { clipboard, fileUri, hosted, openText, pressKeys, screenshot, until } from './support';

const blank = `${newReport({ organ: '平安县水利局', year: 2025 }).join('\n')}\n`;
const firstRow = '| 一、本年新收政府信息公开申请数量';
/** Keys as they are pressed in tables, the commoner ones more often. */
const keyKinds = ['digit', 'digit', 'digit', 'Tab', 'Tab', 'Shift+Tab', 'Enter', 'ArrowLeft', 'ArrowRight', 'Backspace', 'Control+z'];
/** How many figures the table of chapter three has. */
const count = 175;

/** The figures of chapter three as they stand in a part of a text. */
function figuresIn(text: string): string[] {
  const { document, tables } = readReport(text);
  const cells = tables.requests?.rows.flatMap((row) => row.cells) ?? [];
  return cells.map(({ start, end }) => document.text.slice(start, end));
}

/** Puts the cursor at the start of the first row's first cell, and waits until the keys of tables work there. */
async function begin(editor: vscode.TextEditor, line: number): Promise<void> {
  const at = new vscode.Position(line, 3);
  editor.selection = new vscode.Selection(at, at);
  editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenter);
  await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
  const before = editor.document.getText();
  await until('the keys of tables', async () => {
    await pressKeys(['Home', 'Tab']);
    const isThere = await until('the first figure', () => (editor.selection.active.character > 20 ? true : undefined), 2).catch(
      () => false,
    );
    if (isThere && editor.document.getText() === before) return true;
    if (editor.document.getText() !== before) await vscode.commands.executeCommand('undo');
    return undefined;
  });
}

describe('typing in tables', function () {
  this.timeout(300_000);
  // Real keys on a busy machine: the window may lose the focus, or miss a key, between two steps of a test.
  this.retries(2);
  before(function () {
    if (!hosted) this.skip();
  });
  afterEach(() => vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor'));

  const type = async (editor: vscode.TextEditor, part: () => string, line: number, delay: number) => {
    const values = Array.from({ length: count }, (_, index) => String(delay < 100 ? (index * 37 + delay) % 911 : (index + delay) % 10));
    await begin(editor, line);
    await pressKeys(
      values.flatMap((value) => [...value, 'Tab']),
      delay,
    );
    await until('every figure in its cell', () => (figuresIn(part()).join() === values.join() ? true : undefined), 120).catch((error) => {
      assert.deepStrictEqual(figuresIn(part()), values);
      throw error;
    });
    await pressKeys(Array.from({ length: 10 }, () => 'Control+z'));
    const expected = values.map((value, index) => (index < count - 10 ? value : ''));
    await until('ten figures taken back', () => (figuresIn(part()).join() === expected.join() ? true : undefined)).catch(() =>
      assert.deepStrictEqual(figuresIn(part()), expected),
    );
  };

  for (const delay of [0, 10, 30, 150]) {
    it(`puts every figure into its cell at ${delay} ms a key in a new report, and one undo takes back one`, async () => {
      const editor = await openText(blank);
      const line = blank.split('\n').findIndex((each) => each.startsWith(firstRow));
      await type(editor, () => editor.document.getText(), line, delay);
      if (delay === 0) await screenshot('typed');
    });

    it(`puts every figure into its cell at ${delay} ms a key in a file of a thousand reports`, async () => {
      const uri = fileUri('thousand.nianbao');
      const texts = Array.from({ length: 1000 }, (_, index) => blank.replaceAll('水利局', `第${index}局`));
      await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(texts.join('\n')));
      const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
      const lines = blank.split('\n').length;
      const first = 500 * lines;
      const line = first + blank.split('\n').findIndex((each) => each.startsWith(firstRow));
      await type(editor, () => editor.document.getText(new vscode.Range(first, 0, first + lines, 0)), line, delay);
      await vscode.commands.executeCommand('workbench.action.files.revert');
      await vscode.workspace.fs.delete(uri);
    });
  }

  // Pastes that follow each other faster than any hand are passed over by the editor itself.
  const paces = [
    { delay: 0, kinds: keyKinds },
    { delay: 40, kinds: [...keyKinds, 'Control+v'] },
  ];
  for (const { delay, kinds } of paces)
    for (let seed = 1; seed <= 4; seed++)
      it(`leaves what a simple model leaves after keys in any order, ${delay} ms a key (${seed})`, async () => {
        const random = seeded(seed);
        const copied = random.pick(['7\t8\n9\t1\n', '5\r\n', '1\t2\t3\t4\t5\t6\t7\t8\t9\n']);
        await clipboard({ 'text/plain': copied });
        const wanted = Array.from({ length: 120 }, () => random.pick(kinds)).map((kind) =>
          kind === 'digit' ? String(random.below(10)) : kind,
        );
        const editor = await openText(blank);
        await begin(
          editor,
          blank.split('\n').findIndex((each) => each.startsWith(firstRow)),
        );
        const model = new Model(blank, editor.document.offsetAt(editor.selection.active), copied);
        // Where the cursor has left the table, other rules hold than those that are tried here.
        const keys = wanted.filter((key) => model.presses(key));
        await pressKeys(keys, delay);
        await until('what the model leaves', () => (editor.document.getText() === model.text ? true : undefined)).catch(() =>
          assert.strictEqual(editor.document.getText(), model.text, keys.join(' ')),
        );
      });
});

interface State {
  text: string;
  start: number;
  end: number;
}

/** What keys do in a table, one after the other on a text: a model of what the editor must leave. */
class Model {
  private state: State;
  private past: State[] = [];
  /** What the last edit was; one of another kind can be undone by itself. */
  private last: 'type' | 'delete' | 'paste' | undefined;

  constructor(
    text: string,
    at: number,
    private readonly copied: string,
  ) {
    this.state = { text, start: at, end: at };
  }

  get text(): string {
    return this.state.text;
  }

  /** Presses a key, unless the cursor would leave the cells of tables by it, or a row would break. */
  presses(key: string): boolean {
    const { state, last } = this;
    const past = [...this.past];
    this.press(key);
    const report = readReport(this.text);
    const isWhole = report.tables.requests?.rows.every(({ missing, extra }) => missing === 0 && extra.length === 0);
    if (isWhole && tablePlaceAt(report, this.state.start)?.cell && tablePlaceAt(report, this.state.end)?.cell) return true;
    Object.assign(this, { state, last, past });
    return false;
  }

  private press(key: string): void {
    const { start, end } = this.state;
    switch (key) {
      case 'Tab':
        this.go('next');
        break;
      case 'Shift+Tab':
        this.go('previous');
        break;
      case 'Enter':
        this.go('below');
        break;
      case 'ArrowLeft':
        this.move(start < end ? start : start - 1);
        break;
      case 'ArrowRight':
        this.move(start < end ? end : end + 1);
        break;
      case 'Backspace':
        this.edit(start < end ? start : start - 1, end, '', start - (start < end ? 0 : 1), 'delete');
        break;
      case 'Control+z': {
        const before = this.past.pop();
        if (before) this.state = before;
        this.last = undefined;
        break;
      }
      case 'Control+v':
        this.paste();
        break;
      default:
        this.edit(start, end, key, start + 1, 'type');
        break;
    }
  }

  private move(at: number): void {
    this.state = { ...this.state, start: at, end: at };
    this.last = undefined;
  }

  private go(step: 'next' | 'previous' | 'below'): void {
    const report = readReport(this.text);
    const place = tablePlaceAt(report, this.state.end);
    if (step === 'below' && !place?.cell) {
      this.last = undefined;
      this.edit(this.state.start, this.state.end, '\n', this.state.start + 1, 'type');
      return;
    }
    const span = destinationFrom(report, this.state.end, step);
    if (!span) return;
    this.state = { ...this.state, start: span.start, end: span.end };
    this.last = undefined;
  }

  private edit(start: number, end: number, text: string, at: number, kind: 'type' | 'delete' | 'paste'): void {
    if (kind !== this.last) this.past.push(this.state);
    this.last = kind === 'paste' ? undefined : kind;
    this.state = { text: this.text.slice(0, start) + text + this.text.slice(end), start: at, end: at };
  }

  private paste(): void {
    assert.ok(cellsOfText(this.copied).length > 0);
    const result = pasting(readReport(this.text), this.state, { text: this.copied, passages: undefined });
    if (result.kind === 'text') {
      const at = this.state.start + result.text.length;
      this.last = undefined;
      this.edit(this.state.start, this.state.end, result.text, at, 'paste');
    }
    if (!('edits' in result)) return;
    const [first] = [...result.edits].sort((a, b) => a.start - b.start);
    const at = first ? first.start + first.newText.length : this.state.start;
    if (first) this.past.push(this.state);
    this.last = undefined;
    this.state = { text: applyEdits(this.text, result.edits), start: at, end: first ? at : this.state.end };
  }
}
