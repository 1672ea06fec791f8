import { once } from 'node:events';
import { exitStatus } from './exit-status';

/** Writes a text and a line end to stdout; nothing if the text is empty. */
export function print(text: string): void {
  if (text !== '') process.stdout.write(`${text}\n`);
}

/** Writes to stdout, and waits while the reader of a pipe is slower, so that output does not pile up in memory. */
export async function writeStdout(text: string): Promise<void> {
  if (text !== '' && !process.stdout.write(text)) await once(process.stdout, 'drain');
}

/** Ends the process with status 0 when the reader of stdout has read enough (`| head`). A socket reports that as a reset. */
export function endWhenStdoutCloses(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE' && error.code !== 'ECONNRESET') throw error;
    process.exit(exitStatus.clean);
  });
}
