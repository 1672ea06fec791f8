import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { setLanguage } from '../../core/language';

/** Runs the jobs of a `WorkerPool` in this thread, one after the other. Returns false, and does nothing, in the main thread. */
export function serveJobs<J, R>(perform: (job: J) => R | Promise<R>): boolean {
  if (isMainThread || !parentPort) return false;
  const port = parentPort;
  setLanguage(workerData.language);
  const performAll = async (jobs: readonly J[]) => {
    const results: R[] = [];
    for (const job of jobs) results.push(await perform(job));
    port.postMessage(results);
  };
  let last = Promise.resolve();
  port.on('message', (jobs: J[]) => {
    last = last.then(() => performAll(jobs));
  });
  return true;
}
