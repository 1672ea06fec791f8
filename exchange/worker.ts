import { Unreadable } from '../core/writing/foreign';
import type { ConversionJob, ConversionResult } from './conversion-pool';
import { bringIn, sendOut } from './convert';
import { readWebPage } from './html/read-page';
import { serveJobs } from './threads/serve-jobs';

/* The script of the threads that convert files: see conversion-pool.ts. */

serveJobs(convertJob);

async function convertJob(job: ConversionJob): Promise<ConversionResult> {
  try {
    if (job.kind === 'in') return { draft: await bringIn(job.name, job.bytes, job.encoding) };
    if (job.kind === 'passages') return { passages: readWebPage(job.html).passages.map(({ passage }) => passage) };
    return { bytes: await sendOut(job.text, job.target) };
  } catch (error) {
    return error instanceof Unreadable
      ? { reason: error.message }
      : { defect: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
