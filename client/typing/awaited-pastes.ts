/** Time within which the editor asks for what a key pastes, as a rule, in milliseconds. */
const usualWait = 600;
/** Time after which the editor asks no more: its own pasting ends where the text changes meanwhile. In milliseconds. */
const longestWait = 1500;

/**
 * Brings keys for pasting and the editor's requests together. The editor asks later than it tells of the next keys, and of
 * pastes that follow each other fast it may ask for the last alone: a key that is passed over pastes what the next request
 * brings, since the clipboard is the same.
 */
export class AwaitedPastes<Work> {
  private readonly keys: { at: number; resolve(work: Work | undefined): void }[] = [];
  private latest: { work: Work; at: number } | undefined;
  /** Keys that were answered without a request of their own, which may still come. */
  private owed = 0;

  /** `waits`: the usual and the longest time, in milliseconds. */
  constructor(private readonly waits: readonly [number, number] = [usualWait, longestWait]) {}

  /** Whether a key waits for a request. */
  get isAwaiting(): boolean {
    return this.keys.length > 0 || this.owed > 0;
  }

  /** A key was pressed. Resolves with what it pastes; with undefined where the editor has not asked in time. */
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

  /** The editor asks for what is to be pasted. False where no key has asked for that: it is a paste of its own. */
  request(work: Work): boolean {
    this.latest = { work, at: performance.now() };
    const key = this.keys.shift();
    key?.resolve(work);
    if (key) this.passOver();
    else if (this.owed > 0) this.owed--;
    else return false;
    return true;
  }

  /** Answers the keys for which no request has come in the usual time, though one has come for a key after them. */
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
