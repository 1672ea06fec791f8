/** Performs items one after the other, in the order in which they were added. */
export class InOrder<Item> {
  private readonly waiting: Item[] = [];
  private isBusy = false;

  /** `onFailure`: called for an item that fails. The items after it are performed anyway. */
  constructor(
    private readonly perform: (item: Item) => Promise<void>,
    private readonly onFailure: () => void,
  ) {}

  add(item: Item): void {
    this.waiting.push(item);
    if (!this.isBusy) this.run();
  }

  private async run(): Promise<void> {
    this.isBusy = true;
    for (let item = this.waiting.shift(); item !== undefined; item = this.waiting.shift()) {
      try {
        await this.perform(item);
      } catch {
        this.onFailure();
      }
    }
    this.isBusy = false;
  }
}
