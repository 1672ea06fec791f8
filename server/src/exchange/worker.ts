import { parentPort, workerData } from 'node:worker_threads';
import { setLanguage } from '../language';
import { bringIn, sendOut } from './convert';
import { Unreadable } from './foreign';
import type { Answer, Job } from './thread';
import { readWebPage } from './web/read';

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
