import * as l10n from '@vscode/l10n';
import chinese from '../l10n/bundle.l10n.zh-cn.json';

export type Language = 'zh-cn' | 'en';

/** The language of a locale name (zh-CN, en_US.UTF-8); Chinese, the product's own, for any other. */
export function languageOf(locale: string | undefined): Language {
  return locale?.toLowerCase().startsWith('en') ? 'en' : 'zh-cn';
}

let current: Language = 'en';

/** The language of this process’s messages. */
export function currentLanguage(): Language {
  return current;
}

/** Sets the language of all messages of this process. */
export function setLanguage(language: Language): void {
  current = language;
  l10n.config({ contents: language === 'en' ? {} : chinese });
}

/** What there is to tell the language of an editor’s messages from. Locales are as the platform writes them. */
export interface EditorLocales {
  /** The setting `nianbao.language`. */
  asked?: string;
  /** The language that the editor speaks; undefined where it does not say. */
  editor?: string;
  /** The language that the user chose for the editor, or else the system’s; there may be no language pack for it. */
  user?: string;
  /** The language of the system. */
  system?: string;
  /** Locales of the process that the messages come from. */
  process?: readonly (string | undefined)[];
}

/**
 * The language for an editor: the one that is set, else the editor's own. An editor that speaks English may only lack a
 * language pack: then the system’s language counts, unless the user chose English on a Chinese system.
 */
export function languageOfEditor({ asked, editor, user, system, process = [] }: EditorLocales): Language {
  if (asked && asked !== 'auto') return languageOf(asked);
  if (editor === undefined || isChinese(editor)) return 'zh-cn';
  const isEnglish = editor.toLowerCase().startsWith('en');
  const isChosen = user?.toLowerCase().startsWith('en') && isChinese(system);
  if (!isEnglish || isChosen) return 'en';
  return [user, system, ...process].some(isChinese) ? 'zh-cn' : 'en';
}

function isChinese(locale: string | undefined): boolean {
  return locale !== undefined && /^zh(?![a-z])/i.test(locale);
}

/** Sentences one after the other, as the language sets them. */
export function inOneLine(sentences: readonly string[]): string {
  return sentences.join(current === 'en' ? ' ' : '');
}
