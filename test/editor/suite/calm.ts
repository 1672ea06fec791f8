import * as assert from 'node:assert';
import * as vscode from 'vscode';
import { right, wrong } from './samples';
import { fileUri, findingsWhen, host, hosted, inPreview, open, openText, pressKeys, screenshot, until } from './support';

const usual = { width: 1360, height: 900 };
const small = { width: 1366, height: 768 };

const viewport = (size: { width: number; height: number }) => host('viewport', JSON.stringify(size));
const theme = (name: string) =>
  vscode.workspace.getConfiguration('workbench').update('colorTheme', name, vscode.ConfigurationTarget.Workspace);

/** The lines on which the document has hints. */
async function hintedLines({ uri, lineCount }: vscode.TextDocument): Promise<number[]> {
  const whole = new vscode.Range(0, 0, lineCount, 0);
  const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>('vscode.executeInlayHintProvider', uri, whole);
  return [...new Set(hints.map(({ position }) => position.line))];
}

function lineWith(document: vscode.TextDocument, words: string): number {
  const line = document
    .getText()
    .split('\n')
    .findIndex((text) => text.includes(words));
  assert.ok(line >= 0, words);
  return line;
}

/** The line numbers of the text in sight that stand on more than one line of the screen. */
const wrappedLines = `JSON.stringify((() => {
  const editor = document.querySelector('.editor-instance .monaco-editor');
  const number = new Map([...editor.querySelectorAll('.margin-view-overlays > div')].map((line) => [
    line.style.top, line.querySelector('.line-numbers')?.textContent]));
  const tops = [...editor.querySelectorAll('.view-lines > .view-line')].map((line) => line.style.top);
  let last = '';
  const wrapped = new Set();
  for (const top of tops.sort((a, b) => parseFloat(a) - parseFloat(b))) {
    if (number.get(top)) last = number.get(top);
    else wrapped.add(last);
  }
  return { shown: tops.length, wrapped: [...wrapped].map(Number) };
})())`;

/** The widths of the preview's tables in excess of the page, and the totals that are out of sight. */
const outOfSight = `JSON.stringify((() => {
  const cells = [...document.querySelectorAll('[data-total]')];
  return {
    cells: cells.length,
    hidden: cells.filter((cell) => {
      const { left, right, width } = cell.getBoundingClientRect();
      return left < 0 || right > innerWidth + 1 || width < 8 || cell.scrollWidth > cell.clientWidth + 1;
    }).length,
    columns: [...document.querySelectorAll('tr')].filter((row) => {
      const lefts = [...row.querySelectorAll('[data-total]')].map((cell) => cell.getBoundingClientRect().left);
      return new Set(lefts).size < lefts.length;
    }).length,
  };
})())`;

