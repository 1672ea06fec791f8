import * as assert from 'node:assert';
import * as vscode from 'vscode';
import { right } from './samples';
import { fileUri, host, hosted, ours, screenshot, until } from './support';

describe('reviewing in VS Code', () => {
  const last = fileUri('last-year.md');
  const text = async (uri: vscode.Uri) => new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  const write = (uri: vscode.Uri, content: string) => vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(content));
  after(async () => {
    await vscode.workspace.fs.delete(last).then(undefined, () => undefined);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('lists all reports of the workspace by their state', async function () {
    if (!hosted) this.skip();
    await vscode.commands.executeCommand('nianbao.review.focus');
    const shown = await until('the review', async () => {
      const rows = await host<string>(
        'workbench',
        "[...document.querySelectorAll('.monaco-list-row')].map((row) => row.textContent).join('|')",
      );
      return rows && /有错误 \(\d+\)/.test(rows) ? rows : undefined;
    });
    assert.match(shown, /平安县教育局.*尚未提交 \(1\)/);
    await screenshot('review');
  });

  it('goes from finding to finding across reports', async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const seen = new Set<string>();
    for (let step = 0; step < 30; step++) {
      await vscode.commands.executeCommand('nianbao.review.next');
      const editor = vscode.window.activeTextEditor;
      if (editor) seen.add(editor.document.uri.path);
      if (seen.size > 1) break;
    }
    assert.ok(seen.size > 1, [...seen].join());
    const before = vscode.window.activeTextEditor?.document.uri.path;
    await vscode.commands.executeCommand('nianbao.review.previous');
    assert.notStrictEqual(vscode.window.activeTextEditor?.document.uri.path, before);
  });

  it('compares with last year’s report, and leads to its cell', async () => {
    const now = await text(fileUri(right));
    await write(
      last,
      now.replaceAll('2025', '2024').replace(/(四、结转下年度继续办理 \| {2}\| {2})(?:\| \d+ ){7}/, '$1| 4 | 0 | 0 | 0 | 0 | 0 | 4 '),
    );
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(fileUri(right)));
    const [finding] = await until('what last year’s report says', () => {
      const found = ours(fileUri(right)).filter(({ message }) => message.includes('结转到本年'));
      return found.length > 0 ? found : undefined;
    });
    assert.strictEqual(finding.relatedInformation?.[0].location.uri.path, last.path);
  });
});
