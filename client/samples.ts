import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { decode } from '../core/text/decode';
import { untitled } from './untitled';

/** Opens a copy of a sample that the user picks, so that the extension's own file stays as it is. undefined if none is picked. */
export async function askForSample(extensionUri: vscode.Uri): Promise<vscode.TextEditor | undefined> {
  const samples = [
    { file: '平安县教育局2025年政府信息公开工作年度报告.txt', description: t('with mistakes to correct') },
    { file: '平安县民政局2025年（起草中）.nianbao', description: t('half filled in') },
    { file: '平安县水利局2025年政府信息公开工作年度报告.md', description: t('without mistakes') },
  ].map((sample) => ({ ...sample, label: sample.file.replace(/\.\w+$/, '') }));
  const picked = await vscode.window.showQuickPick(samples, {
    title: t('Open a sample'),
    placeHolder: t('A copy is opened. The organs are invented.'),
    ignoreFocusOut: true,
  });
  if (!picked) return undefined;
  const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, 'samples', picked.file));
  return await vscode.window.showTextDocument(await untitled(picked.label, decode(bytes).text), { preview: false });
}
