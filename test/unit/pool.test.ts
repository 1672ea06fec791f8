import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Job } from '../../cli/threads/jobs';
import { Pool } from '../../cli/threads/pool';
import { sample } from '../support/samples';

const script = pathToFileURL(path.resolve(__dirname, '../../dist/cli.js'));

describe('threads that check files @built', () => {
  it('go on after a file that takes more memory than there is, and name it', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'nianbao-pool-'));
    const pool = new Pool(2, script, 'en', { maxYoungGenerationSizeMb: 4, maxOldGenerationSizeMb: 48 });
    try {
      const paths = Array.from({ length: 70 }, (_, index) => path.join(folder, `${String(index).padStart(2, '0')}.txt`));
      for (const [index, file] of paths.entries()) writeFileSync(file, index === 20 ? '|\n'.repeat(2 << 20) : sample('水利局'));
      const jobs = paths.map((file): Job => ({ kind: 'extract', path: file, named: true, encoding: 'auto' }));
      const said: [string, string | undefined][] = [];
      for await (const outcome of pool.outcomes(jobs)) said.push([outcome.path, 'reason' in outcome ? outcome.reason : undefined]);
      assert.deepEqual(
        said,
        paths.map((file, index) => [file, index === 20 ? 'it takes too much memory' : undefined]),
      );
    } finally {
      await pool.end();
      rmSync(folder, { recursive: true });
    }
  });
});
