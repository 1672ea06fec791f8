import * as assert from 'node:assert';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { closeAll, reportIn, run, told, write } from './driving';
import { host, hosted, screenshot, until } from './support';

describe('where no folder is open', () => {
  const file = vscode.Uri.file(path.join(tmpdir(), `nianbao-${process.pid}.txt`));

  before(function () {
    if (!hosted) this.skip();
  });
  afterEach(closeAll);
  after(() => vscode.workspace.fs.delete(file).then(undefined, () => undefined));

  it('asks for the place of a new report, and proposes its title', async () => {
    await run('nianbao.newReport', { organ: '平安县地震局', year: 2025 });
    const document = await reportIn('/平安县地震局2025年政府信息公开工作年度报告.nianbao');
    await run('workbench.action.focusActiveEditorGroup');
    await host('press', 'Control+s');
    await until('the dialog', async () => {
      const script =
        "document.querySelector('.quick-input-widget input')?.value.includes('/平安县地震局2025年政府信息公开工作年度报告.nianbao')";
      return (await host<boolean>('workbench', script)) || undefined;
    });
    await screenshot('save-without-a-folder');
    await host('press', 'Escape');
    assert.ok(document.isDirty && document.isUntitled);
  });

  it('asks about a file that the user opened', async () => {
    await write(file, '平安县档案馆\n2024年度政府信息公开工作年度报告\n\n一、总体情况\n全年主动公开信息12条。\n');
    await run('vscode.open', file);
    await told(t('Never ask again'));
  });
});
