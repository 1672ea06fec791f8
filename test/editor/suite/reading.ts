import * as assert from 'node:assert';
import { execFileSync } from 'node:child_process';
import * as path from 'node:path';
import * as vscode from 'vscode';
import { drafted, right, wrong } from './samples';
import { applied, codeOf, extensionId, fileUri, findingsWhen, open, openText, ours, screenshot, until } from './support';

describe('reading in VS Code', () => {
  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('recognises a report by its name', async () => {
    const { document } = await open(right);
    assert.strictEqual(document.languageId, 'nianbao');
    await until('the extension', () => vscode.extensions.getExtension(extensionId)?.isActive || undefined);
  });

  it('finds nothing wrong in a right report', async () => {
    const { document } = await open(right);
    // Diagnostics of a wrong one show that the server has got so far.
    await open(wrong);
    await findingsWhen(fileUri(wrong), (found) => found.length > 0);
    assert.deepStrictEqual(
      ours(document.uri).map((found) => found.message),
      [],
    );
  });

  it('underlines the wrong cell, and no more than the cell', async () => {
    const editor = await open(wrong);
    const found = await findingsWhen(editor.document.uri, (all) => all.some((each) => codeOf(each) === 'suspect-cell'));
    const suspects = found.filter((each) => codeOf(each) === 'suspect-cell');
    assert.deepStrictEqual(
      suspects.map(({ range }) => editor.document.getText(range)),
      ['81', '1', '6'],
    );
    assert.ok(suspects[0].relatedInformation && suspects[0].relatedInformation.length >= 2, 'the broken sums are related');
    editor.revealRange(suspects[0].range, vscode.TextEditorRevealType.InCenter);
    editor.selection = new vscode.Selection(suspects[0].range.start, suspects[0].range.start);
    await vscode.commands.executeCommand('workbench.actions.view.problems');
    await screenshot('squiggle-and-problems');
  });

  it('says in Chinese what is wrong and what would be right', () => {
    const [first] = ours(fileUri(wrong)).filter((each) => codeOf(each) === 'suspect-cell');
    assert.match(first.message, /81.*应为 18/);
  });

  it('clears the finding with its quick fix', async () => {
    const { document } = await open(wrong);
    const [suspect] = ours(document.uri).filter((each) => codeOf(each) === 'suspect-cell');
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      suspect.range,
      vscode.CodeActionKind.QuickFix.value,
    );
    const fix = actions.find((action) => action.edit && action.title.includes('18'));
    assert.ok(fix?.edit, `a quick fix among: ${actions.map((action) => action.title).join(', ')}`);
    const before = document.getText();
    await applied(document, fix.edit);
    assert.strictEqual(document.getText(), before.replace('\t81\n', '\t18\n'));
    await findingsWhen(document.uri, (all) => all.filter((each) => codeOf(each) === 'suspect-cell').length === 2);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('corrects the form throughout, and no figure', async () => {
    const { document } = await open(wrong);
    await findingsWhen(document.uri, (all) => all.some((each) => codeOf(each) === 'label-slip'));
    const whole = new vscode.Range(document.positionAt(0), document.positionAt(document.getText().length));
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      whole,
      'source.fixAll.nianbao',
    );
    const all = actions.find((action) => action.kind?.value === 'source.fixAll.nianbao');
    assert.ok(all?.edit);
    await applied(document, all.edit);
    const left = await findingsWhen(document.uri, (found) => found.length > 0 && !found.some((each) => codeOf(each) === 'label-slip'));
    assert.deepStrictEqual(
      left.map(codeOf).filter((code) => ['missing-chapter', 'leftover-mark', 'chapter-title', 'digit-form'].includes(code)),
      [],
    );
    assert.ok(left.some((each) => codeOf(each) === 'suspect-cell'));
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('outlines six chapters, with their parts, tables and rows', async () => {
    const { document } = await open(right);
    const symbols = await until('the outline', async () => {
      const found = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', document.uri);
      return found && found.length > 0 ? found : undefined;
    });
    assert.deepStrictEqual(
      symbols.map(({ name }) => name.slice(0, 2)),
      ['一、', '二、', '三、', '四、', '五、', '六、'],
    );
    assert.strictEqual(symbols[0].children.length, 5);
    assert.strictEqual(symbols[2].children[0].children.length, 25);
    await vscode.commands.executeCommand('outline.focus');
    await screenshot('outline');
  });

  it('shows the relations of a figure, and leads from a total to its parts', async () => {
    const { document } = await open(wrong);
    const offset = document.getText().search(/81\n/);
    const position = document.positionAt(offset);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, position);
    const text = hovers.flatMap(({ contents }) => contents.map((each) => (typeof each === 'string' ? each : each.value))).join('\n');
    assert.match(text, /requests\.granted\.natural/);
    assert.match(text, /81 \+ 2 .* ≠ 20/);
    const totals = await vscode.commands.executeCommand<vscode.Location[]>('vscode.executeDefinitionProvider', document.uri, position);
    assert.deepStrictEqual(
      totals.map(({ range }) => document.getText(range)),
      ['20', '36'],
    );
  });

  it('folds chapters and tables', async () => {
    const { document } = await open(right);
    const ranges = await vscode.commands.executeCommand<vscode.FoldingRange[]>('vscode.executeFoldingRangeProvider', document.uri);
    const starts = ranges.map(({ start }) => document.lineAt(start).text);
    assert.ok(starts.some((text) => text.startsWith('## 三、')) && starts.some((text) => text.includes('| 商业企业 |')));
  });

  it('offers the chapter that comes next', async () => {
    const editor = await openText('# 平安县统计局2025年政府信息公开工作年度报告\n\n## 一、总体情况\n\n……\n\n');
    const position = editor.document.lineAt(editor.document.lineCount - 1).range.end;
    const list = await until('completions', async () => {
      const found = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        editor.document.uri,
        position,
      );
      return found.items.some((item) => item.sortText?.startsWith('1')) ? found : undefined;
    });
    const served = list.items.filter((item) => /^\d\d\d$/.test(item.sortText ?? ''));
    const first = served.sort((a, b) => String(a.sortText).localeCompare(String(b.sortText)))[0];
    assert.strictEqual(typeof first.label === 'string' ? first.label : first.label.label, '二、主动公开政府信息情况');
  });

  const tables = [
    { name: '表：主动公开政府信息情况（2019年版）', before: '二、主动公开政府信息情况', year: 2020 },
    { name: '表：主动公开政府信息情况（2021年版）', before: '二、主动公开政府信息情况', year: 2025 },
    { name: '表：收到和处理政府信息公开申请情况（2019年版）', before: '三、收到和处理政府信息公开申请情况', year: 2020 },
    { name: '表：收到和处理政府信息公开申请情况（2021年版）', before: '三、收到和处理政府信息公开申请情况', year: 2025 },
    { name: '表：政府信息公开行政复议、行政诉讼情况', before: '四、政府信息公开行政复议、行政诉讼情况', year: 2025 },
  ];
  for (const { name, before, year } of tables)
    it(`inserts ${name}, and what it inserts is clean`, async () => {
      const editor = await openText(`# 平安县统计局${year}年政府信息公开工作年度报告\n\n## ${before}\n\n`);
      await findingsWhen(editor.document.uri, (all) => all.some((each) => codeOf(each) === 'missing-table'));
      const end = editor.document.lineAt(editor.document.lineCount - 1).range.end;
      editor.selection = new vscode.Selection(end, end);
      await vscode.commands.executeCommand('editor.action.insertSnippet', { langId: 'nianbao', name });
      await until('the table', () => (editor.document.getText().includes('| ---') ? true : undefined));
      const left = await findingsWhen(
        editor.document.uri,
        (all) => all.length > 0 && !all.some((each) => codeOf(each) === 'missing-table'),
      );
      assert.deepStrictEqual([...new Set(left.map(codeOf))], ['missing-chapter']);
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    });

  it('inserts a whole blank report that is clean', async () => {
    const editor = await openText('');
    await vscode.commands.executeCommand('editor.action.insertSnippet', { langId: 'nianbao', name: '政府信息公开工作年度报告' });
    await until('the report', () => (editor.document.getText().includes('六、') ? true : undefined));
    const stop = '$';
    assert.ok(!editor.document.getText().includes(`${stop}{`), 'no tab stop is left as text');
    await findingsWhen(editor.document.uri, (all) => all.every((each) => each.severity > vscode.DiagnosticSeverity.Warning));
    await screenshot('blank-report');
  });

  it('shows what a draft still lacks', async () => {
    const { document } = await open(drafted);
    const found = await findingsWhen(document.uri, (all) => all.length > 0);
    assert.strictEqual(found.filter((each) => codeOf(each) === 'missing-chapter').length, 3);
    await screenshot('draft');
  });

  it('recognises a report by its content when told to', async () => {
    await vscode.workspace.getConfiguration('nianbao').update('recognition', 'always', vscode.ConfigurationTarget.Workspace);
    const { document } = await open('notes.txt');
    await until('the language', () =>
      vscode.workspace.textDocuments.find((each) => each.uri.path === document.uri.path)?.languageId === 'nianbao' ? true : undefined,
    );
    const other = await open('novel.txt');
    assert.strictEqual(other.document.languageId, 'plaintext');
    await vscode.workspace.getConfiguration('nianbao').update('recognition', undefined, vscode.ConfigurationTarget.Workspace);
  });

  it('silences a check by setting', async () => {
    await vscode.workspace.getConfiguration('nianbao').update('checks', { 'label-slip': 'off' }, vscode.ConfigurationTarget.Workspace);
    const { document } = await open(wrong);
    await findingsWhen(document.uri, (all) => all.length > 0 && !all.some((each) => codeOf(each) === 'label-slip'));
    await vscode.workspace.getConfiguration('nianbao').update('checks', undefined, vscode.ConfigurationTarget.Workspace);
    await findingsWhen(document.uri, (all) => all.some((each) => codeOf(each) === 'label-slip'));
  });

  it('has its server back when that is killed, and the findings with it', async function () {
    if (process.platform === 'win32') this.skip();
    const editor = await open(wrong);
    const { document } = editor;
    await findingsWhen(document.uri, (found) => found.length > 0);
    const servers = () =>
      execFileSync('ps', ['-A', '-o', 'pid=,args='], { encoding: 'utf8' })
        .split('\n')
        .filter((line) => line.includes(path.join(__dirname, '..', '..', 'dist', 'server.js')))
        .map((line) => Number.parseInt(line, 10));
    const before = servers();
    assert.ok(before.length > 0, 'the server runs');
    for (const pid of before) process.kill(pid, 'SIGKILL');
    await until('another server', () => (servers().some((pid) => !before.includes(pid)) ? true : undefined));
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(document.lineCount, 0), '\n一、总体情况\n');
    const codes = () => ours(document.uri).map(codeOf);
    const known = codes().length;
    await vscode.workspace.applyEdit(edit);
    await until('a finding that was not there', () => (codes().includes('duplicate-chapter') && codes().length > known ? true : undefined));
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });
});
