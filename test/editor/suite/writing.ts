import * as assert from 'node:assert';
import * as vscode from 'vscode';
import { drafted, right, wrong } from './samples';
import { codeOf, fileUri, findingsWhen, host, hosted, open, openText, ours, pause, screenshot, until } from './support';

/** The selected text, once it is what is wanted. */
async function selects(editor: vscode.TextEditor, line: RegExp, text: string): Promise<void> {
  await until(`a selection of “${text}” on ${line}`, () => {
    const { selection, document } = editor;
    return line.test(document.lineAt(selection.active.line).text) && document.getText(selection) === text ? true : undefined;
  });
}

async function press(key: string, command: string): Promise<void> {
  if (hosted) await host('press', key);
  else await vscode.commands.executeCommand(command);
}

/** Puts the cursor after a text, and waits until the keys know where it is. */
async function cursorBehind(editor: vscode.TextEditor, words: string): Promise<void> {
  const at = editor.document.positionAt(editor.document.getText().indexOf(words) + words.length);
  editor.selection = new vscode.Selection(at, at);
  await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
  await pause(600);
}

describe('writing in VS Code', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.files.revert'));
  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('goes from figure to figure with Tab, back with Shift+Tab, down with Enter', async () => {
    const editor = await open(right);
    await cursorBehind(editor, '| 行政规范性文件');
    await press('Tab', 'nianbao.nextFigure');
    await selects(editor, /行政规范性文件/, '2');
    await press('Tab', 'nianbao.nextFigure');
    await selects(editor, /行政规范性文件/, '1');
    await press('Shift+Tab', 'nianbao.previousFigure');
    await selects(editor, /行政规范性文件/, '2');
    const row = '| 一、本年新收政府信息公开申请数量 |  |  | ';
    await cursorBehind(editor, row);
    await press('Enter', 'nianbao.figureBelow');
    await selects(editor, /二、上年结转/, '1');
    if (hosted) {
      await host('type', '77');
      await until('the figure typed over', () => (/二、上年结转.*\| {2}\| {2}\| 77 \|/.test(editor.document.getText()) ? true : undefined));
    }
    await screenshot('tab-in-a-table');
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('leaves Tab and Enter alone in prose', async function () {
    if (!hosted) this.skip();
    const editor = await openText('# 平安县统计局2025年政府信息公开工作年度报告\n\n## 一、总体情况\n\n工作\n');
    await cursorBehind(editor, '\n工作');
    await host('press', 'Enter');
    await host('press', 'Tab');
    await until('a new line with a tab', () => (/\n工作\n[\t ]+\n/.test(editor.document.getText()) ? true : undefined));
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('formats a report in the shape of Word’s text, and changes no figure', async () => {
    const { document } = await open(wrong);
    const before = (await findingsWhen(document.uri, (all) => all.some((each) => codeOf(each) === 'suspect-cell'))).filter(
      (each) => codeOf(each) === 'suspect-cell',
    );
    const prose = document
      .getText()
      .split('\n')
      .filter((line) => line.includes('。'));
    await vscode.commands.executeCommand('editor.action.formatDocument');
    await until('a canonical table', () => (document.getText().includes('| --- | --- | --- |') ? true : undefined));
    const after = await findingsWhen(document.uri, (all) =>
      all.some(
        (each) =>
          codeOf(each) === 'suspect-cell' && document.getText(each.range.with(each.range.start.with({ character: 0 }))).startsWith('|'),
      ),
    );
    assert.deepStrictEqual(
      after.filter((each) => codeOf(each) === 'suspect-cell').map(({ message }) => message),
      before.map(({ message }) => message),
    );
    assert.deepStrictEqual(
      document
        .getText()
        .split('\n')
        .filter((line) => line.includes('。')),
      prose,
    );
    await screenshot('formatted');
    const once = document.getText();
    await vscode.commands.executeCommand('editor.action.formatDocument');
    await pause(500);
    assert.strictEqual(document.getText(), once);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('formats the table at the cursor, and no other', async () => {
    const editor = await open(wrong);
    await cursorBehind(editor, '一、本年新收政府信息公开申请数量');
    await vscode.commands.executeCommand('nianbao.formatTable');
    const text = await until('a canonical table', () =>
      editor.document.getText().includes('| --- |') ? editor.document.getText() : undefined,
    );
    assert.strictEqual(text.split('\n').filter((line) => /^\|[ |:]*---/.test(line)).length, 1);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('says above a table what holds, shows what does not, and computes totals', async () => {
    const { document } = await open(wrong);
    const lenses = await until('lenses', async () => {
      const found = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 20);
      return found.some(({ command }) => command?.command === 'nianbao.showBroken') ? found : undefined;
    });
    const titles = lenses.map(({ command }) => command?.title ?? '');
    assert.ok(
      titles.some((title) => /^✗ 勾稽关系 \d+ 项，\d+ 项不成立$/.test(title)),
      titles.join(),
    );
    const show = lenses.find(({ command }) => command?.command === 'nianbao.showBroken')?.command;
    await vscode.commands.executeCommand(show?.command ?? '', ...(show?.arguments ?? []));
    await screenshot('broken-relations');
    await vscode.commands.executeCommand('closeReferenceSearch');
  });

  it('computes what a table’s lens offers to compute', async () => {
    const editor = await openText('# 平安县统计局2025年政府信息公开工作年度报告\n\n## 四、政府信息公开行政复议、行政诉讼情况\n\n');
    const end = editor.document.lineAt(editor.document.lineCount - 1).range.end;
    editor.selection = new vscode.Selection(end, end);
    await vscode.commands.executeCommand('editor.action.insertSnippet', {
      langId: 'nianbao',
      name: '表：政府信息公开行政复议、行政诉讼情况',
    });
    await until('the table', () => (editor.document.getText().includes('| 0 |') ? true : undefined));
    const text = editor.document.getText();
    const at = text.indexOf('| 0 |') + 2;
    await editor.edit((edit) => edit.replace(new vscode.Range(editor.document.positionAt(at), editor.document.positionAt(at + 1)), '7'));
    const compute = await until('a lens that computes', async () => {
      const found = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', editor.document.uri, 20);
      return found.find(({ command }) => command?.title.startsWith('Σ'))?.command;
    });
    await vscode.commands.executeCommand(compute.command, ...(compute.arguments ?? []));
    await until('the total', () => (/\| 7 \| 0 \| 0 \| 0 \| 7 \|/.test(editor.document.getText()) ? true : undefined));
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('offers a total’s value first', async () => {
    const editor = await open(right);
    const text = editor.document.getText();
    const row = text.split('\n').find((line) => line.startsWith('| 一、本年新收')) ?? '';
    const cells = row.split(' | ');
    const total = Number.parseInt(cells[cells.length - 1], 10);
    const at = text.indexOf(row) + row.lastIndexOf(String(total));
    await editor.edit((edit) =>
      edit.delete(new vscode.Range(editor.document.positionAt(at), editor.document.positionAt(at + String(total).length))),
    );
    const list = await until('the value', async () => {
      const found = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        editor.document.uri,
        editor.document.positionAt(at),
      );
      return found.items.some(({ preselect }) => preselect) ? found : undefined;
    });
    assert.strictEqual(list.items.find(({ preselect }) => preselect)?.label, String(total));
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('begins a new report from last year’s', async () => {
    await vscode.commands.executeCommand('nianbao.newReport', { organ: '平安县水利局', year: 2026, last: fileUri(right) });
    const editor = await until('the new report', () => {
      const active = vscode.window.activeTextEditor;
      return active?.document.isUntitled && active.document.languageId === 'nianbao' ? active : undefined;
    });
    const text = editor.document.getText();
    assert.match(text, /^# 平安县水利局2026年政府信息公开工作年度报告\n/);
    assert.match(text, /<!-- 上年原文，供参考：\n/);
    assert.ok(editor.document.uri.path.endsWith('平安县水利局2026年政府信息公开工作年度报告.nianbao'));
    assert.deepStrictEqual(
      (await findingsWhen(editor.document.uri, (all) => all.length > 0)).map(codeOf).filter((code) => code !== 'blank-cells'),
      [],
    );
    await screenshot('new-report');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('inserts all that a draft lacks, and then says nothing of it', async () => {
    const { document } = await open(drafted);
    await findingsWhen(document.uri, (all) => all.some((each) => codeOf(each) === 'missing-chapter'));
    const whole = new vscode.Range(document.positionAt(0), document.positionAt(document.getText().length));
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      whole,
      'source.complete.nianbao',
    );
    const [all] = actions;
    assert.ok(all?.edit);
    await vscode.workspace.applyEdit(all.edit);
    await findingsWhen(document.uri, (found) => found.length > 0 && !found.some((each) => codeOf(each).startsWith('missing-chapter')));
    assert.ok(!ours(document.uri).some((each) => codeOf(each) === 'chapter-order'));
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('silences a finding with a reason', async () => {
    const { document } = await open(wrong);
    const [slip] = (await findingsWhen(document.uri, (all) => all.some((each) => codeOf(each) === 'label-slip'))).filter(
      (each) => codeOf(each) === 'label-slip',
    );
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      slip.range,
      vscode.CodeActionKind.QuickFix.value,
    );
    const silence = actions.find(({ title }) => title.includes('忽略'));
    assert.ok(silence?.edit, actions.map(({ title }) => title).join());
    await vscode.workspace.applyEdit(silence.edit);
    await findingsWhen(document.uri, (all) => all.length > 0 && !all.some((each) => each.message === slip.message));
    assert.match(document.getText(), /<!-- nianbao-ignore label-slip: 理由 -->\n/);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });
});
