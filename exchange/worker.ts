import { parentPort, workerData } from 'node:worker_threads';
import { setLanguage } from '../core/language';
import { Unreadable } from '../core/writing/foreign';
import { bringIn, sendOut } from './convert';
import { readWebPage } from './html/read-page';
import type { Answer, Job } from './thread';

/* Converts one file after the other, in a thread of its own: see thread.ts. */

setLanguage(workerData.language);

parentPort?.on('message', async (job: Job) => {
  parentPort?.postMessage(await answer(job));
});

async function answer(job: Job): Promise<Answer> {
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
