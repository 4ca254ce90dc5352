import { kept, type FigureQuery } from './kept.ts';

/** Steps of a path across media, in the order in which people usually take them; then what else became of people. */
export const STEPS = ['printed', 'scanned', 'visited', 'replied', 'mailed', 'clicked', 'invited', 'invitationClicked', 'purchased', 'redeemed', 'converted'] as const;
export const LOSSES = ['unsubscribed', 'complained', 'returned', 'bounced'] as const;

export interface Funnel {
  /** People who entered, held out or not, and journeys by where they stand; those held out have none. */
  readonly audience: { readonly people: number; readonly treated: number; readonly holdout: number };
  readonly journeys: { readonly toStart: number; readonly running: number; readonly ended: number };
  /** People, not held out, who took each step at least once. An order that was wholly given back is no purchase. */
  readonly steps: Readonly<Record<(typeof STEPS)[number] | (typeof LOSSES)[number], number>>;
  /** Requests of machines, which count nowhere. */
  readonly botHits: number;
}

/** How far down the path people came, across media. */
export async function funnelOf(query: FigureQuery): Promise<Funnel> {
  const [people, steps] = await Promise.all([kept<['treated' | 'holdout', string]>(query, 'people'), kept<[string]>(query, 'steps')]);
  const journeys = (group: string, status?: string) => people.reduce((sum, { key, count }) => sum + (key[0] === group && (status === undefined || key[1] === status) ? count : 0), 0);
  const taken = (step: string) => steps.find(({ key }) => key[0] === step)?.count ?? 0;
  const [treated, holdout] = [journeys('treated'), journeys('holdout')];
  return {
    audience: { people: treated + holdout, treated, holdout },
    journeys: { toStart: journeys('treated', 'entered'), running: journeys('treated', 'started'), ended: journeys('treated', 'ended') },
    steps: Object.fromEntries([...STEPS, ...LOSSES].map((step) => [step, taken(step)])) as Funnel['steps'],
    botHits: taken('botHits'),
  };
}