describe('a calm text in VS Code', () => {
  before(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await theme('Default Light Modern');
  });
  after(async () => {
    await viewport(usual);
    await theme('Default Light Modern');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('gives hints to the row of the cursor alone, to all rows by a setting', async () => {
    const editor = await open(right);
    const { document } = editor;
    const line = lineWith(document, '重复申请');
    editor.selection = new vscode.Selection(line, 3, line, 3);
    await until('hints of the row', async () => ((await hintedLines(document)).join() === String(line) ? true : undefined));
    editor.selections = [editor.selection, new vscode.Selection(line + 1, 0, line + 1, 0)];
    await until('hints of two rows', async () => ((await hintedLines(document)).join() === `${line},${line + 1}` ? true : undefined));
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    assert.deepStrictEqual(await hintedLines(document), []);
    const settings = vscode.workspace.getConfiguration('nianbao.inlayHints');
    await settings.update('rows', 'all', vscode.ConfigurationTarget.Workspace);
    await until('all hints', async () => ((await hintedLines(document)).length > 25 ? true : undefined));
    await settings.update('rows', undefined, vscode.ConfigurationTarget.Workspace);
  });

  it('gives hints to all lines of a row that stands one cell a line', async () => {
    const editor = await open(wrong);
    const { document } = editor;
    const line = lineWith(document, '行政规范性文件');
    editor.selection = new vscode.Selection(line, 0, line, 0);
    await until('hints of the row', async () => {
      return (await hintedLines(document)).join() === [line + 1, line + 2, line + 3].join() ? true : undefined;
    });
  });

  it('moves the hints on the screen with the cursor', async function () {
    if (!hosted) this.skip();
    const editor = await open(right);
    const line = lineWith(editor.document, '重复申请');
    const at = (hinted: string) =>
      until(`hints in the row of ${hinted}`, async () => {
        const rows = await host<string[]>(
          'workbench',
          "[...document.querySelectorAll('.editor-instance .view-line')].map((line) => line.textContent).filter((text) => /自然人[\\u200a\\s\\u00a0]*[0-9]/.test(text))",
        );
        return rows?.length === 1 && rows[0].includes(hinted) ? true : undefined;
      });
    editor.selection = new vscode.Selection(line, 3, line, 3);
    editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenter);
    await at('重复申请');
    await pressKeys(['ArrowUp']);
    await at('信访举报投诉类申请');
  });

  it('gives no hints where a text is compared, or can’t be written', async () => {
    const editor = await open(right);
    const { document } = editor;
    const line = lineWith(document, '重复申请');
    editor.selection = new vscode.Selection(line, 3, line, 3);
    await until('hints', async () => ((await hintedLines(document)).length === 1 ? true : undefined));
    const settings = vscode.workspace.getConfiguration('nianbao.inlayHints');
    await settings.update('rows', 'all', vscode.ConfigurationTarget.Workspace);
    const provider = vscode.workspace.registerTextDocumentContentProvider('past', { provideTextDocumentContent: () => document.getText() });
    const past = await vscode.workspace.openTextDocument(fileUri(right).with({ scheme: 'past' }));
    assert.strictEqual(past.languageId, 'nianbao');
    assert.deepStrictEqual(await hintedLines(past), []);
    await vscode.commands.executeCommand('vscode.diff', past.uri, document.uri, '比较');
    assert.deepStrictEqual(await hintedLines(document), []);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await until('hints again', async () => ((await hintedLines(document)).length > 25 ? true : undefined));
    provider.dispose();
    await settings.update('rows', undefined, vscode.ConfigurationTarget.Workspace);
  });

  it('keeps the heading and the column names in sight while the rows are scrolled', async function () {
    if (!hosted) this.skip();
    await viewport(small);
    const editor = await open(right);
    const line = lineWith(editor.document, '重复申请');
    editor.revealRange(new vscode.Range(line, 0, line, 0), vscode.TextEditorRevealType.AtTop);
    await until('the lines that stay', async () => {
      const texts = await host<string[]>(
        'workbench',
        "[...document.querySelectorAll('.sticky-widget .sticky-line-content')].map(({ textContent }) => textContent.replace(/[\\s|\\u00a0]+/g, ' ').trim())",
      );
      const wanted = [
        '三、收到和处理政府信息公开申请情况',
        '自然人 法人或其他组织 总计',
        '商业企业 科研机构 社会公益组织 法律服务机构 其他',
      ];
      return texts?.length === 3 && wanted.every((words, index) => texts[index].endsWith(words)) ? true : undefined;
    });
    await screenshot('sticky');
  });

  it('leaves no row wrapped beside the preview at 1366 pixels that fits', async function () {
    if (!hosted) this.skip();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    // The height matters to no width: the whole text is in sight.
    await viewport({ width: small.width, height: 2400 });
    const text = Buffer.from(await vscode.workspace.fs.readFile(fileUri(right))).toString();
    const report = await openText(text);
    const { document } = report;
    await vscode.commands.executeCommand('nianbao.preview');
    const long = [
      '（本列数据的',
      '（区分处理的',
      '申请人无正当理由逾期不补正',
      '申请人逾期未按收费通知',
      '| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
      '结果维持',
    ];
    const tooLong = (line: string) => !line.startsWith('|') || long.some((words) => line.includes(words));
    await until('rows in one line each, but for those that are too long', async () => {
      const { shown, wrapped } = JSON.parse((await host<string>('workbench', wrappedLines)) ?? '{}') as {
        shown: number;
        wrapped: number[];
      };
      const needless = wrapped.map((line) => document.lineAt(line - 1).text).filter((line) => !tooLong(line));
      // Before the halves have their widths, nothing wraps at all.
      return shown > 90 && needless.length === 0 && wrapped.length > 2 ? true : undefined;
    });
    await pressKeys(['ArrowDown']);
    await until('the keyboard in the text', () => (vscode.window.activeTextEditor?.selection.active.line === 1 ? true : undefined));
    // What the user makes of the halves stays.
    await vscode.commands.executeCommand('workbench.action.evenEditorWidths');
    const even = await until('even widths', async () => ((await host<number>('preview', 'innerWidth')) ?? 0) > 450 || undefined);
    await vscode.commands.executeCommand('nianbao.preview');
    assert.ok(even);
    assert.ok(((await host<number>('preview', 'innerWidth')) ?? 0) > 450);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('keeps all totals in sight in the preview, as wide as their figures may be', async function () {
    if (!hosted) this.skip();
    await viewport(small);
    const editor = await open(right);
    await vscode.commands.executeCommand('nianbao.preview');
    const totals = async (what: string, wide: number) => {
      await inPreview(what, `document.querySelectorAll('.table.wide').length === ${wide} || null`);
      const { cells, hidden, columns } = JSON.parse((await host<string>('preview', outOfSight)) ?? '{}');
      assert.ok(cells > 25);
      assert.deepStrictEqual({ hidden, columns }, { hidden: 0, columns: 0 });
    };
    await inPreview('the tables', "document.querySelectorAll('[data-total]').length > 25 || null");
    await totals('tables that fit', 0);
    assert.strictEqual(await host('preview', 'document.documentElement.scrollWidth <= innerWidth'), true);
    await screenshot('narrow-light');
    const line = lineWith(editor.document, '| 1 | 0 | 0 | 1 | 2 |');
    const { range } = editor.document.lineAt(line);
    await editor.edit((edit) => edit.replace(range, `| ${Array.from({ length: 15 }, () => '12345').join(' | ')} |`));
    await totals('a table that is too wide', 1);
    await host('preview', "document.querySelector('.wide').scrollIntoView({ block: 'center' })");
    await screenshot('narrow-wide-figures');
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await totals('tables that fit', 0);
  });

  it('leads by keyboard through what is found, each finding once, and from there to the text', async function () {
    if (!hosted) this.skip();
    await open(wrong);
    const found = await findingsWhen(fileUri(wrong), (all) => all.length > 5);
    await vscode.commands.executeCommand('nianbao.preview');
    await inPreview(
      'the findings',
      "document.querySelector('td.error .stop') && document.querySelector('h1')?.textContent.includes('教育局') || null",
    );
    assert.match(
      (await host<string>('preview', "document.querySelector('[role=status]').textContent")) ?? '',
      new RegExp(`${found.length} `),
    );
    const stops = (await host<number>('preview', "document.querySelectorAll('.stop').length")) ?? 0;
    await host('preview', "document.activeElement.blur(), document.querySelector('.stop').focus()");
    const names: string[] = [];
    for (let index = 0; index < stops; index++) {
      names.push(
        (await host<string>(
          'preview',
          "document.activeElement.matches('.stop') && document.hasFocus() ? document.activeElement.ariaLabel : ''",
        )) ?? '',
      );
      if (names.at(-1)?.startsWith('81 ')) await screenshot('keyboard-light');
      await pressKeys(['Tab']);
    }
    assert.strictEqual(new Set(names).size, stops, names.join('\n'));
    const spoken = names.join('\n');
    for (const { message, severity } of found) {
      const word = ['错误', '警告', '提示', '提示'][severity];
      assert.strictEqual(spoken.split(`${word}：${message}`).length, 2, message);
    }
    assert.strictEqual(
      await host('preview', "document.querySelectorAll('.notes li:not([aria-hidden]):not(:has(.stop)), [aria-hidden] .stop').length"),
      0,
    );
    await host('preview', "document.querySelector('td.error .stop').focus()");
    await pressKeys(['Enter']);
    await until('the place in the text', () => {
      const editor = vscode.window.activeTextEditor;
      return editor?.document.getText(editor.selection) === '81' ? true : undefined;
    });
  });

  it('keeps the focus in the page while the text changes, and in the text while the page does', async function () {
    if (!hosted) this.skip();
    const editor = await open(wrong);
    await vscode.commands.executeCommand('nianbao.preview');
    await inPreview('the findings', "document.querySelector('td.error .stop') && true");
    await host('preview', "document.querySelector('td.error .stop').focus()");
    const change = new vscode.WorkspaceEdit();
    change.insert(editor.document.uri, new vscode.Position(3, 0), '第一次改动\n');
    await vscode.workspace.applyEdit(change);
    await inPreview('the change', "document.body.textContent.includes('第一次改动') || null");
    assert.match((await host<string>('preview', "document.hasFocus() ? document.activeElement.ariaLabel : ''")) ?? '', /^81 /);
    await vscode.window.showTextDocument(editor.document, { viewColumn: vscode.ViewColumn.One, selection: new vscode.Range(3, 0, 3, 0) });
    await until('the focus in the text', async () => ((await host('preview', 'document.hasFocus()')) === false ? true : undefined));
    await pressKeys([...'abc'], 150);
    await inPreview('what was typed', "document.body.textContent.includes('abc') || null");
    assert.strictEqual(await host('preview', 'document.hasFocus()'), false);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('shows where the focus is in every theme', async function () {
    if (!hosted) this.skip();
    for (const [name, label] of [
      ['dark', 'Default Dark Modern'],
      ['contrast', 'Default High Contrast'],
      ['contrast-light', 'Default High Contrast Light'],
    ]) {
      await theme(label);
      await open(wrong);
      await vscode.commands.executeCommand('nianbao.preview');
      const outline = await inPreview<string>(
        'the focus',
        `(() => {
          const stop = document.querySelector('td.error .stop');
          if (!stop || !document.body.className.includes('${name.startsWith('contrast') ? 'vscode-high-contrast' : 'vscode-dark'}')) return null;
          stop.focus();
          const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(stop.closest('td'));
          return [outlineStyle, outlineWidth, outlineColor].join(' ');
        })()`,
      );
      assert.match(outline, /^solid [23]px rgb\(/, name);
      await screenshot(`keyboard-${name}`);
    }
    await theme('Default Light Modern');
  });

  it('leaves no row wrapped at 1920 pixels', async function () {
    if (!hosted) this.skip();
    await viewport({ width: 1920, height: 1080 });
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const editor = await open(right);
    editor.revealRange(new vscode.Range(50, 0, 50, 0), vscode.TextEditorRevealType.AtTop);
    await vscode.commands.executeCommand('nianbao.preview');
    await inPreview('the tables', "document.querySelectorAll('[data-total]').length > 25 || null");
    await until('no row wrapped', async () => {
      const { shown, wrapped } = JSON.parse((await host<string>('workbench', wrappedLines)) ?? '{}') as {
        shown: number;
        wrapped: number[];
      };
      const rows = wrapped.map((line) => editor.document.lineAt(line - 1).text).filter((line) => line.startsWith('|'));
      return shown > 20 && rows.length === 0 ? true : undefined;
    });
    await screenshot('wide-light');
  });
});
