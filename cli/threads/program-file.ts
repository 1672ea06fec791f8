/** This program's own file (`dist/cli.js` when bundled), to be started as a worker thread. */
export const programFile = new URL(import.meta.url);
