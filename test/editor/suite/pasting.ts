import * as assert from 'node:assert';
import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import * as vscode from 'vscode';
import { readReport } from '../../../core/report/bind';
import { newReport } from '../../../core/writing/renewal';
import { clipboard, fileUri, host, hosted, openText, pressKeys, screenshot, until } from './support';

const blank = `${newReport({ organ: '平安县水利局', year: 2025 }).join('\n')}\n`;
const fixture = (name: string) => readFileSync(path.join(__dirname, '..', '..', 'test', 'fixtures', 'import', name), 'utf8');

/** The texts of a report's cells, by field. */
function cellsOf(text: string): Map<string, string> {
  const { document, tables } = readReport(text);
  const cells = Object.values(tables).flatMap(({ rows }) => rows.flatMap((row) => row.cells));
  return new Map(cells.map(({ field, start, end }) => [field.id, document.text.slice(start, end)]));
}

/** What is filled in, as `field=text`. */
const filledIn = (text: string) => [...cellsOf(text)].flatMap(([id, value]) => (value === '' ? [] : [`${id}=${value}`]));

/** Puts the cursor into a field's cell as a click does, and waits until the keys of tables are there. */
async function clickInto(editor: vscode.TextEditor, field: string): Promise<void> {
  const cells = Object.values(readReport(editor.document.getText()).tables).flatMap(({ rows }) => rows.flatMap((row) => row.cells));
  const cell = cells.find((each) => each.field.id === field);
  assert.ok(cell, field);
  const at = editor.document.positionAt(cell.start);
  editor.selection = new vscode.Selection(at, at);
  editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenter);
  await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
  // Tab and back: the second leads to the same cell only once the keys are there.
  await until('the keys of tables', async () => {
    await pressKeys(['Tab']);
    const isThere = await until('the next figure', () => (editor.selection.active.isEqual(at) ? undefined : true), 2).catch(() => false);
    if (editor.document.getText().includes('\t')) await vscode.commands.executeCommand('undo');
    editor.selection = new vscode.Selection(at, at);
    return isThere || undefined;
  });
}

/** The messages in the notification centre. */
async function messages(): Promise<string> {
  await vscode.commands.executeCommand('notifications.showList');
  const text = await workbenchText('.notifications-center');
  await vscode.commands.executeCommand('notifications.clearAll');
  return text;
}

async function workbenchText(selector: string): Promise<string> {
  return (await host<string>('workbench', `document.querySelector('${selector}')?.textContent ?? ''`)) ?? '';
}

interface Case {
  name: string;
  into: string;
  text: string;
  html?: string;
  filled: readonly string[];
  said?: RegExp;
}

const excel = (rows: readonly (readonly string[])[]) =>
  `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body><!--StartFragment--><table border=0>${rows
    .map((row) => `<tr height=18>${row.map((cell) => `<td class=xl65 align=right>${cell}</td>`).join('')}</tr>`)
    .join('\n')}</table><!--EndFragment--></body></html>`;

const cases: readonly Case[] = [
  {
    name: 'one cell, as Excel copies it',
    into: 'requests.new.natural',
    text: '5\r\n',
    html: excel([['5']]),
    filled: ['requests.new.natural=5'],
  },
  {
    name: 'a row',
    into: 'requests.granted.natural',
    text: '3\t2\t0\r\n',
    html: excel([['3', '2', '0']]),
    filled: ['requests.granted.natural=3', 'requests.granted.business=2', 'requests.granted.research=0'],
  },
  {
    name: 'a column, as a text editor has it',
    into: 'requests.new.total',
    text: '7\n1\n5\n',
    filled: ['requests.new.total=7', 'requests.carriedIn.total=1', 'requests.granted.total=5'],
  },
  {
    name: 'a block with the labels of its rows, as a browser copies it',
    into: 'requests.granted.natural',
    text: '一、本年新收政府信息公开申请数量\t7\t2\t0\t0\t0\t0\t9\n二、上年结转政府信息公开申请数量\t1\t0\t0\t0\t0\t0\t1',
    html: '<meta charset="utf-8"><table><tbody><tr><th>一、本年新收政府信息公开申请数量</th><td>7</td><td>2</td><td>0</td><td>0</td><td>0</td><td>0</td><td>9</td></tr><tr><th>二、上年结转政府信息公开申请数量</th><td>1</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td><td>1</td></tr></tbody></table>',
    filled: [
      ...[7, 2, 0, 0, 0, 0, 9].map(
        (value, place) => `requests.new.${['natural', 'business', 'research', 'nonprofit', 'legal', 'other', 'total'][place]}=${value}`,
      ),
      ...[1, 0, 0, 0, 0, 0, 1].map(
        (value, place) =>
          `requests.carriedIn.${['natural', 'business', 'research', 'nonprofit', 'legal', 'other', 'total'][place]}=${value}`,
      ),
    ],
  },
  {
    name: 'cells that the plain text has a line each, as a word processor copies them',
    into: 'requests.new.natural',
    text: '1\n2\n3\n4\n',
    html: '<table><tr><td><p>1</p></td><td><p>2</p></td></tr><tr><td><p>3</p></td><td><p>4</p></td></tr></table>',
    filled: ['requests.new.natural=1', 'requests.new.business=2', 'requests.carriedIn.natural=3', 'requests.carriedIn.business=4'],
  },
  {
    name: 'a block that is too large, and says what does not fit',
    into: 'requests.handled.other',
    text: '1\t2\t3\n4\t5\t6\n7\t8\t9\n',
    filled: ['requests.handled.other=1', 'requests.handled.total=2', 'requests.carriedOut.other=4', 'requests.carriedOut.total=5'],
    said: /有 5 个数字在表格里没有对应的格子/,
  },
  {
    name: 'nothing that belongs to another table, and says where',
    into: 'requests.new.natural',
    text: '行政处罚\t5\n行政强制\t6\n',
    filled: [],
    said: /属于“二、主动公开政府信息情况”的表格/,
  },
];

