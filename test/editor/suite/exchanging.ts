import * as assert from 'node:assert';
import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import * as vscode from 'vscode';
import { ConversionPool } from '../../../exchange/conversion-pool';
import { right, wrong } from './samples';
import { codeOf, fileUri, findingsWhen, host, hosted, open, openText, ours, screenshot, until } from './support';

const root = path.join(__dirname, '..', '..');

describe('Word, web pages and workbooks in VS Code', () => {
  const exchange = new ConversionPool(path.join(root, 'dist', 'exchange.js'), 'zh-cn');
  const made = ['in.docx', 'in.pdf', 'out.docx', 'out.html'].map(fileUri);
  const textOf = (uri: vscode.Uri) => vscode.workspace.fs.readFile(uri).then((bytes) => new TextDecoder().decode(bytes));
  after(async () => {
    await exchange.close();
    for (const uri of made) await vscode.workspace.fs.delete(uri).then(undefined, () => undefined);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
  afterEach(async () => {
    if (vscode.window.activeTextEditor?.document.isDirty)
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('imports a Word file as a draft with its findings', async () => {
    await vscode.workspace.fs.writeFile(made[0], await exchange.sendOut(await textOf(fileUri(wrong)), 'docx'));
    await vscode.commands.executeCommand('nianbao.import', made[0]);
    const draft = await until('the draft', () => {
      const document = vscode.window.activeTextEditor?.document;
      return document?.isUntitled && document.languageId === 'nianbao' ? document : undefined;
    });
    assert.match(draft.uri.path, /\/平安县教育局2025年度政府信息公开工作年度报告\.nianbao$/);
    assert.match(draft.getText(), /^# /);
    await findingsWhen(draft.uri, (found) => found.some((each) => codeOf(each) === 'suspect-cell'));
    await screenshot('imported');
  });

  it('says in a line why a file can’t be imported', async function () {
    if (!hosted) this.skip();
    await vscode.workspace.fs.writeFile(made[0], new TextEncoder().encode('PK\u0003\u0004'));
    await vscode.commands.executeCommand('nianbao.import', made[0]);
    await vscode.commands.executeCommand('notifications.showList');
    const shown = await until('the message', async () => {
      const text = await host<string>('workbench', "document.querySelector('.notifications-center')?.textContent ?? ''");
      return text?.includes('in.docx') ? text : undefined;
    });
    assert.match(shown, /文件已损坏/);
    await screenshot('import-refused');
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  it('pastes a table as Word puts it on the clipboard as the canonical table, plain text one choice away', async function () {
    if (!hosted) this.skip();
    const html = readFileSync(path.join(root, 'test', 'fixtures', 'import', 'word-clipboard.html'), 'utf8');
    const canonical = readFileSync(path.join(root, 'test', 'fixtures', 'import', 'word-clipboard.expected'), 'utf8').trimEnd();
    const editor = await openText('## 二、主动公开政府信息情况\n\n');
    editor.selection = new vscode.Selection(2, 0, 2, 0);
    await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
    const blob = (type: string, content: string) => `'${type}': new Blob([${JSON.stringify(content)}], { type: '${type}' })`;
    await host(
      'workbench',
      `navigator.clipboard.write([new ClipboardItem({ ${blob('text/html', html)}, ${blob('text/plain', '规章\t0')} })])`,
    );
    await host('press', 'Control+v');
    await until('the table', () => (editor.document.getText().includes(canonical) ? true : undefined));
    assert.ok(!editor.document.getText().includes('\t'));
    await screenshot('pasted');
    await host('press', 'Control+z');
    await until('the table to be gone', () => (editor.document.getText().includes(canonical) ? undefined : true));
  });

  it('exports a right report at once, as a file that comes back the same', async () => {
    await open(right);
    await findingsWhen(fileUri(right), () => true);
    await vscode.commands.executeCommand('nianbao.export', { format: 'docx', target: made[2] });
    const { text } = await exchange.bringIn('out.docx', await vscode.workspace.fs.readFile(made[2]));
    assert.strictEqual(text.trimEnd(), (await textOf(fileUri(right))).trimEnd());
  });

  it('does not export a report with errors, or over a file, unasked', async () => {
    // Under test, VS Code shows no dialog and answers none: the user has not agreed.
    await open(wrong);
    await until('its findings', () => (ours(fileUri(wrong)).length > 0 ? true : undefined));
    await vscode.commands.executeCommand('nianbao.export', { format: 'html', target: made[3] });
    await assert.rejects(async () => await vscode.workspace.fs.stat(made[3]));
    await vscode.workspace.fs.writeFile(made[3], new Uint8Array(1));
    await open(right);
    await vscode.commands.executeCommand('nianbao.export', { format: 'html', target: made[3] });
    assert.strictEqual((await vscode.workspace.fs.stat(made[3])).size, 1);
  });
});
