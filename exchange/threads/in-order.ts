/** Yields what `begin` makes of each item, in the items' order. At most `most` of them are under way or waiting to be taken. */
export async function* inOrder<I, O>(items: readonly I[], most: number, begin: (item: I, index: number) => Promise<O>): AsyncGenerator<O> {
  const begun: Promise<O>[] = [];
  for (let next = 0; ; ) {
    for (; begun.length < most && next < items.length; next++) begun.push(begin(items[next], next));
    const first = begun.shift();
    if (!first) return;
    yield await first;
  }
}
