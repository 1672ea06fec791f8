import * as assert from 'node:assert';
import * as vscode from 'vscode';
import { right } from './samples';
import { host, open, screenshot, until } from './support';

describe('restricted mode in VS Code', () => {
  it('marks no Chinese text as suspicious, and shows it as calmly as a trusted folder', async () => {
    assert.strictEqual(vscode.workspace.isTrusted, false);
    await open(right);
    await until('the coloured text', async () => {
      const colours = await host<number>(
        'workbench',
        "new Set([...document.querySelectorAll('.view-line span span')].map((span) => span.className)).size",
      );
      return (colours ?? 0) > 3 ? true : undefined;
    });
    await screenshot('restricted');
    const marked = await host<number>('workbench', "document.querySelectorAll('.unicode-highlight, .editor-banner').length");
    assert.strictEqual(marked, 0);
    const minimap = await host<number>(
      'workbench',
      "document.querySelector('.editor-instance .minimap')?.getBoundingClientRect().width ?? 0",
    );
    assert.strictEqual(minimap, 0);
    const editor = vscode.workspace.getConfiguration('editor', { languageId: 'nianbao' });
    const highlight = ['nonBasicASCII', 'ambiguousCharacters', 'invisibleCharacters', 'includeComments', 'includeStrings'];
    assert.deepStrictEqual(
      highlight.map((name) => editor.get(`unicodeHighlight.${name}`)),
      highlight.map(() => false),
    );
  });
});
