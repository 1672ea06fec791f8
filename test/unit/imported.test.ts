import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readReport } from '../../core/report/bind';
import { pasting } from '../../core/writing/paste/pasting';
import { bringIn } from '../../exchange/convert';
import { readWebPage } from '../../exchange/html/read-page';
import { encode } from '../../files/encode';

/*
 * test/fixtures/import/CASE.html is a page, or what a program puts on the clipboard; CASE.md is a text with HTML in it.
 * CASE.expected has the notes on what was left out or guessed, then the text. See fixtures.test.ts for how to add one.
 */
const folder = path.resolve(__dirname, '../fixtures/import');

describe('imported pages and texts', () => {
  for (const name of readdirSync(folder).filter((file) => /\.(html?|md)$/.test(file)))
    it(name, async () => {
      const bytes = readFileSync(path.join(folder, name));
      const { text, notes } = await bringIn(name, bytes);
      const shown = `${notes.map((note) => `! ${note}\n`).join('')}${text}`;
      const expected = path.join(folder, name.replace(/\.(html?|md)$/, '.expected'));
      if (process.env.UPDATE_FIXTURES && !existsSync(expected)) writeFileSync(expected, shown);
      assert.equal(shown, readFileSync(expected, 'utf8'));
      if (name.includes('clipboard')) assert.deepEqual(pastedAtTheEnd(bytes.toString()), { kind: 'table', text: text.trimEnd() });
    });

  it('are the same from a page in GB18030', async () => {
    const page = readFileSync(path.join(folder, 'page-of-a-site.html'), 'utf8');
    const text = page.replace('charset="utf-8"', 'charset="gb2312"');
    const read = (bytes: Uint8Array) => bringIn('page.html', bytes);
    assert.deepEqual(await read(encode({ text, encoding: 'gb18030', mark: false })), await read(Buffer.from(page)));
  });

  it('are pasted as plain text from a clipboard without a table', () => {
    assert.deepEqual(pastedAtTheEnd('<p>全年收到申请5件。</p>'), { kind: 'plain' });
  });
});

/** The result of pasting HTML into an empty text. */
function pastedAtTheEnd(html: string) {
  const passages = readWebPage(html).passages.map(({ passage }) => passage);
  return pasting(readReport(''), { start: 0, end: 0 }, { text: '', passages });
}
