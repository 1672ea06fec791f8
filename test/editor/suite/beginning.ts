import * as assert from 'node:assert';
import { execFileSync } from 'node:child_process';
import * as path from 'node:path';
import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { ConversionPool } from '../../../exchange/conversion-pool';
import { active, answer, asked, choices, choose, closeAll, enough, locale, notifications, reportIn, run, told, write } from './driving';
import { drafted, right, wrong } from './samples';
import { extensionId, fileUri, findingsWhen, host, hosted, open, pause, picture, screenshot, until } from './support';

const root = path.join(__dirname, '..', '..');

describe('recognition in a git repository', () => {
  const folder = fileUri('repository');
  const file = vscode.Uri.joinPath(folder, '上报材料.txt');
  const other = vscode.Uri.joinPath(folder, '另一份.txt');
  const question = '看起来是政府信息公开';
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args], { cwd: folder.fsPath });
  let text = '';

  before(async function () {
    if (!hosted || locale !== 'zh-cn') this.skip();
    await closeAll();
    text = new TextDecoder().decode(await vscode.workspace.fs.readFile(fileUri('notes.txt')));
    await vscode.workspace.fs.createDirectory(folder);
    for (const uri of [file, other]) await write(uri, text);
    git('init', '-q');
    git('add', '.');
    git('commit', '-q', '-m', 'first');
    await write(file, `${text}\n改了一处。\n`);
    await run('git.openRepository', folder.fsPath);
  });
  afterEach(closeAll);
  after(async () => {
    await vscode.workspace.getConfiguration('nianbao').update('recognition', undefined, vscode.ConfigurationTarget.Global);
    await run('git.close');
    await vscode.workspace.fs.delete(folder, { recursive: true }).then(undefined, () => undefined);
  });

  /** Opens a file as a user does: what code opens stays loaded after it is closed. */
  const show = async (uri: vscode.Uri) => {
    await run('vscode.open', uri);
    return await until(`the text ${uri.path}`, () => (active()?.uri.path === uri.path ? active() : undefined));
  };

  /** Another text is asked about: that nothing was asked before tells something only where recognition works. */
  const asksAbout = async (name: string) => {
    const uri = vscode.Uri.joinPath(folder, name);
    await write(uri, text);
    await show(uri);
    await told(`“${name}”${question}`);
  };

  it('asks nothing about a diff, about what stands in git, or about what other code opens', async () => {
    await until('the diff', async () => {
      // The command knows of the change once git has told.
      await run('git.openChange', file);
      return vscode.window.tabGroups.activeTabGroup.activeTab?.input instanceof vscode.TabInputTextDiff ? true : undefined;
    });
    await until('the side from git', () => vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'git'));
    await vscode.workspace.openTextDocument(other);
    await pause(enough);
    assert.ok(!(await notifications()).includes(question));
    const inGit = vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'git');
    assert.ok(inGit);
    await vscode.window.showTextDocument(inGit);
    await pause(enough);
    assert.ok(!(await notifications()).includes(question));
    await screenshot('diff');
    await asksAbout('对照一.txt');
  });

  it('asks about the file itself, and remembers yes', async () => {
    await show(file);
    await told(question);
    await screenshot('question');
    await answer(t('Check it'));
    await reportIn('上报材料.txt');
    await closeAll();
    await until('the file to be closed', () =>
      vscode.workspace.textDocuments.some(({ uri }) => uri.path === file.path) ? undefined : true,
    );
    await show(file);
    await reportIn('上报材料.txt');
    assert.ok(!(await notifications()).includes(question));
  });

  it('lets the user switch such a file back, and then asks no more while it is open', async () => {
    const document = await show(file);
    await reportIn('上报材料.txt');
    await vscode.languages.setTextDocumentLanguage(document, 'plaintext');
    await pause(enough);
    assert.strictEqual(active()?.languageId, 'plaintext');
    assert.ok(!(await notifications()).includes(question));
    await asksAbout('对照二.txt');
  });

  it('remembers no', async () => {
    await show(other);
    await told(question);
    await answer(t('Don’t check this file'));
    await closeAll();
    await show(other);
    await pause(enough);
    assert.strictEqual(active()?.languageId, 'plaintext');
    assert.ok(!(await notifications()).includes(question));
    await asksAbout('对照三.txt');
  });

  it('asks about an untitled text once it looks like a report, and about the next one again', async () => {
    for (const round of [1, 2]) {
      const document = await vscode.workspace.openTextDocument({ content: '' });
      const editor = await vscode.window.showTextDocument(document);
      await run('workbench.action.focusActiveEditorGroup');
      await host('type', '记事');
      await editor.edit((edit) => edit.insert(new vscode.Position(0, 2), `\n${text}`));
      await told(question);
      await answer(round === 1 ? t('Don’t check this file') : t('Check it'));
      if (round === 2) await until('the language', () => (active()?.languageId === 'nianbao' ? true : undefined));
      await closeAll();
    }
  });

  it('never asks again when told so, until the setting that it names is undone', async () => {
    const third = vscode.Uri.joinPath(folder, '第三份.txt');
    await write(third, text);
    await show(third);
    await told(question);
    await answer(t('Never ask again'));
    await told('nianbao.recognition');
    await screenshot('never-again');
    assert.strictEqual(vscode.workspace.getConfiguration('nianbao').inspect('recognition')?.globalValue, 'never');
    await closeAll();
    const fourth = vscode.Uri.joinPath(folder, '第四份.txt');
    await write(fourth, text);
    await show(fourth);
    await pause(enough);
    assert.ok(!(await notifications()).includes(question));
    await vscode.workspace.getConfiguration('nianbao').update('recognition', undefined, vscode.ConfigurationTarget.Global);
    await asksAbout('对照四.txt');
  });
});

