import { availableParallelism } from 'node:os';
import { isMainThread, parentPort, type ResourceLimits, Worker, workerData } from 'node:worker_threads';
import { t } from '@vscode/l10n';
import { type Language, setLanguage } from '../../core/language';
import { inOrder } from '../../files/in-order';
import { type InputFile, standardInput } from '../../files/paths';
import { type Job, type Outcome, perform } from './jobs';

/** Files that are handed to a thread at a time. */
const portion = 16;
/** Portions that a thread has before it: it never waits, and what is done and not yet printed stays little. */
const ahead = 4;
/** Megabytes of a thread: for what it soon forgets, and for all else. With more it is only tidied up later. */
const usualMemory: ResourceLimits = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 1024 };
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

  constructor(threads: number, script: URL, language: Language, memory = usualMemory) {
    this.workers = Array.from({ length: threads }, () => new Colleague(script, language, memory));
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

/** A portion that a thread was asked for. */
interface Asked {
  jobs: readonly Job[];
  resolve(done: Outcome[]): void;
}

/** A thread that does portions of jobs, one after the other. A file that ends it is named, and it begins anew. */
class Colleague {
  private worker: Worker;
  private asked: Asked[] = [];

  constructor(
    private readonly script: URL,
    private readonly language: Language,
    private readonly memory: ResourceLimits,
  ) {
    this.worker = this.start();
  }

  get load(): number {
    return this.asked.length;
  }

  perform(jobs: readonly Job[]): Promise<Outcome[]> {
    return new Promise((resolve) => this.ask({ jobs, resolve }));
  }

  async end(): Promise<void> {
    await this.worker.terminate();
  }

  private ask(asked: Asked): void {
    this.asked.push(asked);
    this.worker.postMessage(asked.jobs);
  }

  private start(): Worker {
    const { language } = this;
    const worker = new Worker(this.script, { workerData: { language }, resourceLimits: this.memory });
    worker.on('message', (done: Outcome[]) => this.asked.shift()?.resolve(done));
    worker.on('error', (error) => this.startAgain(error));
    return worker;
  }

  /** Of the portion at hand each file is tried by itself, so that the one that has ended the thread is known. */
  private startAgain({ code, message }: NodeJS.ErrnoException): void {
    const [first, ...others] = this.asked;
    this.asked = [];
    this.worker = this.start();
    if (first?.jobs.length === 1) {
      const reason = code === 'ERR_WORKER_OUT_OF_MEMORY' ? t('it takes too much memory') : message.split('\n')[0];
      first.resolve([{ path: first.jobs[0].path, reason }]);
    } else if (first) Promise.all(first.jobs.map((job) => this.perform([job]))).then((done) => first.resolve(done.flat()));
    for (const asked of others) this.ask(asked);
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
