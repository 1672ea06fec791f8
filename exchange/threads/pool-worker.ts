import { Worker } from 'node:worker_threads';
import type { Language } from '../../core/language';
import { cancelled, ended, type JobError, jobErrorOf, tooLong } from './job-error';

/** Limits of a worker and of the jobs that it runs. */
export interface WorkerLimits {
  /** Milliseconds that one job may take; no limit without it. */
  milliseconds?: number;
  /** V8 heap limits per worker in MB (young, old generation); V8's defaults without them. */
  youngMegabytes?: number;
  oldMegabytes?: number;
}

/** What comes of a job. */
export type JobResult<R> = { value: R } | { error: JobError };

/** Jobs that are sent to a worker in one message. */
export interface Batch<J, R> {
  jobs: readonly J[];
  /** Takes the results, in the order of the jobs. Only the first call counts. */
  resolve(results: JobResult<R>[]): void;
}

/** What a worker needs in order to start. */
export interface WorkerStart {
  /** The script that serves the jobs; see `serveJobs`. */
  script: string | URL;
  language: Language;
  limits: WorkerLimits;
}

/**
 * A thread that runs batches of jobs one after the other. It starts with its first batch. After a crash it starts again
 * with the next one; `giveBack` gets the batches that are to be sent once more.
 */
export class PoolWorker<J, R> {
  private worker: Worker | undefined;
  private sent: Batch<J, R>[] = [];
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly start: WorkerStart,
    private readonly idle: () => void,
    private readonly giveBack: (batches: readonly Batch<J, R>[]) => void,
  ) {}

  /** Batches that were sent and have no results yet. */
  get load(): number {
    return this.sent.length;
  }

  send(batch: Batch<J, R>): void {
    this.sent.push(batch);
    this.worker ??= this.startThread();
    this.worker.postMessage(batch.jobs);
    if (this.sent.length === 1) this.limitTime();
  }

  /** Ends the thread if it is running this batch. One that was sent but is not running yet runs for nothing. */
  cancel(batch: Batch<J, R>): void {
    if (this.sent[0] === batch) this.fail(cancelled());
  }

  /** Ends the thread; its jobs are cancelled. */
  async close(): Promise<void> {
    const { worker, sent } = this;
    this.forget();
    for (const { jobs, resolve } of sent) resolve(jobs.map(() => ({ error: cancelled() })));
    await worker?.terminate();
  }

  private startThread(): Worker {
    const { script, language, limits } = this.start;
    const worker = new Worker(script, {
      workerData: { language },
      resourceLimits: { maxYoungGenerationSizeMb: limits.youngMegabytes, maxOldGenerationSizeMb: limits.oldMegabytes },
    });
    const isCurrent = () => this.worker === worker;
    // An error may arrive before the results that were sent ahead of it; the end of the thread comes after all of them.
    let crash: JobError | undefined;
    worker.on('message', (values: R[]) => isCurrent() && this.finish(values));
    worker.on('error', (error: NodeJS.ErrnoException) => {
      crash = jobErrorOf(error);
    });
    worker.on('exit', () => isCurrent() && this.fail(crash ?? ended()));
    return worker;
  }

  private finish(values: readonly R[]): void {
    const batch = this.sent.shift();
    this.limitTime();
    batch?.resolve(values.map((value) => ({ value })));
    this.idle();
  }

  /** The running batch ended the thread. If it has several jobs, each runs again by itself, so that only the culprit fails. */
  private fail(error: JobError): void {
    const { worker, sent } = this;
    const [running, ...others] = sent;
    this.forget();
    worker?.terminate();
    if (!running) return;
    if (running.jobs.length > 1) this.giveBack([...oneByOne(running), ...others]);
    else {
      running.resolve([{ error }]);
      this.giveBack(others);
    }
  }

  private forget(): void {
    clearTimeout(this.timer);
    this.worker = undefined;
    this.sent = [];
  }

  /** Gives the batch that runs now its time. */
  private limitTime(): void {
    const { milliseconds } = this.start.limits;
    clearTimeout(this.timer);
    if (milliseconds === undefined || this.sent.length === 0) return;
    this.timer = setTimeout(() => this.fail(tooLong()), milliseconds * this.sent[0].jobs.length);
  }
}

/** A batch as batches of one job each. */
function oneByOne<J, R>({ jobs, resolve }: Batch<J, R>): Batch<J, R>[] {
  const results: JobResult<R>[] = [];
  let left = jobs.length;
  return jobs.map((job, index) => ({
    jobs: [job],
    resolve([result]) {
      if (results[index]) return;
      results[index] = result;
      if (--left === 0) resolve(results);
    },
  }));
}
