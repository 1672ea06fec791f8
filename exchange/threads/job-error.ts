import { t } from '@vscode/l10n';

/** Why a job has no result. `crashed`: the worker threw an exception or ended while it ran the job. */
export type JobFailure = 'too-long' | 'too-much-memory' | 'cancelled' | 'crashed';

/** A job that has no result. The message is one line for users, except of a crash: then it is that of the exception. */
export class JobError extends Error {
  constructor(
    readonly failure: JobFailure,
    message: string,
  ) {
    super(message);
  }
}

/** The error of a job whose worker reported an exception. */
export function jobErrorOf({ code, message }: NodeJS.ErrnoException): JobError {
  return code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? new JobError('too-much-memory', t('it takes too much memory'))
    : new JobError('crashed', message);
}

export const tooLong = () => new JobError('too-long', t('it takes too long'));
export const cancelled = () => new JobError('cancelled', t('cancelled'));
export const ended = () => new JobError('crashed', t('the worker thread ended unexpectedly'));
