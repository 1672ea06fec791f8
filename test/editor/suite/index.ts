import * as vscode from 'vscode';

/** Runs the suite inside the extension host; VS Code calls it. */
export async function run(): Promise<void> {
  const loaded = require('mocha');
  const Mocha = loaded.default ?? loaded;
  // NIANBAO_GREP runs those tests alone whose titles it matches.
  const grep = process.env.NIANBAO_GREP;
  // The editor and its browser share a machine that may be busy: a test that fails once is tried once more.
  const mocha = new Mocha({ ui: 'bdd', timeout: 60_000, color: false, reporter: 'spec', retries: 1, grep });
  mocha.suite.emit('pre-require', globalThis, 'suite', mocha);
  if (process.env.NIANBAO_SESSION === 'restricted') require('./restricted');
  else if (vscode.workspace.workspaceFolders?.length) {
    require('./reading');
    require('./typing');
    require('./pasting');
    require('./writing');
    require('./seeing');
    require('./calm');
    require('./reviewing');
    require('./exchanging');
    require('./rolling-up');
    require('./beginning');
  } else require('./without-folder');
  await vscode.commands.executeCommand('workbench.action.closeAuxiliaryBar');
  await new Promise<void>((resolve, reject) => {
    const runner = mocha.run((failures: number) => {
      const { passes = 0, pending = 0 } = runner.stats ?? {};
      console.log(`editor: ${passes} passed, ${failures} failed, ${pending} skipped`);
      if (failures > 0) reject(new Error(`${failures} tests failed.`));
      else resolve();
    });
  });
}
