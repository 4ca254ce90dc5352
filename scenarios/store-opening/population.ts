import { CURVES, PRIORS, type About, type Draw, type Population, type SyntheticProspect } from '../content/population.ts';
import type { OpeningFacts } from './facts.ts';
import type { OpeningMessages } from './messages/index.ts';

const parameters = {
  /** The card's reader opens the page: visits that mail brings, JICMAIL 2025. */
  'response.card': PRIORS.mailToVisit,
  /** Of those, by QR code; the others type the address. Nobody has published a figure worth the name: sweep it. */
  'response.scan': 0.65,
  /** Asks for an appointment, once on the page. */
  'request': 0.25,
  'response.mail': PRIORS.emailClick,
  /** Comes and takes the lamp: with an appointment, after a look at the page, with the card alone, after the mail alone. */
  'come.appointment': 0.65,
  'come.page': 0.2,
  'come.card': 0.02,
  'come.mail': 0.01,
  /** Kilometres at which half as many come as from next door. */
  'come.half-at': 12,
  /** Spent by who comes, in euros: half take the lamp and leave. */
  'basket': 64,
  'unsubscribe': 0.002,
  'complain': 0.0003,
};

type Parameter = keyof typeof parameters;
type Asked = About<OpeningFacts, Parameter>;

/** Forty days after Monday 2 November 2026, when simulations begin, as `play` does. */
const OPENING = '2026-12-12';

/** Households around Lormoisy. */
function prospect(draw: Draw): SyntheticProspect<OpeningFacts> {
  return {
    facts: {
      opening: OPENING,
      store: 'lormoisy',
      storeDistance: Math.round(draw.between('distance', 0.5, 28) * 10) / 10,
      customer: draw.chance('customer', 0.3) ? 'yes' : 'no',
    },
    reachable: { print: !draw.chance('refuses print', 0.03), email: draw.chance('agrees to mails', 0.55), social: false },
  };
}

/** Fewer come from farther away. */
const near = ({ facts, parameters: p }: Asked) => 2 ** (-facts.storeDistance / p['come.half-at']);
const comes = (about: Asked, rate: number) => Math.min(1, rate * 1.8 * near(about));
const voucher = ({ draw }: Asked) => ({ voucher: `L${draw.whole('voucher', 100_000, 999_999)}` });
const basket = ({ draw, parameters: p }: Asked) => (draw.chance('buys something', 0.5) ? Math.round(p['basket'] * 2 * draw.between('basket', 0.3, 1.7)) : 0);
/** An appointment leads to a visit on the opening day, some ten days after the request. */
const OPENING_DAY = { median: '10 days', shape: 6 } as const;

/** Neighbours of a new store, and what they do with its card and mails. */
export const population: Population<OpeningFacts, OpeningMessages, Parameter> = {
  parameters,
  prospect,
  reactions: [
    { to: { message: 'invitation-card' }, oneOf: 'uses the card', response: 'scan', after: { median: '4 days', shape: 1.5 }, chance: ({ parameters: p }) => p['response.card'] * p['response.scan'] },
    { to: { message: 'invitation-card' }, oneOf: 'uses the card', response: 'visit', after: { median: '4 days', shape: 1.5 }, chance: ({ parameters: p }) => p['response.card'] * (1 - p['response.scan']) },
    { to: { message: 'invitation-card' }, response: 'redeem', after: { median: '12 days', shape: 5 }, chance: (about) => comes(about, about.parameters['come.card']), data: voucher, worth: basket },
    {
      to: { message: ['invitation-card', 'doors-open-soon'], response: ['scan', 'visit', 'click'] },
      response: 'reply',
      after: CURVES.form,
      chance: ({ parameters: p }) => p['request'],
      data: ({ person }) => ({ facts: { slot: person.weighed('slot', { morning: 3, afternoon: 4, evening: 3 }), room: person.weighed('room', { living: 4, bedroom: 2, kitchen: 2, lamps: 3 }) } }),
    },
    { to: { message: 'invitation-card', response: ['scan', 'visit'] }, response: 'redeem', after: OPENING_DAY, chance: (about) => comes(about, about.parameters['come.page']), data: voucher, worth: basket },
    { to: { message: 'appointment-noted' }, response: 'redeem', after: OPENING_DAY, chance: ({ parameters: p }) => p['come.appointment'], data: voucher, worth: basket },
    { to: { message: 'doors-open-soon' }, response: 'click', after: CURVES.emailClick, chance: ({ parameters: p }) => p['response.mail'], data: { link: 'map' } },
    { to: { message: 'doors-open-soon' }, response: 'redeem', after: { median: '3 days', shape: 3 }, chance: (about) => comes(about, about.parameters['come.mail']), data: voucher, worth: basket },
    { to: { medium: 'email' }, oneOf: 'withdraws', response: 'unsubscribe', after: CURVES.emailClick, chance: ({ parameters: p }) => p['unsubscribe'], data: { medium: 'email' } },
    { to: { medium: 'email' }, oneOf: 'withdraws', response: 'complained', after: CURVES.emailClick, chance: ({ parameters: p }) => p['complain'] },
  ],
  // Nobody takes a lamp without having been invited.
  spontaneous: [],
};
