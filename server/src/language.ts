import * as l10n from '@vscode/l10n';
import chinese from '../../l10n/bundle.l10n.zh-cn.json';

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

/** The language for an editor: the one that is set, else the editor's own, English for any but Chinese. */
export function languageOfEditor(asked: string | undefined, locale: string | undefined): Language {
  if (asked && asked !== 'auto') return languageOf(asked);
  return locale === undefined || locale.toLowerCase().startsWith('zh') ? 'zh-cn' : 'en';
}

/** Sentences one after the other, as the language sets them. */
export function inOneLine(sentences: readonly string[]): string {
  return sentences.join(current === 'en' ? ' ' : '');
}
