import { kept, type FigureQuery } from './kept.ts';

/** How journeys that were not held out ended, and which touches were deliberately not made; most first. */
export async function endingsOf(query: FigureQuery): Promise<{
  readonly outcomes: readonly { readonly outcome: string; readonly journeys: number }[];
  readonly notSent: readonly { readonly message: string; readonly why: string; readonly touches: number }[];
}> {
  const [outcomes, notSent] = await Promise.all([kept<[string]>(query, 'outcomes'), kept<[string, string]>(query, 'not-sent')]);
  const mostFirst = <Row extends { count: number }>(rows: Row[]) => rows.sort((one, other) => other.count - one.count);
  return {
    outcomes: mostFirst(outcomes).map(({ key: [outcome], count }) => ({ outcome, journeys: count })),
    notSent: mostFirst(notSent).map(({ key: [message, why], count }) => ({ message, why, touches: count })),
  };
}
