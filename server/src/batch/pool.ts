import { availableParallelism } from 'node:os';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { type InputFile, standardInput } from '../input/paths';
import { type Language, setLanguage } from '../language';
import { inOrder } from './in-order';
import { type Job, type Outcome, perform } from './jobs';

/** Files that are handed to a thread at a time. */
const portion = 16;
/** Portions that a thread has before it: it never waits, and what is done and not yet printed stays little. */
const ahead = 4;
/** Megabytes of a thread: for what it soon forgets, and for all else. With more it is only tidied up later. */
const memory = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 1024 };
/** Fewer files are done here: a thread takes longer to start. */
const fewest = 200;

/** How many threads are worth their start, of as many as asked for; standard input is read in this one. */
export function threadsFor(files: readonly InputFile[], asked = availableParallelism()): number {
  return files.length < fewest || files.some(({ path }) => path === standardInput) ? 0 : asked;
}

/**
 * Threads that do jobs, as many as asked for; 0 for this one alone. `script`: this program, which serves the jobs where it
 * is started as a thread.
 */
export class Pool {
  private readonly workers: Colleague[];

  constructor(threads: number, script: URL, language: Language) {
    this.workers = Array.from({ length: threads }, () => new Colleague(script, language));
  }

  /** What comes of jobs, in the jobs' order, as soon as it is there. */
  async *outcomes(jobs: readonly Job[]): AsyncGenerator<Outcome> {
    const { workers } = this;
    if (workers.length === 0) {
      for (const job of jobs) yield perform(job);
      return;
    }
    const portions = Array.from({ length: Math.ceil(jobs.length / portion) }, (_, index) =>
      jobs.slice(index * portion, (index + 1) * portion),
    );
    const least = () => workers.reduce((one, other) => (other.load < one.load ? other : one));
    for await (const done of inOrder(portions, workers.length * ahead, (own) => least().perform(own))) yield* done;
  }

  async end(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.end()));
  }
}

/** A thread that does portions of jobs, one after the other. */
class Colleague {
  private readonly worker: Worker;
  private readonly asked: { resolve(done: Outcome[]): void; reject(error: Error): void }[] = [];

  constructor(script: URL, language: Language) {
    this.worker = new Worker(script, { workerData: { language }, resourceLimits: memory });
    this.worker.on('message', (done: Outcome[]) => this.asked.shift()?.resolve(done));
    this.worker.on('error', (error) => {
      for (const { reject } of this.asked.splice(0)) reject(error);
    });
  }

  get load(): number {
    return this.asked.length;
  }

  perform(jobs: readonly Job[]): Promise<Outcome[]> {
    return new Promise((resolve, reject) => {
      this.asked.push({ resolve, reject });
      this.worker.postMessage(jobs);
    });
  }

  async end(): Promise<void> {
    await this.worker.terminate();
  }
}

/** Serves jobs, where this program was started as a thread; says whether it was. */
export function servesAsThread(): boolean {
  if (isMainThread || !parentPort) return false;
  const port = parentPort;
  setLanguage(workerData.language);
  port.on('message', (jobs: Job[]) => port.postMessage(jobs.map(perform)));
  return true;
}
