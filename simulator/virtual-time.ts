/**
 * Virtual time: a heap-free queue of what is due, run in order of time and, at the same instant, in order of asking. Between two of them
 * every promise that can settle has settled, so a run is the same each time.
 */
export class VirtualTime {
  private readonly due: { at: number; order: number; run: () => void }[] = [];
  private asked = 0;

  constructor(private time: number) {}

  now(): number {
    return this.time;
  }

  /** Runs at that time, or next if it has passed; the function it returns takes it back. */
  schedule(at: number, run: () => void): () => void {
    const entry = { at: Math.max(at, this.time), order: this.asked++, run };
    const index = this.due.findIndex((other) => other.at > entry.at);
    this.due.splice(index < 0 ? this.due.length : index, 0, entry);
    return () => {
      const found = this.due.indexOf(entry);
      if (found >= 0) this.due.splice(found, 1);
    };
  }

  /** Runs until `done` or until nothing is due. */
  async run(done: () => boolean): Promise<void> {
    await settled();
    for (let next = this.due.shift(); next && !done(); next = this.due.shift()) {
      this.time = next.at;
      next.run();
      await settled();
    }
  }
}

/** Once every promise that can settle has: a macrotask comes after all microtasks. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
