import { availableParallelism } from 'node:os';
import type { Language } from '../../core/language';
import type { WorkerLimits } from '../../exchange/threads/pool-worker';
import { serveJobs } from '../../exchange/threads/serve-jobs';
import { WorkerPool } from '../../exchange/threads/worker-pool';
import { type InputFile, standardInput } from '../../files/paths';
import { type FileJob, type FileOutcome, performFileJob } from './file-jobs';

/** Files that are sent to a worker in one message. */
const batchSize = 16;
/** A worker never waits for the next batch, and few results are held before they are printed. */
const batchesAhead = 4;
/** V8 heap limits per worker in MB (young, old generation). A larger young generation only delays garbage collection. */
const usualLimits: WorkerLimits = { youngMegabytes: 8, oldMegabytes: 1024 };
/** Fewer files are processed in the main thread: starting a worker takes longer. */
const fewest = 200;

/** How many workers to start for files, of as many as asked for; 0 for standard input, which only the main thread can read. */
export function workersFor(files: readonly InputFile[], asked = availableParallelism()): number {
  return files.length < fewest || files.some(({ path }) => path === standardInput) ? 0 : asked;
}

/** Performs jobs on files, on worker threads or, if `threads` is 0, in this one. `script`: this program, see `servesFileJobs`. */
export class FilePool {
  private readonly pool: WorkerPool<FileJob, FileOutcome> | undefined;

  constructor(threads: number, script: URL, language: Language, limits = usualLimits) {
    if (threads > 0) this.pool = new WorkerPool({ threads, script, language, limits, batchSize, batchesAhead });
  }

  /** The outcome of each job, in the order of the jobs, as soon as it is there. */
  async *outcomes(jobs: readonly FileJob[]): AsyncGenerator<FileOutcome> {
    if (!this.pool) for (const job of jobs) yield performFileJob(job);
    else
      for await (const { job, result } of this.pool.runInOrder(jobs))
        yield 'error' in result ? { path: job.path, reason: result.error.message.split('\n')[0] } : result.value;
  }

  async close(): Promise<void> {
    await this.pool?.close();
  }
}

/** Performs jobs for a `FilePool` if this program was started as one of its workers; returns false otherwise. */
export function servesFileJobs(): boolean {
  return serveJobs(performFileJob);
}
