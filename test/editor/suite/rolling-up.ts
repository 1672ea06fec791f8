import * as assert from 'node:assert';
import * as vscode from 'vscode';
import { latestEdition } from '../../../core/form';
import { digestsIn } from '../../../core/library/digest';
import { rollUp } from '../../../core/library/rollup';
import { drafted, right, wrong } from './samples';
import { fileUri, host, hosted, open, pressKeys, screenshot, until } from './support';

const county = fileUri('county.nianbao');
const last = fileUri('平安县水利局2024.md');
const compilation = fileUri('compilation.md');
const copy = fileUri('水利局（副本）.md');
const made = [county, last, compilation, copy];

const textOf = async (uri: vscode.Uri) => new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
const write = (uri: vscode.Uri, content: string) => vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(content));
const figureIn = (text: string, id = 'requests.new.total') => [...digestsIn(text, '')][0]?.figures.get(id)?.value;

interface Shown {
  label: string;
  ticked: boolean;
  isWrong: boolean;
}

/** The rows of the quick input whose title holds some words, once it is there. */
function quickInput(words: string): Promise<Shown[]> {
  const script = `(() => {
    const widget = document.querySelector('.quick-input-widget');
    const title = widget?.querySelector('.quick-input-title')?.textContent ?? '';
    if (!widget || widget.style.display === 'none' || !title.includes(${JSON.stringify(words)})) return null;
    const rows = [...widget.querySelectorAll('.monaco-list-row')];
    // A key that comes before a row is active means another row.
    const isList = rows.length > 0 && !widget.querySelector('[role=checkbox]');
    if (isList && !widget.querySelector('.monaco-list-row.focused')) return null;
    return rows.map((row) => ({
      label: row.getAttribute('aria-label'),
      ticked: row.querySelector('[role=checkbox]')?.getAttribute('aria-checked') === 'true',
      isWrong: row.innerHTML.includes('codicon-error'),
    }));
  })()`;
  return until(`“${words}”`, async () => (await host<Shown[] | null>('workbench', script)) ?? undefined);
}

async function quickInputGone(): Promise<void> {
  await until('no quick input', async () =>
    (await host<boolean>('workbench', "document.querySelector('.quick-input-widget')?.style.display === 'none'")) ? true : undefined,
  );
}

/** The text of the notifications, once it holds some words. */
async function notified(words: RegExp): Promise<string> {
  await vscode.commands.executeCommand('notifications.showList');
  return until(`a notification ${words}`, async () => {
    const found = await host<string>('workbench', "document.querySelector('.notifications-center')?.textContent ?? ''");
    return found && words.test(found) ? found : undefined;
  });
}

const roll = (given?: object) => void vscode.commands.executeCommand('nianbao.rollup', given);
const dirty = () => vscode.workspace.textDocuments.filter((document) => document.isDirty).map(({ uri }) => uri.path);
const isDiff = ({ input }: vscode.Tab) => input instanceof vscode.TabInputTextDiff;
const tabs = () => vscode.window.tabGroups.all.flatMap((group) => group.tabs);

/** Goes on to the diff that shows what would be written into the county's report. */
async function toDiff(): Promise<void> {
  roll({ files: [fileUri(right)] });
  await quickInput('哪里');
  await pressKeys(['ArrowDown', 'Enter']);
  await quickInput('汇总到“平安县人民政府”');
}

