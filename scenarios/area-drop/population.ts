import { CURVES, type About, type Draw, type Population, type SyntheticProspect } from '../content/population.ts';
import type { AreaFacts } from './facts.ts';
import type { AreaMessages } from './messages/index.ts';

const parameters = {
  /** They have just asked for it: our guess, far above an unasked mail's; sweep it. */
  'response.welcome': 0.3,
  'response.taste-card': 0.16,
  'response.first-basket': 0.14,
  /** Of a card's answers, by QR code; the others type the address. */
  'response.scan': 0.65,
  /** A first basket: taken with the voucher, or ordered online, after they have looked again. */
  'basket.voucher': 0.24,
  'basket.online': 0.1,
  /** Without any message of ours: the pick-up point is on their way. */
  'basket.anyway': 0.04,
  'unsubscribe': 0.004,
};

type Parameter = keyof typeof parameters;
type Asked = About<AreaFacts, Parameter>;

/** The areas of an invented town: the nearer the pick-up point, the more answer. */
const AREAS = { 'Les Tilleuls': 34, 'Les Quais': 26, 'Le Vieux Bourg': 22, 'La Croix-Verte': 18 } as const;
const CODES: Readonly<Record<keyof typeof AREAS, string>> = { 'Les Tilleuls': 'K7QX2', 'Les Quais': '4MPRT', 'Le Vieux Bourg': 'W9HBN', 'La Croix-Verte': 'CZ38Y' };

/** People who answer a leaflet, not those who get one: the scenario begins with their reply. Six of ten leave an address, nearly all a mailbox. */
function prospect(draw: Draw): SyntheticProspect<AreaFacts> {
  const areaName = draw.weighed('area', AREAS);
  const hasMailbox = draw.chance('leaves a mailbox', 0.93);
  return {
    facts: {
      ...{ areaCode: CODES[areaName], areaName },
      interest: draw.weighed('interest', { once: 52, fortnightly: 31, weekly: 17 }),
      ...(draw.chance('says how many', 0.8) ? { household: draw.weighed('household', { 'one-two': 55, 'three-four': 35, more: 10 }) } : {}),
    },
    // Who left no mailbox left an address: one of the two is asked for.
    reachable: { print: !hasMailbox || draw.chance('leaves an address', 0.6), email: hasMailbox, social: false },
  };
}

const PRICES = { 'one-two': 12, 'three-four': 18, more: 26 } as const;
const priceOf = ({ facts }: Asked): number => PRICES[facts.household ?? 'one-two'];
/** Who wants one each week means it more than who wants to try. */
const keen = ({ facts }: Asked): number => ({ weekly: 1.5, fortnightly: 1.2, once: 0.7 })[facts.interest];
const order = (about: Asked) => ({ order: `PO-${about.draw.whole('order', 10_000, 99_999)}`, amount: priceOf(about), currency: 'EUR' });

/** Who answers a leaflet, and what they do with our answer. */
export const population: Population<AreaFacts, AreaMessages, Parameter> = {
  parameters,
  prospect,
  // Leaflets are answered over some weeks after the drop.
  arrivals: '21 days',
  reactions: [
    { to: { message: 'welcome' }, response: 'click', after: CURVES.emailClick, chance: (about) => about.parameters['response.welcome'] * keen(about), data: { link: 'basket' } },
    { to: { message: 'taste-card' }, oneOf: 'uses the card', response: 'scan', after: CURVES.mailAnswer, chance: (about) => about.parameters['response.taste-card'] * keen(about) * about.parameters['response.scan'] },
    { to: { message: 'taste-card' }, oneOf: 'uses the card', response: 'visit', after: CURVES.mailAnswer, chance: (about) => about.parameters['response.taste-card'] * keen(about) * (1 - about.parameters['response.scan']) },
    { to: { message: 'first-basket' }, response: 'click', after: CURVES.emailClick, chance: (about) => about.parameters['response.first-basket'] * keen(about), data: { link: 'basket' } },
    {
      to: { response: ['scan', 'visit', 'click'] },
      oneOf: 'takes a basket',
      response: 'redeem',
      after: { median: '6 days', shape: 3 },
      chance: ({ parameters: p }) => p['basket.voucher'],
      data: ({ draw }) => ({ voucher: `V${draw.whole('voucher', 100_000, 999_999)}` }),
      worth: priceOf,
    },
    { to: { response: ['scan', 'visit', 'click'] }, oneOf: 'takes a basket', response: 'purchase', after: CURVES.order, chance: ({ parameters: p }) => p['basket.online'], data: order },
    { to: { medium: 'email' }, response: 'unsubscribe', after: CURVES.emailClick, chance: ({ parameters: p }) => p['unsubscribe'], data: { medium: 'email' } },
  ],
  spontaneous: [{ response: 'purchase', after: { median: '25 days', shape: 2 }, chance: ({ parameters: p }) => p['basket.anyway'], data: order }],
};
