import assert from 'node:assert/strict';
import { type EditorLocales, languageOfEditor } from '../../core/language';

describe('the language of messages in an editor', () => {
  const cases: [string, EditorLocales, 'zh-cn' | 'en'][] = [
    ['the setting comes first', { asked: 'en', editor: 'zh-cn', user: 'zh-cn', system: 'zh-cn' }, 'en'],
    ['the setting comes before the language of the editor', { asked: 'zh-cn', editor: 'en', user: 'en', system: 'en' }, 'zh-cn'],
    ['`auto` leaves the choice to the editor', { asked: 'auto', editor: 'zh-cn' }, 'zh-cn'],
    ['a Chinese editor gets Chinese on any system', { editor: 'zh-tw', user: 'zh-tw', system: 'en' }, 'zh-cn'],
    ['an editor in a third language gets English', { editor: 'de', user: 'de', system: 'zh-cn', process: ['zh-CN'] }, 'en'],
    ['an editor without a language pack gets Chinese on a Chinese system', { editor: 'en', user: 'zh-cn', system: 'zh-cn' }, 'zh-cn'],
    ['a user who set Chinese without a language pack gets Chinese', { editor: 'en', user: 'zh-cn', system: 'en' }, 'zh-cn'],
    ['English chosen on a Chinese system stays English', { editor: 'en', user: 'en', system: 'zh-cn', process: ['zh-CN'] }, 'en'],
    [
      'an editor on another machine has the language of the process',
      { editor: 'en', user: 'en', system: 'en', process: ['zh-CN'] },
      'zh-cn',
    ],
    ['the environment’s language counts too', { editor: 'en', process: ['en-US', 'zh_CN.UTF-8'] }, 'zh-cn'],
    ['an English system gets English', { editor: 'en-GB', user: 'en-gb', system: 'en-gb', process: ['en-GB', 'en_GB.UTF-8'] }, 'en'],
    ['an English editor alone gets English', { editor: 'en', process: [undefined] }, 'en'],
    ['an editor that does not state its language gets Chinese', {}, 'zh-cn'],
  ];
  for (const [title, locales, language] of cases)
    it(title, () => {
      assert.equal(languageOfEditor(locales), language);
    });
});
