import type { Language } from '../core/language';
import type { Encoding } from '../core/text/decode';
import type { Draft } from '../core/writing/draft';
import { type ForeignPassage, Unreadable } from '../core/writing/foreign';
import type { TargetFormat } from './formats';
import type { WorkerLimits } from './threads/pool-worker';
import { WorkerPool } from './threads/worker-pool';

/** A conversion, as it is sent to a worker. */
export type ConversionJob =
  | { kind: 'in'; name: string; bytes: Uint8Array; encoding: Encoding }
  | { kind: 'out'; text: string; target: TargetFormat }
  | { kind: 'passages'; html: string };

/** What a worker answers. `reason`: why the file can't be converted, in one line; `defect`: the stack of an exception. */
export type ConversionResult =
  | { draft: Draft }
  | { bytes: Uint8Array }
  | { passages: ForeignPassage[] }
  | { reason: string }
  | { defect: string };

const usualLimits: WorkerLimits = { milliseconds: 60_000, oldMegabytes: 1024 };

/**
 * Converts files on worker threads, so that a hostile file can take only limited time and memory. A worker starts with its
 * first file and converts one file at a time. The methods reject with an `Unreadable` or a `JobError`.
 */
export class ConversionPool {
  private readonly pool: WorkerPool<ConversionJob, ConversionResult>;

  /** `script`: the built `exchange.js`. */
  constructor(script: string | URL, language: Language, limits = usualLimits, threads = 1) {
    this.pool = new WorkerPool({ threads, script, language, limits });
  }

  /** See `bringIn` in `convert.ts`. */
  async bringIn(name: string, bytes: Uint8Array, encoding: Encoding = 'auto', signal?: AbortSignal): Promise<Draft> {
    const result = await this.pool.run({ kind: 'in', name, bytes, encoding }, signal);
    if ('draft' in result) return result.draft;
    throw failure(result);
  }

  /** See `sendOut` in `convert.ts`. */
  async sendOut(text: string, target: TargetFormat, signal?: AbortSignal): Promise<Uint8Array> {
    const result = await this.pool.run({ kind: 'out', text, target }, signal);
    if ('bytes' in result) return result.bytes;
    throw failure(result);
  }

  /** The passages of an HTML text. */
  async passages(html: string, signal?: AbortSignal): Promise<ForeignPassage[]> {
    const result = await this.pool.run({ kind: 'passages', html }, signal);
    if ('passages' in result) return result.passages;
    throw failure(result);
  }

  async close(): Promise<void> {
    await this.pool.close();
  }
}

function failure(result: ConversionResult): Error {
  if ('reason' in result) return new Unreadable(result.reason);
  return new Error('defect' in result ? result.defect : 'unexpected result');
}