describe('the walkthrough', () => {
  const walkthrough = `${extensionId}#first`;
  interface StepOf {
    id: string;
    description: string;
  }
  const steps: StepOf[] = vscode.extensions.getExtension(extensionId)?.packageJSON.contributes.walkthroughs[0].steps ?? [];
  /** The label of a step's button. */
  const labelOf = (id: string, command: string) => {
    const { description = '' } = steps.find((step) => step.id === id) ?? {};
    return [...description.matchAll(/\[(.+?)\]\(command:(.+?)\)/g)].find(([, , named]) => named === command)?.[1] ?? '';
  };
  /** What would only crowd a small picture. */
  const distractions = ['minimap.enabled', 'stickyScroll.enabled'];
  const tones = [
    ['light', 'Light Modern'],
    ['dark', 'Dark Modern'],
  ] as const;
  const theme = (name: string) =>
    vscode.workspace.getConfiguration('workbench').update('colorTheme', name, vscode.ConfigurationTarget.Workspace);

  const show = async (id: string) => {
    await run('workbench.action.openWalkthrough', { category: walkthrough, step: id });
    await until(`the step ${id}`, () =>
      host<boolean>(
        'workbench',
        `!!document.querySelector('.getting-started-step.expanded[data-step-id="${walkthrough}#${id}"]') || undefined`,
      ),
    );
  };
  const isDone = (id: string) =>
    host<boolean>('workbench', `document.querySelector('[data-done-step-id="${walkthrough}#${id}"][aria-checked="true"]') !== null`);
  /** Presses the button of a step on the walkthrough's page. */
  const press = async (id: string, command: string) => {
    const label = labelOf(id, command);
    assert.notStrictEqual(label, '', `${command} has a button`);
    await show(id);
    assert.strictEqual(await isDone(id), false, 'the step is still to be done');
    await host('click', `.getting-started-step.expanded .button-container >> text="${label}"`);
  };
  const problemsShown = () =>
    until(
      'the view of problems',
      async () => (await host<boolean>('workbench', "!!document.querySelector('.markers-panel')")) || undefined,
    );
  const previewShown = () =>
    until('the preview', async () => (await host<boolean>('preview', "document.querySelector('table') !== null")) || undefined);
  /** The workbench ticks a step off once a session. */
  const isTicked = async (id: string) => {
    await show(id);
    await until(`the step ${id} to be done`, async () => ((await isDone(id)) ? true : undefined));
  };

  before(function () {
    if (!hosted) this.skip();
  });
  beforeEach(async () => {
    await closeAll();
    for (const { id } of steps) await run('setContext', `nianbao.done.${id}`, false);
    await run('resetGettingStartedProgress');
  });
  after(async () => {
    await theme('Light Modern');
    await closeAll();
  });

  it('has a button and a picture in every step', () => {
    assert.strictEqual(steps.length, 5);
    for (const { id, description } of steps) assert.match(description, /\(command:nianbao\./, id);
  });

  describe('with a report that was last active', () => {
    it('goes to the first empty figure', async () => {
      await open(drafted);
      await press('fill', 'nianbao.firstEmptyFigure');
      const document = await reportIn(drafted);
      await until('the cursor in an empty cell', () => {
        const { line, character } = vscode.window.activeTextEditor?.selection.active ?? new vscode.Position(0, 0);
        return /\| *$/.test(document.lineAt(line).text.slice(0, character)) ? true : undefined;
      });
      await screenshot(`button-fill-${locale}`);
      await isTicked('fill');
    });

    it('opens its problems', async () => {
      await open(wrong);
      await findingsWhen(fileUri(wrong), (all) => all.length > 0);
      await press('mend', 'nianbao.problems');
      await reportIn(wrong);
      await problemsShown();
      await screenshot(`button-mend-${locale}`);
      await isTicked('mend');
    });

    it('opens its preview', async () => {
      await open(wrong);
      await press('look', 'nianbao.preview');
      await reportIn(wrong);
      await previewShown();
      await screenshot(`button-look-${locale}`);
      await isTicked('look');
    });

    it('formats it', async () => {
      const { document } = await open(wrong);
      await press('hand', 'nianbao.formatDocument');
      await until('a canonical table', () => (document.getText().includes('| --- | --- | --- |') ? true : undefined));
      await isTicked('hand');
    });

    it('exports it', async () => {
      await open(right);
      await press('hand', 'nianbao.export');
      await reportIn(right);
      await asked('.docx');
      await screenshot(`button-export-${locale}`);
    });

    it('prints it', async () => {
      await open(right);
      await press('hand', 'nianbao.print');
      await reportIn(right);
    });

    it('takes the file that was last active, though it is closed by now', async () => {
      await open(drafted);
      await open(wrong);
      await run('workbench.action.closeAllEditors');
      await press('look', 'nianbao.preview');
      await reportIn(wrong);
    });
  });

  describe('without a report', () => {
    /** Forgets what was last active: an untitled text that is closed is gone. */
    beforeEach(async () => {
      await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'nianbao', content: '' }));
      await until('the report', () => (active()?.languageId === 'nianbao' ? true : undefined));
      await closeAll();
    });

    for (const [id, command] of [
      ['fill', 'nianbao.firstEmptyFigure'],
      ['mend', 'nianbao.problems'],
      ['look', 'nianbao.preview'],
      ['hand', 'nianbao.formatDocument'],
      ['hand', 'nianbao.export'],
      ['hand', 'nianbao.print'],
    ])
      it(`offers a sample for ${command}, and goes on with a copy of it`, async () => {
        await press(id, command);
        await asked(t('No report is open'));
        if (command === 'nianbao.problems') await screenshot(`no-report-${locale}`);
        await host('press', 'Enter');
        await asked(t('half filled in'));
        assert.strictEqual(await isDone(id), false);
        await choose('民政局');
        const document = await until('the copy', () => (active()?.languageId === 'nianbao' ? active() : undefined));
        assert.ok(document.isUntitled);
        if (command === 'nianbao.export') await asked('.docx');
        if (command === 'nianbao.problems') await problemsShown();
        if (command === 'nianbao.preview') await previewShown();
      });

    it('does nothing, and ticks nothing off, when the user goes away', async () => {
      const question = t('No report is open');
      // The second time shows that the first has come to its end: the button still asks, and the step is still to be done.
      for (let round = 1; round <= 2; round++) {
        await press('look', 'nianbao.preview');
        await asked(question);
        await host('press', 'Escape');
        await until('the question to go', async () => ((await choices())?.includes(question) ? undefined : true));
      }
      assert.strictEqual(await isDone('look'), false);
      assert.strictEqual(active(), undefined);
    });

    it('opens a sample, and a new report', async () => {
      await press('begin', 'nianbao.openSample');
      await asked(t('with mistakes to correct'));
      await host('press', 'Enter');
      await until('the sample', () => (active()?.languageId === 'nianbao' ? true : undefined));
      await isTicked('begin');
      await run('setContext', 'nianbao.done.begin', false);
      await run('resetGettingStartedProgress');
      await closeAll();
      await press('begin', 'nianbao.newReport');
      await choose(t('$(new-file) A blank report').replace(/^\S+ /, ''));
      await asked(t('Full name of the organ that reports, with its region'));
      await host('type', '平安县气象局');
      await host('press', 'Enter');
      await asked(t('Year reported on'));
      await host('press', 'Enter');
      await until('the report', () => (active()?.uri.path.includes('平安县气象局') ? true : undefined));
    });
  });

  // After its buttons: what is done for the pictures ticks the steps off.
  describe('in pictures', () => {
    it('has pictures of what its steps are about', async () => {
      await host('viewport', JSON.stringify({ width: 820, height: 560 }));
      await run('workbench.action.closeSidebar');
      for (const setting of distractions)
        await vscode.workspace.getConfiguration('editor').update(setting, false, vscode.ConfigurationTarget.Workspace);
      const text = '.part.editor';
      const take = async (id: string, tone: string, ...selectors: string[]) => {
        // Where the mouse brings up no explanation.
        await host('hover', '.margin-view-overlays .active-line-number');
        await picture(`walkthrough/${id}.${locale}.${tone}`, ...selectors);
      };
      const at = (line: number, character = 0) => {
        const editor = vscode.window.activeTextEditor;
        if (!editor) return;
        editor.selection = new vscode.Selection(line, character, line, character);
        editor.revealRange(new vscode.Range(Math.max(0, line - 1), 0, line, 0), vscode.TextEditorRevealType.AtTop);
      };
      const lineOf = (words: string) =>
        active()
          ?.getText()
          .split('\n')
          .findIndex((line) => line.includes(words)) ?? 0;
      /** Waits for what the editor adds to a text: `selector` has some words. */
      const added = (selector: string, words: string) =>
        until(`“${words}” in ${selector}`, () =>
          host<boolean>(
            'workbench',
            `[...document.querySelectorAll('${selector}')].some((each) => each.textContent.replaceAll('\\u00a0', ' ').includes('${words}')) || undefined`,
          ),
        );
      /** Waits for the column’s name in the row of the cursor, and for a squiggle. */
      const isAnnotated = async () => {
        await added('.view-lines', '商业企业');
        await until('a squiggle', () => host<boolean>('workbench', "!!document.querySelector('.squiggly-error') || undefined"));
      };
      for (const [tone, name] of tones) {
        await theme(name);
        await closeAll();
        await run('nianbao.newReport', { organ: '平安县水利局', year: 2026, last: fileUri(right) });
        const begun = await until('the report', () => (active()?.isUntitled ? active() : undefined));
        await findingsWhen(begun.uri, (all) => all.length > 0);
        await take('begin', tone, text);
        await closeAll();
        await open(drafted);
        await run('nianbao.firstEmptyFigure');
        await findingsWhen(fileUri(drafted), (all) => all.length > 0);
        await added('.codelens-decoration', t('0 Fill empty cells: {0}', 2));
        await take('fill', tone, text);
        await closeAll();
        await open(wrong);
        await run('editor.action.formatDocument');
        await findingsWhen(fileUri(wrong), (all) => all.length > 0);
        at(lineOf('（一）予以公开') - 1);
        await run('nianbao.problems');
        await isAnnotated();
        await added('.markers-panel .monaco-list-row', 'suspect-cell');
        await take('mend', tone, text, '.part.panel');
        await run('workbench.action.closePanel');
        await run('nianbao.preview');
        await previewShown();
        at(lineOf('（一）予以公开') - 1);
        await isAnnotated();
        await until(
          'the preview to follow',
          async () => (await host<boolean>('preview', 'document.scrollingElement.scrollTop > 0')) || undefined,
        );
        await take('look', tone, text);
        await closeAll();
        await open(right);
        await run('editor.action.formatDocument');
        run('nianbao.export');
        await asked('.docx');
        await take('hand', tone, text, '.quick-input-widget');
      }
      await closeAll();
      for (const setting of distractions)
        await vscode.workspace.getConfiguration('editor').update(setting, undefined, vscode.ConfigurationTarget.Workspace);
    });

    it('shows its pictures in light and dark', async () => {
      await host('viewport', JSON.stringify({ width: 1500, height: 950 }));
      await run('workbench.action.closeSidebar');
      for (const [tone, name] of tones) {
        await theme(name);
        for (const { id } of steps) {
          await show(id);
          await until('the picture', () =>
            host<boolean>(
              'workbench',
              "[...document.querySelectorAll('.getting-started-media img')].some((img) => img.naturalWidth > 0) || undefined",
            ),
          );
          await screenshot(`walkthrough-${id}-${locale}-${tone}`);
        }
      }
      await host('viewport', JSON.stringify({ width: 1360, height: 900 }));
      await run('workbench.view.explorer');
    });
  });
});

