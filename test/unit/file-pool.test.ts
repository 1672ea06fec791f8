import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FileJob } from '../../cli/threads/file-jobs';
import { FilePool } from '../../cli/threads/file-pool';
import { sample } from '../support/samples';

const script = pathToFileURL(path.resolve(__dirname, '../../dist/cli.js'));

describe('worker threads that check files @built', () => {
  it('report a file that takes too much memory, and process the others', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'nianbao-pool-'));
    const pool = new FilePool(2, script, 'en', { youngMegabytes: 4, oldMegabytes: 48 });
    try {
      const paths = Array.from({ length: 70 }, (_, index) => path.join(folder, `${String(index).padStart(2, '0')}.txt`));
      for (const [index, file] of paths.entries()) writeFileSync(file, index === 20 ? '|\n'.repeat(2 << 20) : sample('水利局'));
      const jobs = paths.map((file): FileJob => ({ kind: 'extract', path: file, named: true, encoding: 'auto' }));
      const said: [string, string | undefined][] = [];
      for await (const outcome of pool.outcomes(jobs)) said.push([outcome.path, 'reason' in outcome ? outcome.reason : undefined]);
      assert.deepEqual(
        said,
        paths.map((file, index) => [file, index === 20 ? 'it takes too much memory' : undefined]),
      );
    } finally {
      await pool.close();
      rmSync(folder, { recursive: true });
    }
  });
});
