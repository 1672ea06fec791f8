import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Files } from '../../files/files';
import { nodeFiles } from '../../files/node-files';
import { expandPaths } from '../../files/paths';
import { ReportFiles } from '../../files/report-files';
import { sample } from '../support/samples';

describe('the files of the machine', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'nianbao-files-'));
    for (const name of ['b.txt', 'A.TXT', 'notes.csv', 'below/c.md', 'node_modules/d.txt']) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), name);
    }
  });
  after(() => rmSync(folder, { recursive: true }));

  it('are listed by globs, relative to the folder and sorted', async () => {
    assert.deepEqual(await nodeFiles.list(folder, ['*.txt', '**/*.md']), ['b.txt', 'below/c.md']);
    assert.deepEqual(await nodeFiles.list(folder, ['*.txt'], { ignoreCase: true }), ['A.TXT', 'b.txt']);
    assert.deepEqual(await nodeFiles.list(folder, ['**/*.txt'], { ignore: ['**/node_modules/**'] }), ['b.txt']);
    assert.deepEqual(await nodeFiles.list(folder, ['below'], { expandFolders: true }), ['below/c.md']);
    assert.deepEqual(await nodeFiles.list(folder, ['below']), []);
  });

  it('have a state that tells files, folders and names of nothing apart, and changes with the content', async () => {
    const file = path.join(folder, 'b.txt');
    const before = await nodeFiles.stat(file);
    assert.ok(before?.kind === 'file' && before.size === 5);
    writeFileSync(file, 'longer');
    assert.notDeepEqual(await nodeFiles.stat(file), before);
    assert.deepEqual(await nodeFiles.stat(folder), { kind: 'folder' });
    assert.deepEqual(
      [await nodeFiles.stat(path.join(folder, 'none')), await nodeFiles.stat(path.join(file, 'none'))],
      [undefined, undefined],
    );
    assert.equal(new TextDecoder().decode(await nodeFiles.read(file)), 'longer');
    await assert.rejects(nodeFiles.read(folder));
  });

  it('are found for a folder, a file, a glob and standard input, each once and in the order of the paths', async () => {
    const within = (name: string) => path.join(folder, name);
    const { files, unreadable } = await expandPaths(nodeFiles, [
      '-',
      within('notes.csv'),
      folder,
      within('b.txt'),
      within('none'),
      within('*.none'),
    ]);
    assert.deepEqual(
      files.map(({ path: file, named, folder: from }) => [path.relative(folder, file), named, from === folder]),
      [
        [path.relative(folder, '-'), true, false],
        ['notes.csv', true, false],
        ['A.TXT', false, true],
        ['b.txt', true, true],
        [path.join('below', 'c.md'), false, true],
      ],
    );
    assert.deepEqual(
      unreadable.map((each) => path.relative(folder, each.path)),
      ['none', '*.none'],
    );
  });
});

describe('the reports in folders', () => {
  /** Files in memory: their content, or an error for those that can't be read. `reads`: the paths that were read. */
  const inMemory = (contents: Record<string, string | Error>) => {
    const reads: string[] = [];
    const files: Files = {
      list: async () => Object.keys(contents),
      read: async (file) => {
        const content = contents[path.basename(file)];
        reads.push(path.basename(file));
        if (content instanceof Error) throw content;
        return new TextEncoder().encode(content);
      },
      stat: async (file) => {
        const content = contents[path.basename(file)];
        return { kind: 'file', size: content === 'huge' ? 33 << 20 : 100, stamp: String(content) };
      },
    };
    return { files, reads, contents };
  };
  const namesOf = (found: Map<string, unknown[]>) => [...found].map(([file, values]) => [path.basename(file), values]);

  it('are read again only when their file has changed', async () => {
    const { files, reads, contents } = inMemory({ 'a.txt': sample('水利局'), 'b.txt': sample('教育局') });
    const reports = new ReportFiles(files, ({ analysis }) => analysis.report.identity.organ);
    const found = [
      ['a.txt', ['平安县水利局']],
      ['b.txt', ['平安县教育局']],
    ];
    assert.deepEqual(namesOf(await reports.all(['/work'], () => false)), found);
    assert.deepEqual(namesOf(await reports.all(['/work'], () => false)), found);
    assert.deepEqual(reads, ['a.txt', 'b.txt']);
    contents['b.txt'] = sample('水利局');
    assert.deepEqual(namesOf(await reports.all(['/work'], () => false))[1], ['b.txt', ['平安县水利局']]);
    assert.deepEqual(reads, ['a.txt', 'b.txt', 'b.txt']);
  });

  it('leave out files that are too large, unreadable, or no report', async () => {
    const { files, reads } = inMemory({
      'huge.txt': 'huge',
      'locked.txt': new Error('locked'),
      'notes.txt': '会议记录',
      'a.txt': sample('水利局'),
    });
    const reports = new ReportFiles(files, () => 1);
    assert.deepEqual(namesOf(await reports.all(['/work'], () => false)), [['a.txt', [1]]]);
    assert.ok(!reads.includes('huge.txt'));
    assert.deepEqual(await reports.read('/work/locked.txt'), []);
  });

  it('are read no further once that is cancelled', async () => {
    const { files, reads } = inMemory({ 'a.txt': sample('水利局'), 'b.txt': sample('教育局') });
    await new ReportFiles(files, () => 1).all(['/work'], () => reads.length > 0);
    assert.deepEqual(reads, ['a.txt']);
  });
});
