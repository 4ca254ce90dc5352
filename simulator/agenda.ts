/** Something due at a time. */
export interface Due {
  readonly at: number;
  /** False once it was taken back. */
  wanted: boolean;
  run(): void;
}

/** What is due for one person, the next last; few at a time, so a sorted list. At the same time, what was asked for first comes first. */
export class Agenda {
  private readonly due: Due[] = [];

  constructor(public now: number) {}

  add(at: number, run: () => void): Due {
    const entry: Due = { at: at < this.now ? this.now : at, wanted: true, run };
    const { due } = this;
    let index = due.length;
    while (index > 0 && due[index - 1]!.at <= entry.at) index -= 1;
    if (index === due.length) due.push(entry);
    else due.splice(index, 0, entry);
    return entry;
  }

  get hasMore(): boolean {
    return this.due.some(({ wanted }) => wanted);
  }

  /** Runs what is due next; false when nothing is, or only after `until`. */
  step(until: number): boolean {
    for (;;) {
      const entry = this.due.pop();
      if (!entry) return false;
      if (!entry.wanted) continue;
      if (entry.at > until) {
        this.due.push(entry);
        return false;
      }
      this.now = entry.at;
      entry.run();
      return true;
    }
  }
}