describe('New Report', () => {
  const exchange = new ConversionPool(path.join(root, 'dist', 'exchange.js'), 'zh-cn');
  const word = fileUri('平安县水利局2024年政府信息公开工作年度报告.docx');
  const broken = fileUri('平安县水利局2023年政府信息公开工作年度报告.docx');

  before(async function () {
    if (!hosted || locale !== 'zh-cn') this.skip();
    await closeAll();
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(fileUri(right)));
    await vscode.workspace.fs.writeFile(word, await exchange.sendOut(text.replaceAll('2025年', '2024年'), 'docx'));
    await write(broken, 'PK\u0003\u0004');
  });
  afterEach(closeAll);
  after(async () => {
    await exchange.close();
    for (const uri of [word, broken]) await vscode.workspace.fs.delete(uri).then(undefined, () => undefined);
  });

  const finish = async () => {
    await asked(t('Full name of the organ that reports, with its region'));
    await host('press', 'Enter');
    await asked(t('Year reported on'));
    await host('press', 'Enter');
    return await until('the report', () => (active()?.isUntitled && active()?.languageId === 'nianbao' ? active() : undefined));
  };

  it('proposes the reports of the workspace, the latest year first', async () => {
    run('nianbao.newReport');
    await asked('平安县水利局2024年');
    await asked('平安县教育局2025年');
    await asked('平安县档案馆 · 2024');
    const shown = (await choices()) ?? '';
    assert.ok(shown.indexOf('2025年') < shown.indexOf('水利局2024年'), shown);
    assert.ok(!shown.includes('novel.txt'), shown);
    await screenshot('new-report-choices');
    await choose(wrong);
    const document = await finish();
    assert.match(document.getText(), /^# 平安县教育局2026年/);
    assert.match(document.getText(), /<!-- 上年原文，供参考：/);
  });

  it('begins from a Word file; after one that can’t be read the question stands again', async () => {
    run('nianbao.newReport');
    await asked('平安县水利局2023年');
    await choose('平安县水利局2023年');
    await told('平安县水利局2023年');
    await screenshot('new-report-broken');
    await asked('平安县水利局2024年');
    await choose('平安县水利局2024年');
    const document = await finish();
    assert.match(document.getText(), /^# 平安县水利局2025年/);
    assert.match(document.getText(), /<!-- 上年原文，供参考：/);
  });

  it('is saved under its title; the next one of the same title gets a number', async () => {
    const name = '平安县地震局2025年政府信息公开工作年度报告';
    const asks = { organ: '平安县地震局', year: 2025 };
    const saved = fileUri(`${name}.nianbao`);
    try {
      await run('nianbao.newReport', asks);
      await reportIn(`/${name}.nianbao`);
      await run('workbench.action.focusActiveEditorGroup');
      await host('press', 'Control+s');
      await until('the file', () => (active()?.uri.scheme !== 'untitled' && !active()?.isDirty ? true : undefined));
      assert.strictEqual(active()?.uri.path, saved.path);
      await run('nianbao.newReport', asks);
      await reportIn(`/${name}（2）.nianbao`);
    } finally {
      await closeAll();
      await vscode.workspace.fs.delete(saved).then(undefined, () => undefined);
    }
  });

  it('never replaces another report that is open and not saved', async () => {
    const name = '平安县文物局2025年政府信息公开工作年度报告';
    const content = `# ${name}\n\n## 一、总体情况\n\n另一份。\n`;
    const proposed = (words: string) =>
      until(`${words} to be proposed`, () =>
        host<boolean>('workbench', `document.querySelector('.quick-input-widget input')?.value.endsWith('${words}') || undefined`),
      );
    await run('nianbao.newReport', { organ: '平安县文物局', year: 2025 });
    const draft = await reportIn(`/${name}.nianbao`);
    const text = draft.getText();
    const other = await vscode.workspace.openTextDocument({ language: 'nianbao', content });
    await vscode.window.showTextDocument(other);
    await run('workbench.action.focusActiveEditorGroup');
    await host('press', 'Control+s');
    await proposed(`${name}（2）.nianbao`);
    // The user asks for the name of the other all the same.
    await host('press', 'Control+a');
    await host('type', fileUri(`${name}.nianbao`).path);
    await proposed(`${name}.nianbao`);
    await host('press', 'Enter');
    await told(t('{0} is open and not yet saved, so it was not replaced. Please choose another name.', `${name}.nianbao`));
    await screenshot('save-refused');
    assert.strictEqual(draft.getText(), text);
    assert.ok(draft.isUntitled && !draft.isClosed);
    assert.strictEqual(other.getText(), content);
    assert.ok(other.isUntitled && !other.isClosed);
    await assert.rejects(async () => vscode.workspace.fs.stat(fileUri(`${name}.nianbao`)));
  });

  it('proposes the title for a report typed by hand, without its mark, and keeps all of it', async () => {
    const saved = fileUri('平安县体育局2025年政府信息公开工作年度报告.nianbao');
    const content = '# 平安县体育局2025年政府信息公开工作年度报告\n\n## 一、总体情况\n\n内容。\n';
    try {
      const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'nianbao', content }));
      editor.selection = new vscode.Selection(4, 1, 4, 2);
      await run('workbench.action.focusActiveEditorGroup');
      await host('press', 'Control+s');
      await until('the dialog', () =>
        host<boolean>(
          'workbench',
          "document.querySelector('.quick-input-widget input')?.value.includes('/平安县体育局2025年') || undefined",
        ),
      );
      await screenshot('save-untitled');
      await host('press', 'Enter');
      const document = await until('the file', () => (active()?.uri.path === saved.path && !active()?.isUntitled ? active() : undefined));
      assert.strictEqual(document.getText(), content);
      assert.strictEqual(document.isDirty, false);
      assert.deepStrictEqual(vscode.window.activeTextEditor?.selection, new vscode.Selection(4, 1, 4, 2));
      assert.deepStrictEqual(
        vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).map(({ input }) => input instanceof vscode.TabInputText && input.uri.path),
        [saved.path],
      );
    } finally {
      await closeAll();
      await vscode.workspace.fs.delete(saved).then(undefined, () => undefined);
    }
  });
});
