import * as vscode from 'vscode';
import { type EditorLocales, type Language, languageOfEditor } from '../core/language';

/** The language of the extension's messages in this editor. */
export function languageHere(): Language {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  return languageOfEditor({
    asked: vscode.workspace.getConfiguration('nianbao').get<string>('language'),
    editor: vscode.env.language,
    ...chosenLocales(process.env.VSCODE_NLS_CONFIG),
    process: [Intl.DateTimeFormat().resolvedOptions().locale, LC_ALL || LC_MESSAGES || LANG],
  });
}

/** The locales that VS Code passes to its extension host. */
function chosenLocales(config: string | undefined): Pick<EditorLocales, 'user' | 'system'> {
  try {
    const { userLocale, osLocale } = JSON.parse(config ?? '{}');
    return { user: asText(userLocale), system: asText(osLocale) };
  } catch {
    return {};
  }
}

function asText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
