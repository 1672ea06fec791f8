/** No progress is shown for this many items or fewer. */
const mostWithoutProgress = 20;
/** Milliseconds between two updates of the progress line. */
const updateInterval = 100;

const clearLine = '\r\u001b[K';

/** Yields the items of `source` unchanged; while it does, a terminal's stderr shows `label` and how many of `total` are done. */
export async function* withProgress<T>(source: AsyncIterable<T> | Iterable<T>, total: number, label: string): AsyncGenerator<T> {
  const isShown = process.stderr.isTTY && total > mostWithoutProgress;
  let done = 0;
  let lastUpdate = 0;
  for await (const item of source) {
    done++;
    if (isShown && Date.now() - lastUpdate >= updateInterval) {
      lastUpdate = Date.now();
      process.stderr.write(`${clearLine}${label} ${done}/${total}`);
    }
    yield item;
  }
  if (isShown) process.stderr.write(clearLine);
}
