import assert from 'node:assert/strict';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(__dirname, '../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const linksOf = (text: string) => [...text.matchAll(/\]\(([^)#]+)\)/g)].map(([, link]) => link).filter((link) => !link.includes('://'));

const pairs = [
  ['README.md', 'README.zh-CN.md'],
  ['docs/editor.md', 'docs/editor.zh-CN.md'],
  ['docs/command-line.md', 'docs/command-line.zh-CN.md'],
];

describe('the pages for users', () => {
  for (const file of [...pairs.flat(), 'CONTRIBUTING.md', 'SECURITY.md', 'docs/testing.md'])
    it(`link to files that exist: ${file}`, () => {
      const missing = linksOf(read(file)).filter((link) => !existsSync(path.join(root, path.dirname(file), link)));
      assert.deepEqual(missing, []);
    });

  for (const [english, chinese] of pairs)
    it(`have as many headings, list items and table rows in both languages: ${english}`, () => {
      const shape = (file: string) =>
        read(file)
          .split('\n')
          .flatMap((line) => /^(?:#+ |- |\||!\[|```)/.exec(line)?.[0] ?? []);
      assert.deepEqual(shape(chinese), shape(english));
    });

  it('name only scripts that the package has', () => {
    const { scripts } = JSON.parse(read('package.json'));
    for (const file of [...pairs.flat(), 'CONTRIBUTING.md', 'docs/testing.md'])
      for (const [, name] of read(file).matchAll(/npm run ([\w:-]+)/g)) assert.ok(name in scripts, `${file}: ${name}`);
  });

  it('name a launch configuration that exists', () => {
    assert.match(read('README.md'), /\*Run Extension\*/);
    const { configurations } = JSON.parse(read('.vscode/launch.json'));
    assert.ok(configurations.some(({ name }: { name: string }) => name === 'Run Extension'));
  });

  it('have a small picture', () => {
    assert.ok(statSync(path.join(root, 'media/readme.png')).size < 200_000);
  });
});
