/* How times are taken: tasks take turns, so that all see the same machine, and the middle of many runs counts. */

/** Median time of a call in microseconds, after as many runs to warm up. */
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

/** A number with as many digits behind the point as its size asks for. */
export function rounded(value: number): number {
  return Number(value.toPrecision(3));
}
