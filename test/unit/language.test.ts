import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { checks } from '../../core/checks/index';

const root = path.resolve(__dirname, '../..');
const json = (file: string): Record<string, string> => JSON.parse(readFileSync(path.join(root, file), 'utf8'));

/** The English messages in the source: what is handed to `t` or `l10n.t` as a literal. */
function messagesIn(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => [
      ...readFileSync(path.join(root, folder, file), 'utf8').matchAll(/(?<![\w.$])(?:vscode\.l10n\.)?t\(\s*'((?:[^'\\]|\\.)*)'/g),
    ])
    .map(([, message]) => message);
}

const places = (message: string) => [...message.matchAll(/\{\d\}/g)].map(([place]) => place).sort();

/** The folders of the product's own code. */
const houses = ['core', 'exchange', 'files', 'server', 'cli', 'client'];

describe('messages', () => {
  const chinese = json('l10n/bundle.l10n.zh-cn.json');
  const messages = [...new Set(houses.flatMap(messagesIn))].sort();

  it('are all there in Chinese, and no others', () => {
    assert.ok(messages.length > 50);
    assert.deepEqual(Object.keys(chinese).sort(), messages);
  });
  it('say the same things in both languages', () => {
    for (const [english, translated] of Object.entries(chinese)) assert.deepEqual(places(translated), places(english), english);
  });
  it('of the manifest are there in both languages', () => {
    const [english, translated] = [json('package.nls.json'), json('package.nls.zh-cn.json')];
    assert.deepEqual(Object.keys(translated).sort(), Object.keys(english).sort());
    const used = [...readFileSync(path.join(root, 'package.json'), 'utf8').matchAll(/"%([\w.-]+)%"/g)].map(([, key]) => key);
    assert.deepEqual([...new Set(used)].sort(), Object.keys(english).sort());
  });
});

describe('the manifest', () => {
  it('knows all checks by name', () => {
    const { contributes } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
    const [setting] = contributes.configuration.flatMap(
      (group: { properties: Record<string, unknown> }) => group.properties['nianbao.checks'] ?? [],
    );
    assert.deepEqual(
      setting.propertyNames.enum,
      checks.map(({ code }) => code),
    );
  });
});

describe('the form is data, once', () => {
  it('no label of the form stands outside core/form', () => {
    const labels = /本年新收|上年结转|结转下年度|不予公开|本机关不掌握|结果维持|现行有效件数|收到和处理政府信息公开申请情况/;
    const files = [...houses, 'scripts'].flatMap((folder) =>
      readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => path.join(folder, file)),
    );
    const copies = files.filter(
      (file) =>
        /\.(?:ts|mjs)$/.test(file) &&
        !file.startsWith(path.join('core/form')) &&
        // The words of prose, which are not the form's.
        file !== path.join('core/prose/subjects.ts') &&
        labels.test(readFileSync(path.join(root, file), 'utf8')),
    );
    assert.deepEqual(copies, []);
  });
});
