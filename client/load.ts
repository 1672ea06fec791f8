import { currentLanguage } from '../core/language';

/** The part of the extension that brings the whole engine. */
export async function later(): Promise<typeof import('./later')> {
  const loaded = await import('./later');
  // A bundle of its own has messages of its own.
  loaded.setLanguage(currentLanguage());
  return loaded;
}