describe('pasting into tables', function () {
  this.timeout(120_000);
  // Real keys on a busy machine: the window may lose the focus, or miss a key, between two steps of a test.
  this.retries(2);
  before(function () {
    if (!hosted) this.skip();
  });
  afterEach(async () => {
    await vscode.commands.executeCommand('notifications.clearAll');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  for (const { name, into, text, html, filled, said } of cases)
    it(`puts in ${name}; one undo takes it back`, async () => {
      const editor = await openText(blank);
      await clickInto(editor, into);
      await clipboard({ 'text/plain': text, ...(html && { 'text/html': html }) });
      await pressKeys(['Control+v']);
      if (filled.length > 0) {
        const expected = [...filled].sort().join();
        await until('the cells', () => (filledIn(editor.document.getText()).sort().join() === expected ? true : undefined), 10).catch(() =>
          assert.deepStrictEqual(filledIn(editor.document.getText()).sort(), [...filled].sort()),
        );
        assert.strictEqual(editor.document.lineCount, blank.split('\n').length, 'no row is broken');
      }
      if (said) {
        await until('what is said', async () => (said.test(await messages()) ? true : undefined), 10);
        await screenshot(`pasting-${filled.length === 0 ? 'refused' : 'too-large'}`);
      }
      if (filled.length > 0) {
        await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
        await pressKeys(['Control+z']);
      }
      await until('the text as it was', () => (editor.document.getText() === blank ? true : undefined), 10);
    });

  it('puts a whole table from Word in place of the blank one, wherever the cursor is in it', async () => {
    const editor = await openText(blank);
    await clickInto(editor, 'proactive.licensing.decisions');
    await clipboard({ 'text/html': fixture('word-clipboard.html'), 'text/plain': '规章' });
    await pressKeys(['Control+v']);
    await until('the table', () => (filledIn(editor.document.getText()).length > 5 ? true : undefined), 20);
    const rows = editor.document
      .getText()
      .split('\n')
      .filter((line) => /^\| *---/.test(line));
    assert.strictEqual(rows.length, 3, 'no table stands there twice');
    await screenshot('pasting-whole-table');
    await pressKeys(['Control+z']);
    await until('the text as it was', () => (editor.document.getText() === blank ? true : undefined), 10);
  });

  it('writes nothing into a read-only file', async () => {
    const uri = fileUri('read-only.nianbao');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(blank));
    const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
    await clickInto(editor, 'requests.new.natural');
    await vscode.commands.executeCommand('workbench.action.files.setActiveEditorReadonlyInSession');
    await clipboard({ 'text/plain': '5\t6\r\n' });
    await pressKeys(['Control+v', '7', 'Tab', '8'], 100);
    await vscode.commands.executeCommand('nianbao.fillZeros');
    await vscode.commands.executeCommand('nianbao.computeTotals');
    await until('what is said', async () => (/只读/.test(await messages()) ? true : undefined), 10);
    assert.strictEqual(editor.document.getText(), blank);
    await vscode.commands.executeCommand('workbench.action.files.resetActiveEditorReadonlyInSession');
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await vscode.workspace.fs.delete(uri);
  });

  it('keeps what is typed in two editors on one document', async () => {
    const left = await openText(blank);
    await clickInto(left, 'requests.new.natural');
    await pressKeys(['1', 'Tab', '2']);
    await until('the first figures', () => (filledIn(left.document.getText()).length === 2 ? true : undefined));
    const right = await vscode.window.showTextDocument(left.document, vscode.ViewColumn.Beside);
    await clickInto(right, 'requests.carriedIn.natural');
    await pressKeys(['3', 'Tab', '4']);
    const expected = ['requests.new.natural=1', 'requests.new.business=2', 'requests.carriedIn.natural=3', 'requests.carriedIn.business=4'];
    await until('all figures', () => (filledIn(left.document.getText()).join() === expected.join() ? true : undefined)).catch(() =>
      assert.deepStrictEqual(filledIn(left.document.getText()), expected),
    );
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });

  it('keeps what is typed where the file changes on disk meanwhile', async () => {
    const uri = fileUri('changed-on-disk.nianbao');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(blank));
    const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
    await clickInto(editor, 'requests.new.natural');
    await pressKeys(['1', 'Tab', '2']);
    await until('the figures', () => (filledIn(editor.document.getText()).length === 2 ? true : undefined));
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(`${blank}\n另一处改动。\n`));
    await pressKeys(['Tab', '3']);
    await until('all figures', () => (filledIn(editor.document.getText()).length === 3 ? true : undefined));
    assert.ok(editor.document.isDirty);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await vscode.workspace.fs.delete(uri);
  });
});
