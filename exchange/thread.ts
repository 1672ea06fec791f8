import { Worker } from 'node:worker_threads';
import { t } from '@vscode/l10n';
import type { Language } from '../core/language';
import type { Encoding } from '../core/text/decode';
import type { Draft } from '../core/writing/draft';
import { type ForeignPassage, Unreadable } from '../core/writing/foreign';
import type { Target } from './formats';

/** What the thread is asked for. */
export type Job =
  | { kind: 'in'; name: string; bytes: Uint8Array; encoding: Encoding }
  | { kind: 'out'; text: string; target: Target }
  | { kind: 'passages'; html: string };
export type Answer = { draft: Draft } | { bytes: Uint8Array } | { passages: ForeignPassage[] } | { reason: string } | { defect: string };

/** What one file may take. */
export interface Limits {
  milliseconds: number;
  megabytes: number;
}

const usualLimits: Limits = { milliseconds: 60_000, megabytes: 1024 };

/**
 * Converts files in a thread of its own, which is started when it is first needed: what a hostile file makes of time and
 * memory ends there. One file at a time.
 */
export class Exchange {
  private worker: Worker | undefined;
  private last: Promise<unknown> = Promise.resolve();

  /** `script`: the built `exchange.js`. */
  constructor(
    private readonly script: string | URL,
    private readonly language: Language,
    private readonly limits = usualLimits,
  ) {}

  /** See `bringIn`. */
  async bringIn(name: string, bytes: Uint8Array, encoding: Encoding = 'auto', signal?: AbortSignal): Promise<Draft> {
    const answer = await this.ask({ kind: 'in', name, bytes, encoding }, signal);
    if ('draft' in answer) return answer.draft;
    throw failure(answer);
  }

  /** See `sendOut`. */
  async sendOut(text: string, target: Target, signal?: AbortSignal): Promise<Uint8Array> {
    const answer = await this.ask({ kind: 'out', text, target }, signal);
    if ('bytes' in answer) return answer.bytes;
    throw failure(answer);
  }

  /** The passages of an HTML text. */
  async passages(html: string, signal?: AbortSignal): Promise<ForeignPassage[]> {
    const answer = await this.ask({ kind: 'passages', html }, signal);
    if ('passages' in answer) return answer.passages;
    throw failure(answer);
  }

  async close(): Promise<void> {
    const { worker } = this;
    this.worker = undefined;
    await worker?.terminate();
  }

  private ask(job: Job, signal: AbortSignal | undefined): Promise<Answer> {
    const answer = this.last.then(() => this.run(job, signal));
    this.last = answer.catch(() => undefined);
    return answer;
  }

  private async run(job: Job, signal: AbortSignal | undefined): Promise<Answer> {
    if (signal?.aborted) throw cancelled();
    this.worker ??= new Worker(this.script, {
      workerData: { language: this.language },
      resourceLimits: { maxOldGenerationSizeMb: this.limits.megabytes },
    });
    const { worker } = this;
    let settle: () => void = () => undefined;
    try {
      return await new Promise<Answer>((resolve, reject) => {
        const tooLong = setTimeout(() => reject(new Unreadable(t('it takes too long'))), this.limits.milliseconds);
        const ended = () => reject(new Error('the thread has ended'));
        const broken = (error: NodeJS.ErrnoException) =>
          reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new Unreadable(t('it takes too much memory')) : error);
        const stop = () => reject(cancelled());
        settle = () => {
          clearTimeout(tooLong);
          worker.off('message', resolve).off('error', broken).off('exit', ended);
          signal?.removeEventListener('abort', stop);
        };
        worker.on('message', resolve).on('error', broken).on('exit', ended);
        signal?.addEventListener('abort', stop);
        worker.postMessage(job);
      });
    } catch (error) {
      await this.close();
      throw error;
    } finally {
      settle();
    }
  }
}

function cancelled(): Unreadable {
  return new Unreadable(t('cancelled'));
}

function failure(answer: Answer): Error {
  if ('reason' in answer) return new Unreadable(answer.reason);
  return new Error('defect' in answer ? answer.defect : 'no answer');
}
