import * as assert from 'node:assert';
import * as vscode from 'vscode';
import { right, wrong } from './samples';
import { codeOf, fileUri, findingsWhen, host, hosted, inPreview, open, openText, pause, picture, screenshot, until } from './support';

const theme = (name: string) =>
  vscode.workspace.getConfiguration('workbench').update('colorTheme', name, vscode.ConfigurationTarget.Workspace);

describe('seeing in VS Code', () => {
  after(async () => {
    await theme('Default Light Modern');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('shows column names and differences', async () => {
    const settings = vscode.workspace.getConfiguration('nianbao.inlayHints');
    await settings.update('rows', 'all', vscode.ConfigurationTarget.Workspace);
    const { document } = await open(wrong);
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    const hints = await until('hints', async () => {
      const found = await vscode.commands.executeCommand<vscode.InlayHint[]>('vscode.executeInlayHintProvider', document.uri, whole);
      return found.length > 0 ? found : undefined;
    });
    const labels = hints.map(({ label }) => (typeof label === 'string' ? label : label.map(({ value }) => value).join('')));
    assert.ok(labels.includes('自然人'));
    assert.ok(
      labels.some((label) => /^行合计差 [+−]63$/.test(label)),
      labels.filter((label) => label.includes('差')).join(),
    );
  });

  it('turns each kind of hint off by its setting', async () => {
    const settings = vscode.workspace.getConfiguration('nianbao.inlayHints');
    await settings.update('columns', false, vscode.ConfigurationTarget.Workspace);
    const { document } = await open(wrong);
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    await until('hints without columns', async () => {
      const found = await vscode.commands.executeCommand<vscode.InlayHint[]>('vscode.executeInlayHintProvider', document.uri, whole);
      return found.length > 0 && found.length < 20 ? found : undefined;
    });
    await settings.update('rows', undefined, vscode.ConfigurationTarget.Workspace);
    await settings.update('columns', undefined, vscode.ConfigurationTarget.Workspace);
  });

  it('links the documents that are cited, and finds reports by name', async () => {
    const editor = await openText('# 平安县统计局2025年政府信息公开工作年度报告\n\n按照《中华人民共和国政府信息公开条例》编制。\n');
    const links = await until('links', async () => {
      const found = await vscode.commands.executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', editor.document.uri);
      return found.length > 0 ? found : undefined;
    });
    assert.match(String(links[0].target), /gov\.cn/);
    const symbols = await vscode.commands.executeCommand<vscode.SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', '民政局');
    assert.ok(symbols.some(({ location }) => location.uri.path.includes('民政局')));
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('has a picture for the README, of a squiggle beside the preview', async function () {
    if (!hosted) this.skip();
    await host('viewport', JSON.stringify({ width: 1100, height: 620 }));
    await vscode.commands.executeCommand('workbench.action.closeSidebar');
    const editor = await open(wrong);
    const [suspect] = (await findingsWhen(editor.document.uri, (found) => found.some((each) => codeOf(each) === 'suspect-cell'))).filter(
      (each) => codeOf(each) === 'suspect-cell',
    );
    await vscode.commands.executeCommand('nianbao.preview');
    await inPreview('a table with a mark', "document.querySelector('table') !== null || undefined");
    await vscode.window.showTextDocument(editor.document, vscode.ViewColumn.One);
    editor.selection = new vscode.Selection(suspect.range.start, suspect.range.start);
    editor.revealRange(suspect.range, vscode.TextEditorRevealType.InCenter);
    await until('a squiggle', () => host<boolean>('workbench', "document.querySelector('.squiggly-error') !== null || undefined"));
    await picture('readme', '.part.editor');
    await host('viewport', JSON.stringify({ width: 1360, height: 900 }));
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    // Later tests expect the editor as wide as the side bar leaves it.
    await vscode.commands.executeCommand('workbench.view.explorer');
  });

  it('shows the report as it will be published, wrong cells and missing parts marked', async function () {
    if (!hosted) this.skip();
    await open(wrong);
    await vscode.commands.executeCommand('nianbao.preview');
    const tables = await inPreview<number>('the tables', "document.querySelectorAll('main .table table').length");
    assert.ok(tables >= 3);
    const cell = await inPreview<{ text: string; title: string }>(
      'the wrong cell',
      "(() => { const cell = document.querySelector('td.error'); return cell && { text: cell.textContent, title: cell.title }; })()",
    );
    assert.strictEqual(cell.text, '81');
    assert.match(cell.title, /应为 18/);
    const merged = await inPreview<number>('merged cells', "document.querySelectorAll('th[colspan], th[rowspan]').length");
    assert.ok(merged > 10);
    const missing = await inPreview<string>('what is missing', "document.querySelector('div.missing')?.textContent");
    assert.match(missing, /[一二三四五六]、/);
    await screenshot('preview-light');
  });

  it('runs nothing but its own script, and loads nothing from elsewhere', async function () {
    if (!hosted) this.skip();
    const policy = await inPreview<string>('the policy', "document.querySelector('meta[http-equiv]').content");
    assert.match(policy, /default-src 'none'/);
    assert.ok(!/unsafe|https:|\*;/.test(policy.replace(/https:\/\/\*\.vscode-cdn\.net|https?:\/\/[^ ;]*/g, '')), policy);
    const attack =
      '# 平安县统计局2025年政府信息公开工作年度报告\n\n## 一、总体情况\n\n<img src=x onerror="document.title=1"><script>document.title=2</script>\n';
    await openText(attack);
    const shown = await inPreview<string>(
      'the text',
      "[...document.querySelectorAll('p')].find((p) => p.textContent.includes('onerror'))?.textContent",
    );
    assert.ok(shown.includes('<script>'));
    assert.strictEqual(await host('preview', "document.querySelectorAll('img, main script').length"), 0);
    // What has no nonce does not run, and nothing is fetched, not even from where the page itself comes from.
    const origin = await host<string>('workbench', 'location.origin');
    const tried = await host<string>(
      'preview',
      `(async () => {
        const script = document.createElement('script');
        script.textContent = 'window.broken = true';
        document.body.append(script);
        const fetched = await fetch('${origin}/', { mode: 'no-cors' }).then(() => true, () => false);
        return JSON.stringify([window.broken === true, fetched]);
      })()`,
    );
    assert.strictEqual(tried, '[false,false]');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('follows what is typed, the cursor, and the scrolling; a click leads to the text', async function () {
    if (!hosted) this.skip();
    const editor = await open(right);
    await inPreview('the report', "document.querySelector('h1')?.textContent.includes('水利局') || null");
    const end = editor.document.lineAt(0).range.end;
    await editor.edit((edit) => edit.insert(end, '（征求意见稿）'));
    await inPreview('what was typed', "document.querySelector('h1')?.textContent.includes('征求意见稿') || null");
    const line = editor.document.lineCount - 20;
    editor.revealRange(new vscode.Range(line, 0, line, 0), vscode.TextEditorRevealType.AtTop);
    await inPreview('scrolling', 'document.documentElement.scrollTop > 300 || null');
    await host(
      'preview',
      "(() => { const cell = [...document.querySelectorAll('td')].find((td) => td.textContent === '14'); cell.click(); return true; })()",
    );
    await until('the place in the text', () => {
      const { selection, document } = vscode.window.activeTextEditor ?? editor;
      return document.getText(selection) === '14' ? true : undefined;
    });
    await inPreview('the cell of the cursor', "document.querySelector('td.cursor')?.textContent === '14' || null");
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('looks right in a dark theme', async function () {
    if (!hosted) this.skip();
    await theme('Default Dark Modern');
    const editor = await open(wrong);
    const [suspect] = (await findingsWhen(editor.document.uri, (all) => all.some((each) => codeOf(each) === 'suspect-cell'))).filter(
      (each) => codeOf(each) === 'suspect-cell',
    );
    editor.selection = new vscode.Selection(suspect.range.start, suspect.range.start);
    editor.revealRange(suspect.range, vscode.TextEditorRevealType.InCenter);
    await pause(800);
    await screenshot('preview-dark');
    await theme('Default Light Modern');
  });

  it('corrects what was recognised, and says so', async () => {
    const editor = await open(right);
    await vscode.commands.executeCommand('nianbao.correct', { organ: '平安县水务局', year: 2024 });
    await until('the correction', () =>
      editor.document.getText().startsWith('<!-- nianbao-report organ=平安县水务局 year=2024 -->\n') ? true : undefined,
    );
    await vscode.commands.executeCommand('nianbao.correct', { organ: null, year: null });
    await until('its withdrawal', () => (editor.document.getText().startsWith('# ') ? true : undefined));
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('shows organ, year, form and findings in the status', async function () {
    if (!hosted) this.skip();
    await open(wrong);
    await findingsWhen(fileUri(wrong), (all) => all.length > 0);
    await until('the status', async () => {
      const text = await host<string>('workbench', "document.getElementById('status.languageStatus')?.getAttribute('aria-label')");
      return text && /平安县教育局 · 2025 · .*2021.*\b5\b/.test(text) ? true : undefined;
    });
    await host('hover', '[id="status.languageStatus"]');
    await screenshot('status');
  });

  it('follows nianbao.json', async () => {
    const file = fileUri('nianbao.json');
    await vscode.workspace.fs.writeFile(file, Buffer.from('{ "checks": { "label-slip": "off" } }'));
    await open(wrong);
    await findingsWhen(fileUri(wrong), (all) => all.length > 0 && !all.some((each) => codeOf(each) === 'label-slip'));
    await vscode.workspace.fs.delete(file);
    await findingsWhen(fileUri(wrong), (all) => all.some((each) => codeOf(each) === 'label-slip'));
  });

  it('says in an empty report how to begin', async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.commands.executeCommand('workbench.action.closePanel');
    await openText('');
    await pause(1200);
    await screenshot('empty-report');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});