describe('rolling up in VS Code', () => {
  before(async function () {
    if (!hosted) this.skip();
    const now = await textOf(fileUri(right));
    const zero = now
      .replaceAll('平安县水利局', '平安县人民政府')
      .replace(/(\|[^|\n]*[\u4e00-\u9fff][^|\n]*(?:\| {2})*)\| \d[^\n]*/g, (row) => row.replace(/\d+(?:\.\d+)?/g, '0'));
    await write(county, zero);
    await write(last, now.replaceAll('2025', '2024'));
  });
  beforeEach(async () => {
    await vscode.commands.executeCommand('notifications.clearAll');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
  afterEach(async () => {
    while (vscode.window.activeTextEditor) await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.commands.executeCommand('notifications.clearAll');
  });
  after(async () => {
    for (const uri of made) await vscode.workspace.fs.delete(uri).then(undefined, () => undefined);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('asks for year, reports, target and name, and opens a new report under its title', async () => {
    const { document } = await open(right);
    const before = document.getText();
    roll();
    assert.deepStrictEqual(
      (await quickInput('哪个年度')).map(({ label }) => label.replace(/,.*/, '')),
      ['2025', '2024'],
    );
    await screenshot('roll-up-year');
    await pressKeys(['Enter']);
    const listed = await quickInput('哪些 2025 年度');
    const row = (words: string) => listed.find(({ label }) => label.includes(words));
    assert.match(row('教育局')?.label ?? '', /平安县教育局2025.*\.txt · \d 处错误/);
    assert.ok(row('教育局')?.isWrong && !row('水利局')?.isWrong);
    assert.match(row('民政局')?.label ?? '', /不计入汇总/);
    assert.deepStrictEqual(
      listed.map(({ ticked }) => ticked),
      [false, true, true, true],
      'the government’s own report is not summed unless chosen',
    );
    await screenshot('roll-up-reports');
    await pressKeys(['Enter']);
    const targets = await quickInput('填到哪里');
    assert.match(targets[0].label, /新建年报/);
    assert.match(targets[1].label, /平安县水利局.*会改动 \d+ 个数字.*它自己的数字不计入/);
    await screenshot('roll-up-target');
    await pressKeys(['Enter']);
    await quickInput('新年报');
    await screenshot('roll-up-name');
    await pressKeys(['Enter']);
    const fresh = await until('the new report', () => {
      const shown = vscode.window.activeTextEditor?.document;
      return shown?.isUntitled ? shown : undefined;
    });
    assert.match(fresh.uri.path, /平安县人民政府2025年政府信息公开工作年度报告\.nianbao$/);
    const digests = (await Promise.all([wrong, drafted, right].map(fileUri).map(textOf))).flatMap((text) => [...digestsIn(text, '')]);
    const { sums } = rollUp(digests, latestEdition, 2025);
    for (const [id, sum] of sums) assert.strictEqual(figureIn(fresh.getText(), id), sum, id);
    assert.match(
      await notified(/已将/),
      /已将 3 份 2025 年度的年报汇总为新的“平安县人民政府”年报。有错误的：平安县教育局，平安县民政局。没有计入或没有全部计入的：平安县民政局。/,
    );
    await screenshot('roll-up-told');
    assert.strictEqual(document.getText(), before, 'the department’s report that is open is not touched');
    await host('workbench', "[...document.querySelectorAll('.notifications-center .monaco-button')].at(-1).click()");
    const list = await until('the list', () => {
      const shown = vscode.window.activeTextEditor?.document;
      return shown?.uri.scheme === 'nianbao-shown' ? shown : undefined;
    });
    assert.match(list.getText(), /计入汇总的：\n {2}平安县教育局 {2}平安县教育局2025.*\.txt {2}\d 处错误\n/);
    await screenshot('roll-up-list');
  });

  it('shows a diff before it writes into an open report, and one Ctrl+Z takes all back', async () => {
    const { document } = await open('county.nianbao');
    const before = document.getText();
    await toDiff();
    assert.strictEqual(document.getText(), before, 'nothing is written while the diff is shown');
    assert.ok(tabs().some(isDiff));
    await screenshot('roll-up-diff');
    await pressKeys(['Enter', 'Enter']);
    await screenshot('roll-up-diff-next');
    assert.strictEqual(document.getText(), before, 'the first choice only looks at changes');
    await pressKeys(['ArrowDown', 'Enter']);
    await until('the sums', () => (figureIn(document.getText()) === 29 ? true : undefined));
    const digests = [...digestsIn(await textOf(fileUri(right)), '')];
    for (const [id, sum] of rollUp(digests, latestEdition, 2025).sums) assert.strictEqual(figureIn(document.getText(), id), sum, id);
    assert.match(await notified(/已将/), /已将 1 份 2025 年度的年报汇总到“平安县人民政府”年报，改动 \d+ 个数字。/);
    assert.ok(!tabs().some(isDiff), 'the diff is closed');
    await screenshot('roll-up-written');
    await vscode.commands.executeCommand('notifications.clearAll');
    await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
    await pressKeys(['Control+z']);
    await until('all of it taken back', () => (document.getText() === before ? true : undefined));
  });

  it('keeps line ends, and the tab of a report that is only previewed', async () => {
    const before = (await textOf(county)).replaceAll('\n', '\r\n');
    await write(county, before);
    try {
      const document = await vscode.workspace.openTextDocument(county);
      await vscode.window.showTextDocument(document, { preview: true });
      await until('line ends', () => (document.getText() === before ? true : undefined));
      await toDiff();
      await pressKeys(['ArrowDown', 'Enter']);
      await notified(/已将/);
      assert.strictEqual(figureIn(document.getText()), 29);
      assert.ok(!/[^\r]\n/.test(document.getText()));
      assert.strictEqual(tabs().length, 1);
    } finally {
      await vscode.commands.executeCommand('workbench.action.files.revert');
      const restored = before.replaceAll('\r\n', '\n');
      await write(county, restored);
      // The editor takes what is on the disk into a text that it still holds.
      const document = await vscode.workspace.openTextDocument(county);
      await until('the text as it was', () => (document.getText() === restored ? true : undefined));
    }
  });

  it('changes nothing where a user gives up, whatever is being asked', async () => {
    const { document } = await open('county.nianbao');
    const before = document.getText();
    const steps = ['哪个年度', '哪些', '填到哪里', '汇总到'];
    for (let last = 0; last < steps.length; last++) {
      roll();
      for (const [index, words] of steps.slice(0, last + 1).entries()) {
        await quickInput(words);
        if (index < last) await pressKeys(words === '填到哪里' ? ['ArrowDown', 'Enter'] : ['Enter']);
      }
      await pressKeys(['Escape']);
      await quickInputGone();
    }
    await toDiff();
    await pressKeys(['ArrowDown', 'ArrowDown', 'Enter']);
    await quickInputGone();
    await until('the diff to be closed', () => (tabs().some(isDiff) ? undefined : true));
    assert.deepStrictEqual(dirty(), []);
    assert.strictEqual(document.getText(), before);
    // The name of a new report.
    roll({ files: [fileUri(right)], target: 'new' });
    await quickInput('新年报');
    await pressKeys(['Escape']);
    await quickInputGone();
    assert.strictEqual(tabs().length, 1);
  });

  it('writes nothing into a report that is changed while its diff is shown', async () => {
    const { document } = await open('county.nianbao');
    await toDiff();
    const edit = new vscode.WorkspaceEdit();
    edit.insert(county, new vscode.Position(2, 0), '改');
    await vscode.workspace.applyEdit(edit);
    const changed = document.getText();
    await pressKeys(['ArrowDown', 'Enter']);
    await notified(/“平安县人民政府”在此期间有了改动，汇总数没有填入。请重新汇总。/);
    assert.strictEqual(document.getText(), changed);
    await screenshot('roll-up-changed');
  });

  it('writes into both of two editors on one report, and nothing into one that is read-only', async () => {
    const { document } = await open('county.nianbao');
    await vscode.commands.executeCommand('workbench.action.splitEditor');
    const before = document.getText();
    await toDiff();
    await pressKeys(['ArrowDown', 'Enter']);
    await until('the sums', () => (figureIn(document.getText()) === 29 ? true : undefined));
    const both = vscode.window.visibleTextEditors.filter((editor) => editor.document === document);
    assert.deepStrictEqual(new Set(both.map((editor) => editor.viewColumn)), new Set([1, 2]));
    await pressKeys(['Control+z']);
    await until('all of it taken back', () => (document.getText() === before ? true : undefined));
    await vscode.commands.executeCommand('workbench.action.closeEditorsInGroup');
    await open('county.nianbao');
    await vscode.commands.executeCommand('workbench.action.files.setActiveEditorReadonlyInSession');
    await toDiff();
    await pressKeys(['ArrowDown', 'Enter']);
    await notified(/“平安县人民政府”是只读的，没有改动。/);
    await screenshot('roll-up-read-only');
    assert.strictEqual(document.getText(), before);
    await vscode.commands.executeCommand('workbench.action.files.resetActiveEditorReadonlyInSession');
  });

  it('sums every report of a compilation, and names what is there twice', async () => {
    const now = await textOf(fileUri(right));
    await write(compilation, ['教育局', '民政局', '财政局'].map((name) => now.replaceAll('水利局', name)).join('\n'));
    await write(copy, now);
    await vscode.commands.executeCommand('nianbao.rollup', { files: [compilation], target: 'new', organ: '平安县人民政府' });
    assert.strictEqual(figureIn(vscode.window.activeTextEditor?.document.getText() ?? ''), 3 * 29);
    assert.match(await notified(/已将/), /已将 3 份/);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    roll({ year: 2025 });
    const listed = await quickInput('哪些');
    const same = listed.filter(({ label }) => label.startsWith('平安县水利局'));
    assert.deepStrictEqual([same.length, same.filter(({ ticked }) => ticked).length], [2, 1]);
    for (const { label } of same) assert.match(label, /同一机关同一年度的年报还有/);
    await screenshot('roll-up-twice');
    await pressKeys(['Escape']);
  });
});
