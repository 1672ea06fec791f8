/** What comes of items, in the items' order, as soon as it is there; as many are begun ahead as `most` says. */
export async function* inOrder<I, O>(items: readonly I[], most: number, begin: (item: I, index: number) => Promise<O>): AsyncGenerator<O> {
  const begun: Promise<O>[] = [];
  for (let next = 0; ; ) {
    for (; begun.length < most && next < items.length; next++) begun.push(begin(items[next], next));
    const first = begun.shift();
    if (!first) return;
    yield await first;
  }
}
