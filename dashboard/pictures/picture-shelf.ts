/** Keeps what was drawn lately, and draws one thing at a time: drawing takes the processor, and others wait for their pages meanwhile. */
export interface PictureShelf<Value> {
  get(key: string, draw: () => Promise<Value>): Promise<Value>;
}

/** @param most things kept; those longest unasked for go first */
export function createPictureShelf<Value>({ most }: { most: number }): PictureShelf<Value> {
  const kept = new Map<string, Promise<Value>>();
  let last: Promise<unknown> = Promise.resolve();
  return {
    get(key, draw) {
      const known = kept.get(key) ?? (last = last.then(draw, draw)) as Promise<Value>;
      kept.delete(key);
      kept.set(key, known);
      // What failed, or was not there yet, is tried again.
      known.then(
        (value) => value === undefined && kept.delete(key),
        () => kept.delete(key),
      );
      for (const oldest of kept.keys()) {
        if (kept.size <= most) break;
        kept.delete(oldest);
      }
      return known;
    },
  };
}
