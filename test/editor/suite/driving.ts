import * as vscode from 'vscode';
import { languageOf, setLanguage } from '../../../core/language';
import { host, until } from './support';

/** The language that the editor runs in. */
export const locale = languageOf(process.env.NIANBAO_LOCALE);
setLanguage(locale);

export const run = vscode.commands.executeCommand;
/** Time in which a question would have come, in milliseconds: the texts are short, and typing is waited for a second. */
export const enough = 2500;

/** What the notifications say. Under test the editor does not show them by itself. */
export async function notifications(): Promise<string> {
  await run('notifications.showList');
  return (await host<string>('workbench', "document.querySelector('.notifications-center')?.textContent ?? ''")) ?? '';
}

export const told = (words: string) =>
  until(`a notification with “${words}”`, async () => ((await notifications()).includes(words) ? true : undefined));

/** Presses a button of the notification, again if the list was redrawn under the mouse and took no click. */
export async function answer(label: string): Promise<void> {
  const press = async () => {
    // An explanation of what is under the mouse may cover the button.
    await host('hover', '.notifications-center .notification-list-item-message');
    await host('click', `.notifications-center .monaco-button:has-text("${label}")`);
  };
  const gone = async () => ((await notifications()).includes(label) ? undefined : true);
  for (let tries = 0; tries < 5; tries += 1) {
    await press();
    if (await until('the notification to go', gone, 5).catch(() => false)) return;
  }
  throw new Error(`“${label}” was pressed in vain`);
}

/** What stands in the box of choices, or of input. */
export const choices = () =>
  host<string>('workbench', "document.querySelector('.quick-input-widget:not([style*=\"display: none\"])')?.textContent ?? ''");
export const asked = (words: string) =>
  until(`a choice with “${words}”`, async () => ((await choices())?.includes(words) ? true : undefined));
export const choose = (words: string) => host('click', `.quick-input-list .monaco-list-row:has-text("${words}")`);

export function active(): vscode.TextDocument | undefined {
  return vscode.window.activeTextEditor?.document;
}

export const reportIn = (name: string) =>
  until(`the report ${name}`, () => {
    const document = active();
    return document?.languageId === 'nianbao' && document.uri.path.endsWith(name) ? document : undefined;
  });

/** Closes all, whatever has not been saved. */
export async function closeAll(): Promise<void> {
  await run('notifications.clearAll');
  await run('workbench.action.closeQuickOpen');
  await run('_workbench.revertAllDirty');
  await run('workbench.action.closeAllEditors');
  await run('workbench.action.closePanel');
}

export async function write(uri: vscode.Uri, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
}
