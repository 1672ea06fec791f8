import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { ReportAtHand } from './at-hand';
import { later } from './load';
import { askForSample } from './samples';

/** The steps of the walkthrough. */
export type WalkthroughStep = 'begin' | 'fill' | 'mend' | 'look' | 'hand';

/** Marks a step as completed. */
export function done(step: WalkthroughStep): void {
  vscode.commands.executeCommand('setContext', `nianbao.done.${step}`, true);
}

/** Registers the commands that only the walkthrough's buttons use. */
export function registerWalkthrough(atHand: ReportAtHand, extensionUri: vscode.Uri): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand('nianbao.openSample', async () => {
      if (await askForSample(extensionUri)) done('begin');
    }),
    vscode.commands.registerCommand('nianbao.firstEmptyFigure', async () => {
      const editor = await atHand.show();
      if (!editor) return;
      const { document } = editor;
      const at = (await later()).firstEmptyFigure(document.getText());
      if (at === undefined) vscode.window.showInformationMessage(t('No figure of this report is empty.'));
      else {
        const position = document.positionAt(at);
        editor.selection = new vscode.Selection(position, position);
        editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
      }
      done('fill');
    }),
    vscode.commands.registerCommand('nianbao.problems', async () => {
      if (!(await atHand.show())) return;
      await vscode.commands.executeCommand('workbench.action.problems.focus');
      done('mend');
    }),
    vscode.commands.registerCommand('nianbao.formatDocument', async () => {
      if (!(await atHand.show())) return;
      await vscode.commands.executeCommand('editor.action.formatDocument');
      done('hand');
    }),
  );
}
