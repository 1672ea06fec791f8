import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { JobError } from '../../exchange/threads/job-error';
import type { WorkerLimits } from '../../exchange/threads/pool-worker';
import { WorkerPool } from '../../exchange/threads/worker-pool';

/** What the test's worker does with a job: answers after some milliseconds, throws, ends its thread, or never answers. */
type TestJob = { answer: string; after?: number } | 'throw' | 'exit' | 'hang';

const worker = `
const { parentPort } = require('node:worker_threads');
const perform = (job) => {
  if (job === 'throw') throw new Error('thrown by the job\\nat some place');
  if (job === 'exit') process.exit(1);
  if (job === 'hang') for (;;);
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, job.after ?? 0);
  return job.answer;
};
parentPort.on('message', (jobs) => parentPort.postMessage(jobs.map(perform)));
`;

describe('a pool of workers @slow', () => {
  let folder: string;
  let pool: WorkerPool<TestJob, string>;
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'nianbao-workers-'));
    writeFileSync(path.join(folder, 'worker.cjs'), worker);
  });
  after(() => rmSync(folder, { recursive: true }));
  afterEach(() => pool.close());

  const open = (options: { threads?: number; limits?: WorkerLimits; batchSize?: number; batchesAhead?: number } = {}) => {
    pool = new WorkerPool({ threads: 2, limits: {}, script: path.join(folder, 'worker.cjs'), language: 'en', ...options });
    return pool;
  };
  const failureOf = async (result: Promise<string>) => {
    const error = await result.then(
      () => assert.fail('the job has a result'),
      (reason) => reason,
    );
    assert.ok(error instanceof JobError, String(error));
    return error.failure;
  };
  const resultsOf = async (jobs: readonly TestJob[]) => {
    const results: string[] = [];
    for await (const { result } of pool.runInOrder(jobs)) results.push('error' in result ? result.error.failure : result.value);
    return results;
  };
  const numbered = (count: number) => Array.from({ length: count }, (_, index) => ({ answer: String(index) }));

  it('yields results in the order of the jobs, whichever is done first', async () => {
    open();
    assert.deepEqual(await resultsOf([{ answer: 'slow', after: 200 }, ...numbered(5)]), ['slow', '0', '1', '2', '3', '4']);
  });

  for (const [job, failure] of [
    ['throw', 'crashed'],
    ['exit', 'crashed'],
    ['hang', 'too-long'],
  ] as const)
    it(`fails only the job that ends its thread (${job}), also of a batch`, async () => {
      open({ batchSize: 2, batchesAhead: 2, limits: { milliseconds: 1000 } });
      const jobs: TestJob[] = numbered(20);
      jobs[5] = job;
      assert.deepEqual(
        await resultsOf(jobs),
        jobs.map((_, index) => (index === 5 ? failure : String(index))),
      );
    });

  it('starts again for a job that was waiting when the thread ended', async () => {
    open({ threads: 1 });
    const [first, second] = [pool.run('throw'), pool.run({ answer: 'next' })];
    assert.equal(await failureOf(first), 'crashed');
    assert.equal(await second, 'next');
  });

  it('counts the time of a job from its own start, not from when it was asked for', async () => {
    open({ threads: 1, batchesAhead: 3, limits: { milliseconds: 2000 } });
    const jobs = ['a', 'b', 'c'].map((answer) => ({ answer, after: 700 }));
    assert.deepEqual(await resultsOf(jobs), ['a', 'b', 'c']);
  });

  it('cancels a job that runs, one that waits, and one that was cancelled before it was asked for', async () => {
    open({ threads: 1 });
    const stop = new AbortController();
    const [running, waiting, other] = [
      pool.run('hang', stop.signal),
      pool.run({ answer: 'never' }, stop.signal),
      pool.run({ answer: 'other' }),
    ];
    stop.abort();
    assert.deepEqual([await failureOf(running), await failureOf(waiting)], ['cancelled', 'cancelled']);
    assert.equal(await other, 'other');
    assert.equal(await failureOf(pool.run({ answer: 'never' }, stop.signal)), 'cancelled');
  });

  it('cancels what is not done when it is closed, and starts again if it is used after that', async () => {
    open({ threads: 1 });
    const failures = Promise.all([pool.run('hang'), pool.run({ answer: 'never' })].map(failureOf));
    await pool.close();
    assert.deepEqual(await failures, ['cancelled', 'cancelled']);
    assert.equal(await pool.run({ answer: 'again' }), 'again');
  });
});
