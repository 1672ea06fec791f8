/** Does one thing after the other, in the order in which they were asked for. */
export class InOrder<Item> {
  private readonly waiting: Item[] = [];
  private isBusy = false;

  constructor(private readonly perform: (item: Item) => Promise<void>) {}

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
        // What one key can't do is no reason to lose those after it.
      }
    }
    this.isBusy = false;
  }
}
