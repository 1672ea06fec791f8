import { inOrder } from './in-order';
import { cancelled } from './job-error';
import { type Batch, type JobResult, PoolWorker, type WorkerStart } from './pool-worker';

/** How a pool is made. */
export interface PoolOptions extends WorkerStart {
  /** Number of worker threads. */
  threads: number;
  /** Jobs that `runInOrder` sends in one message; 1 without it. Many small jobs are faster in larger batches. */
  batchSize?: number;
  /** Batches that are sent to a worker before it has finished the first; 1 without it. With more, a worker never waits. */
  batchesAhead?: number;
}

/**
 * Worker threads that run jobs: plain data in, plain data out. A job that takes too long or too much memory, or crashes its
 * thread, fails alone; the thread starts again for the others.
 */
export class WorkerPool<J, R> {
  private readonly workers: readonly PoolWorker<J, R>[];
  private readonly waiting: Batch<J, R>[] = [];
  private readonly batchSize: number;
  private readonly batchesAhead: number;

  constructor({ threads, batchSize = 1, batchesAhead = 1, ...start }: PoolOptions) {
    this.batchSize = batchSize;
    this.batchesAhead = batchesAhead;
    const giveBack = (batches: readonly Batch<J, R>[]) => {
      this.waiting.unshift(...batches);
      this.assign();
    };
    this.workers = Array.from({ length: threads }, () => new PoolWorker(start, () => this.assign(), giveBack));
  }

  /** Runs one job. Rejects with a `JobError` if it has no result; an abort of `signal` cancels it. */
  async run(job: J, signal?: AbortSignal): Promise<R> {
    if (signal?.aborted) throw cancelled();
    let cancel = () => {};
    try {
      const [result] = await new Promise<JobResult<R>[]>((resolve) => {
        const batch = { jobs: [job], resolve };
        cancel = () => this.cancel(batch);
        signal?.addEventListener('abort', cancel);
        this.add(batch);
      });
      if ('error' in result) throw result.error;
      return result.value;
    } finally {
      signal?.removeEventListener('abort', cancel);
    }
  }

  /** Runs jobs on all threads; yields each with its result in the order of the jobs, as soon as it is there. */
  async *runInOrder(jobs: readonly J[]): AsyncGenerator<{ job: J; result: JobResult<R> }> {
    const batches = Array.from({ length: Math.ceil(jobs.length / this.batchSize) }, (_, index) =>
      jobs.slice(index * this.batchSize, (index + 1) * this.batchSize),
    );
    const most = this.workers.length * this.batchesAhead;
    const run = async (batch: readonly J[]) => {
      const results = await new Promise<JobResult<R>[]>((resolve) => this.add({ jobs: batch, resolve }));
      return batch.map((job, index) => ({ job, result: results[index] }));
    };
    for await (const done of inOrder(batches, most, run)) yield* done;
  }

  /** Ends all threads; jobs that are not done are cancelled. */
  async close(): Promise<void> {
    for (const batch of this.waiting.splice(0)) batch.resolve(batch.jobs.map(() => ({ error: cancelled() })));
    await Promise.all(this.workers.map((worker) => worker.close()));
  }

  private add(batch: Batch<J, R>): void {
    this.waiting.push(batch);
    this.assign();
  }

  /** Sends waiting batches to the workers that have the fewest. */
  private assign(): void {
    while (this.waiting.length > 0) {
      const worker = this.workers.reduce((one, other) => (other.load < one.load ? other : one));
      if (worker.load >= this.batchesAhead) return;
      const next = this.waiting.shift();
      if (next) worker.send(next);
    }
  }

  private cancel(batch: Batch<J, R>): void {
    const at = this.waiting.indexOf(batch);
    if (at >= 0) this.waiting.splice(at, 1);
    else for (const worker of this.workers) worker.cancel(batch);
    batch.resolve([{ error: cancelled() }]);
  }
}
