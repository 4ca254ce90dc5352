/** What people, and the machines about them, do. */
export const ACTS = ['scans', 'types', 'answers', 'clicks', 'accepts', 'buys', 'redeems', 'unsubscribes', 'comes back', 'is previewed', 'is checked'] as const;
export type Act = (typeof ACTS)[number];

/** Counts what was done. */
export interface Tally {
  add(act: Act, prospect: string): void;
  readonly counts: Readonly<Record<Act, number>>;
}

/** @param onAct told of each act, by prospect id, for whoever watches. */
export function createTally(onAct: (act: Act, prospect: string) => void = () => {}): Tally {
  const counts = Object.fromEntries(ACTS.map((act) => [act, 0])) as Record<Act, number>;
  return {
    counts,
    add(act, prospect) {
      counts[act] += 1;
      onAct(act, prospect);
    },
  };
}
