import { CURVES, PRIORS, type About, type Draw, type Population, type SyntheticProspect } from '../content/population.ts';
import type { EquipmentFacts } from './facts.ts';
import type { EquipmentMessages } from './messages/index.ts';

const parameters = {
  /** A contract's holder wants the service and knows the sender: they follow its link far more often than one of an advertisement. Our guess; sweep it. */
  'response.service-email': 0.34,
  'response.service-card': 0.2,
  /** Of a card's answers, by QR code; the others type the address. */
  'response.scan': 0.6,
  /** The offer is advertising to warm readers: JICMAIL. */
  'response.offer': PRIORS.responseWarm,
  /** Who has the page open tells us what they want. */
  'reply': 0.72,
  /** What they want of a season's service, and of an offer. */
  'wish.later': 0.08,
  'wish.replace': 0.02,
  'wish.replace-old': 0.4,
  /** The visit that was asked for is done and noted; the quote becomes an order. */
  'visit.done': 0.88,
  'quote.order': 0.3,
  /** Bought elsewhere than by our mail: the old one broke down. In two years and a half, the time of a season. */
  'order.anyway': 0.03,
  'unsubscribe': 0.002,
};

type Parameter = keyof typeof parameters;
type Asked = About<EquipmentFacts, Parameter>;

const AGENCIES = ['Aiguevance', 'Lormoisy', 'Vaubrune', 'Port-Ancelin'];
const SERVICE = ['service-email', 'service-card'] as const;

/** Households under contract: mostly gas, heat pumps young; nine in ten have given an address for mails. */
function prospect(draw: Draw): SyntheticProspect<EquipmentFacts> {
  const equipment = draw.weighed('equipment', { 'gas-boiler': 52, 'oil-boiler': 13, 'heat-pump': 25, 'wood-stove': 10 });
  const age = equipment === 'heat-pump' ? draw.whole('age', 1, 12) : draw.whole('age', 1, 20);
  return {
    facts: { equipment, installedYear: 2026 - age, serviceMonth: draw.whole('month', 1, 12), agency: draw.pick('agency', AGENCIES) },
    reachable: { print: !draw.chance('refuses print', 0.02), email: draw.chance('gives a mailbox', 0.9), social: false },
  };
}

/** Asked by an offer, a third and more think of a new one; by a season's mail, hardly anybody. */
function wishOf({ message, parameters: p, draw }: Asked): NonNullable<EquipmentFacts['wish']> {
  const replace = message === 'replacement-letter' ? p['wish.replace-old'] : p['wish.replace'];
  return draw.weighed('wish', { replace, later: p['wish.later'], visit: Math.max(0, 1 - replace - p['wish.later']) });
}

const purchase = ({ draw }: Asked) => ({ order: `AL-${draw.whole('order', 100_000, 999_999)}`, amount: Math.round(draw.between('amount', 3_400, 14_000)), currency: 'EUR' });

/** Households whose heating we look after, season by season. */
export const population: Population<EquipmentFacts, EquipmentMessages, Parameter> = {
  parameters,
  prospect,
  reactions: [
    { to: { message: 'service-email' }, response: 'click', after: { median: '9 hours', shape: 1 }, chance: ({ parameters: p }) => p['response.service-email'], data: { link: 'visit' } },
    { to: { message: 'service-card' }, oneOf: 'uses the card', response: 'scan', after: CURVES.mailAnswer, chance: ({ parameters: p }) => p['response.service-card'] * p['response.scan'] },
    { to: { message: 'service-card' }, oneOf: 'uses the card', response: 'visit', after: CURVES.mailAnswer, chance: ({ parameters: p }) => p['response.service-card'] * (1 - p['response.scan']) },
    { to: { message: 'replacement-letter' }, oneOf: 'uses the letter', response: 'scan', after: CURVES.mailAnswer, chance: ({ parameters: p }) => p['response.offer'] * p['response.scan'] },
    { to: { message: 'replacement-letter' }, oneOf: 'uses the letter', response: 'visit', after: CURVES.mailAnswer, chance: ({ parameters: p }) => p['response.offer'] * (1 - p['response.scan']) },
    {
      to: { response: ['scan', 'visit', 'click'], message: [...SERVICE, 'replacement-letter'] },
      response: 'reply',
      after: CURVES.form,
      chance: ({ parameters: p }) => p['reply'],
      data: (about) => ({ facts: { wish: wishOf(about), slot: about.person.weighed('slot', { morning: 4, afternoon: 3, saturday: 3 }) } }),
    },
    { to: { message: 'visit-confirmed' }, response: 'redeem', after: { median: '18 days', shape: 3 }, chance: ({ parameters: p }) => p['visit.done'], data: ({ draw }) => ({ voucher: `V${draw.whole('visit', 100_000, 999_999)}` }) },
    { to: { message: 'quote-visit' }, response: 'purchase', after: { median: '24 days', shape: 2.5 }, chance: ({ parameters: p }) => p['quote.order'], data: purchase },
    { to: { medium: 'email' }, response: 'unsubscribe', after: CURVES.emailClick, chance: ({ parameters: p }) => p['unsubscribe'], data: { medium: 'email' } },
  ],
  spontaneous: [{ response: 'purchase', after: { median: '450 days', shape: 2 }, chance: ({ parameters: p }) => p['order.anyway'], data: purchase }],
};
