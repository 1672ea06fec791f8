import { currentLanguage } from '../core/language';

/** Loads the part of the extension that contains the whole engine. */
export async function later(): Promise<typeof import('./later')> {
  const loaded = await import('./later');
  // Each bundle has its own copy of the messages.
  loaded.setLanguage(currentLanguage());
  return loaded;
}
