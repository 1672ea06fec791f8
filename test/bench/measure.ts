/* How times are measured: tasks take turns, so that all run under the same load, and the median of many runs counts. */

/** Median time of a call in microseconds, after the same number of runs to warm up. */
export function medians(tasks: Record<string, () => unknown>, runs: number): Record<string, number> {
  const names = Object.keys(tasks);
  const times = new Map<string, number[]>(names.map((name) => [name, []]));
  for (let run = 0; run < runs * 2; run++)
    for (const name of names) {
      const start = performance.now();
      tasks[name]();
      if (run >= runs) times.get(name)?.push(performance.now() - start);
    }
  return Object.fromEntries(names.map((name) => [name, middle(times.get(name) ?? []) * 1000]));
}

export function middle(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

/** A number rounded to three significant digits. */
export function rounded(value: number): number {
  return Number(value.toPrecision(3));
}
