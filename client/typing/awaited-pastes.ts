/** Time within which VS Code usually asks what to paste after a key, in milliseconds. */
const usualWait = 600;
/** Time after which VS Code no longer asks, in milliseconds. It gives up pasting if the text changes. */
const longestWait = 1500;

/**
 * Matches paste keys with VS Code's requests for what to paste. A request may come after later keys, and for several quick
 * pastes there may be a request for the last only. A key without a request of its own pastes what the next request brings,
 * as the clipboard is the same.
 */
export class AwaitedPastes<Work> {
  private readonly keys: { at: number; resolve(work: Work | undefined): void }[] = [];
  private latest: { work: Work; at: number } | undefined;
  /** How many keys were resolved without a request of their own. Their requests may still come. */
  private owed = 0;

  /** `waits`: the usual and the longest time to wait for a request, in milliseconds. */
  constructor(private readonly waits: readonly [number, number] = [usualWait, longestWait]) {}

  /** True if a key is waiting for a request. */
  get isAwaiting(): boolean {
    return this.keys.length > 0 || this.owed > 0;
  }

  /** Called when a key is pressed. Resolves with what it pastes, or with undefined if no request comes in time. */
  key(): Promise<Work | undefined> {
    return new Promise((resolve) => {
      const [usual, longest] = this.waits;
      const key = { at: performance.now(), resolve };
      this.keys.push(key);
      setTimeout(() => this.passOver(), usual);
      setTimeout(() => {
        const at = this.keys.indexOf(key);
        if (at < 0) return;
        this.keys.splice(at, 1);
        this.owe();
        resolve(undefined);
      }, longest);
    });
  }

  /** Called for a request. False if no key is waiting: the paste comes from a menu, for example. */
  request(work: Work): boolean {
    this.latest = { work, at: performance.now() };
    const key = this.keys.shift();
    key?.resolve(work);
    if (key) this.passOver();
    else if (this.owed > 0) this.owed--;
    else return false;
    return true;
  }

  /** Resolves keys that got no request in the usual time although a later key got one. */
  private passOver(): void {
    const [usual] = this.waits;
    for (let [key] = this.keys; key && this.latest; [key] = this.keys) {
      if (performance.now() - key.at < usual - 1 || this.latest.at < key.at) return;
      this.keys.shift();
      key.resolve(this.latest.work);
      this.owe();
    }
  }

  private owe(): void {
    this.owed++;
    setTimeout(() => {
      this.owed = Math.max(0, this.owed - 1);
    }, 3 * this.waits[1]);
  }
}
