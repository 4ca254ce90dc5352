import { CURVES, type About, type Population } from '../../scenarios/content/population.ts';
import { scenario, type Journey, type ScenarioOptions } from '../../scenarios/vocabulary/index.ts';
import type { MessageFigures, SimulationOptions } from '../../simulator/index.ts';

/** A town of people who like tea or not, with one card and one mail: small enough to know what must come out. */
export interface TeaFacts {
  readonly likesTea: boolean;
}
export type TeaMessages = {
  readonly card: { readonly medium: 'print'; readonly props: object };
  readonly mail: { readonly medium: 'email'; readonly props: object };
};

const parameters = { 'response.card': 0.05, 'response.mail': 0.1, order: 0.5, 'order.anyway': 0.01 };
type Parameter = keyof typeof parameters;

const purchase = ({ draw }: About<TeaFacts, Parameter>) => ({ order: String(draw.whole('order', 1, 999)), amount: 20, currency: 'EUR' });

export const population: Population<TeaFacts, TeaMessages, Parameter> = {
  parameters,
  prospect: (draw) => ({ facts: { likesTea: draw.chance('likes tea', 0.6) }, reachable: { print: true, email: draw.chance('agrees', 0.5), social: false } }),
  reactions: [
    { to: { message: 'card' }, response: 'scan', after: CURVES.mailAnswer, chance: ({ parameters: p }) => p['response.card'] },
    { to: { message: 'mail' }, response: 'click', after: CURVES.emailClick, chance: ({ parameters: p }) => p['response.mail'], data: { link: 'shop' } },
    { to: { response: ['scan', 'click'] }, response: 'purchase', after: CURVES.order, chance: ({ parameters: p }) => p['order'], data: purchase },
  ],
  spontaneous: [{ response: 'purchase', after: { median: '20 days', shape: 2 }, chance: ({ parameters: p }) => p['order.anyway'], data: purchase }],
};

export const messages: Readonly<Record<string, MessageFigures>> = {
  card: { medium: 'print', purpose: 'marketing', cost: 0.5, deliveryDays: 3 },
  mail: { medium: 'email', purpose: 'marketing', cost: 0.002 },
};

export type TeaJourney = Journey<TeaFacts, TeaMessages>;

/** A scenario of this town. */
export function tea(path: (journey: TeaJourney) => Promise<void>, options: Partial<ScenarioOptions> = {}) {
  return scenario<TeaFacts, TeaMessages>({ name: 'tea-time', version: 1, goal: ['purchase'], exit: ['unsubscribe', 'returned'], within: '90 days', ...options }, path);
}

/** A card, a wait, a mail, a wait. */
export async function cardThenMail(journey: TeaJourney): Promise<void> {
  const card = await journey.print('card', {});
  if (await journey.waitFor(card.on.scan, { for: '60 days', from: card.inHome })) return journey.end('scanned');
  const mail = await journey.email('mail', {});
  if (await journey.waitFor(mail.on.click, { for: '7 days' })) return journey.end('clicked');
  return journey.end('silent');
}

export function town(options: Partial<SimulationOptions> = {}): SimulationOptions {
  return { scenario: tea(cardThenMail), population, messages, prospects: 2_000, seed: 7, ...options };
}
