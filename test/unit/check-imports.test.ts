import assert from 'node:assert/strict';
import { deadPaths, importsOf, problemsOf, rowsOf } from '../../scripts/check-imports';

const page = `
| folder | what it does | imports | from outside |
| --- | --- | --- | --- |
| \`core/text\` | lines | — | — |
| \`core/report\` | reports | \`core/text\` | libraries |
| \`cli\` | commands | \`core/text\`, \`core/report\` | node, libraries |
`;
const rows = rowsOf(page);
const isThere = () => true;
const problems = (file: string, source: string) => problemsOf(rows, [[file, source]], isThere);

describe('the check of imports', () => {
  it('lets a file import its own folder and the folders of its row', () => {
    assert.deepEqual(problems('core/report/a.ts', "import { b } from './b';\nimport type { L } from '../text/lines';\n"), []);
  });
  it('refuses a folder that the row does not name, imported types and modules loaded later included', () => {
    assert.deepEqual(problems('core/text/a.ts', "import type { R } from '../report/report';\n"), [
      'core/text/a.ts: core/text may not import core/report (../report/report)',
    ]);
    assert.equal(problems('core/text/a.ts', "const x = await import('../report/report');\n").length, 1);
  });
  it('refuses what comes from outside unless the row allows its kind', () => {
    assert.deepEqual(problems('core/report/a.ts', "import leven from 'fastest-levenshtein';\n"), []);
    assert.equal(problems('core/report/a.ts', "import fs from 'node:fs';\n").length, 1);
    assert.equal(problems('core/report/a.ts', "import type { Range } from 'vscode-languageserver-types';\n").length, 1);
    assert.equal(problems('core/text/a.ts', "import leven from 'fastest-levenshtein';\n").length, 1);
    assert.equal(problems('cli/a.ts', "import * as vscode from 'vscode';\n").length, 1);
  });
  it('refuses a folder without a row, a row without a folder, and a row that imports one below it', () => {
    assert.equal(problems('files/a.ts', '').length, 1);
    assert.equal(problemsOf(rows, [], (name: string) => name !== 'cli').length, 1);
    const circle = rowsOf(page.replace('| lines | — |', '| lines | `core/report` |'));
    assert.deepEqual(problemsOf(circle, [], isThere), ['docs/architecture.md: core/text imports core/report, which stands below it']);
  });
  it('finds imports over several lines and re-exports, and no words of a comment', () => {
    assert.deepEqual(importsOf("import {\n  a,\n} from './a';\nexport { b } from './b';\n// it comes from 'c'\n"), ['./a', './b']);
  });
  it('finds the paths in a page that do not exist', () => {
    assert.deepEqual(
      deadPaths('see `core/nowhere/x.ts`, `core/text` and `npm test`', (name: string) => name === 'core/text'),
      ['core/nowhere/x.ts'],
    );
  });
});
