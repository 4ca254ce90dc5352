import type { Population } from '../../scenarios/content/population.ts';
import { scenario, type Journey } from '../../scenarios/vocabulary/index.ts';
import { firstPolicy, learnPolicy, type Observation, type PolicySnapshot, type PolicySpec } from '../../learning/index.ts';
import { simulate } from '../../simulator/index.ts';

type Facts = { readonly likesTea: boolean };
type Messages = { readonly mail: { readonly medium: 'email'; readonly props: object } };

const WEEK = 7 * 86_400_000;
const START = Date.parse('2026-11-02T09:00:00Z');
const ARMS = ['plain', 'warm', 'loud'] as const;
/** In truth. */
const CLICKS: Readonly<Record<string, number>> = { plain: 0.05, warm: 0.12, loud: 0.03 };

const population: Population<Facts, Messages, never> = {
  parameters: {},
  prospect: (draw) => ({ facts: { likesTea: draw.chance('likes tea', 0.5) }, reachable: { print: false, email: true, social: false } }),
  reactions: [{ to: { message: 'mail' }, response: 'click', after: { median: '3 days', shape: 1.2 }, chance: ({ variant }) => CLICKS[variant!]!, data: { link: 'shop' } }],
  spontaneous: [],
};

export interface Wave {
  readonly weights: PolicySnapshot['weights'];
  readonly clicks: number;
}

/** Six weekly mailings to a simulated population, learning between them; answers to the last are still on their way when the next goes out. */
export async function mailings(spec: PolicySpec, seed: number): Promise<Wave[]> {
  const observations: Observation[] = [];
  const waves: Wave[] = [];
  let snapshot = firstPolicy(spec, ARMS);
  for (let wave = 0; wave < 6; wave++) {
    const start = START + wave * WEEK;
    if (wave > 0) snapshot = learnPolicy({ spec, arms: ARMS, observations, now: start, previous: snapshot });
    let clicks = 0;
    const { weights: propensities } = snapshot;
    const path = async (journey: Journey<Facts, Messages>) => {
      const mail = await journey.email('mail', {}, { choose: ARMS });
      const at = journey.now.getTime();
      const click = await journey.waitFor(mail.on.click, { for: '14 days' });
      clicks += Number(click !== undefined);
      observations.push({ arm: mail.variant!, at, propensities, ...(click && { reward: { at: click.at.getTime() } }) });
      return journey.end('done');
    };
    await simulate({
      scenario: scenario<Facts, Messages>({ name: 'weekly', version: 1, goal: ['purchase'], exit: [], within: '30 days' }, path),
      population,
      messages: { mail: { medium: 'email', purpose: 'marketing', cost: 0.002 } },
      policies: { mail: { kind: 'split', weights: propensities, reward: spec.reward } },
      prospects: 500,
      holdout: 0,
      seed: seed * 100 + wave,
      start: new Date(start),
      horizon: '60 days',
    });
    waves.push({ weights: propensities, clicks });
  }
  return waves;
}
