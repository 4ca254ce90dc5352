import { CURVES, PRIORS, type About, type Draw, type Population, type SyntheticProspect } from '../content/population.ts';
import type { LapsedFacts } from './facts.ts';
import type { WinBackMessages } from './messages/index.ts';

const parameters = {
  /** Click of those who bought before. */
  'response.mail': PRIORS.emailClick,
  /** A card to a former customer: response to addressed mail from a sender they know, JICMAIL. */
  'response.card': PRIORS.responseWarm,
  'response.last-card': 0.04,
  /** Of those, by QR code; the others type the address. Nobody has published a figure worth the name: sweep it. */
  'response.scan': 0.65,
  /** What the campaign wants to learn: how much more one offer draws than the other. Nobody knows before: sweep it. */
  'variant.gift': 1.1,
  /** Months away at which half as many come back as of those who have just left. */
  'response.half-at': 14,
  'reply': 0.35,
  'response.your-way': 0.25,
  /** Orders once the code is in hand, and after an answer to what kept them away. */
  'order.code': 0.3,
  'order.your-way': 0.15,
  /** Would have ordered within the campaign's time anyway; the holdout measures it. */
  'order.anyway': 0.03,
  'unsubscribe': 0.006,
  'complain': 0.0006,
};

type Parameter = keyof typeof parameters;
type Asked = About<LapsedFacts, Parameter>;

/** Former customers as in `prospects.csv`: most left lately, and most had ordered a few times only. */
function prospect(draw: Draw): SyntheticProspect<LapsedFacts> {
  return {
    facts: {
      monthsAway: 6 + Math.floor(30 * draw.uniform('months away') ** 2),
      orders: 1 + Math.floor(24 * draw.uniform('orders') ** 2),
      favourite: draw.weighed('favourite', { espresso: 45, filter: 22, decaf: 12, beans: 21 }),
    },
    reachable: { print: !draw.chance('refuses print', 0.03), email: draw.chance('agrees to mails', 0.62), social: draw.chance('agrees to social media', 0.2) },
  };
}

/** The longer away, the fewer come back; twelve months count as one. */
const fading = ({ facts, parameters: p }: Asked) => 2 ** ((12 - facts.monthsAway) / p['response.half-at']);
const drawn = (about: Asked, rate: number) => rate * fading(about) * ((about.variant ?? about.props?.['offer']) === 'gift' ? about.parameters['variant.gift'] : 1);
const reasonOf = ({ person }: Asked) => person.weighed('reason', { forgot: 4, price: 3, taste: 1, stopped: 2 });
const stopped = (about: Asked) => reasonOf(about) === 'stopped';
/** Euros: bags of coffee, more for who used to order often. */
const amountOf = ({ facts, draw }: Asked) => Math.round((24 + Math.min(facts.orders, 12)) * draw.between('amount', 0.7, 1.8));
const purchase = (about: Asked) => ({ order: `BM-${about.draw.whole('order', 100_000, 999_999)}`, amount: amountOf(about), currency: 'EUR' });
/** Read out at the counter rather than typed into the shop. */
const AT_COUNTER = 0.15;

/** Customers who stopped ordering, and what brings them back. */
export const population: Population<LapsedFacts, WinBackMessages, Parameter> = {
  parameters,
  prospect,
  reactions: [
    { to: { message: 'come-back-mail' }, response: 'click', after: CURVES.emailClick, chance: (about) => drawn(about, about.parameters['response.mail']), data: { link: 'counter' } },
    { to: { message: 'come-back-card' }, oneOf: 'uses the card', response: 'scan', after: CURVES.mailAnswer, chance: (about) => drawn(about, about.parameters['response.card']) * about.parameters['response.scan'] },
    { to: { message: 'come-back-card' }, oneOf: 'uses the card', response: 'visit', after: CURVES.mailAnswer, chance: (about) => drawn(about, about.parameters['response.card']) * (1 - about.parameters['response.scan']) },
    { to: { message: 'last-card' }, oneOf: 'uses the card', response: 'scan', after: CURVES.mailAnswer, chance: (about) => drawn(about, about.parameters['response.last-card']) * about.parameters['response.scan'] },
    { to: { message: 'last-card' }, oneOf: 'uses the card', response: 'visit', after: CURVES.mailAnswer, chance: (about) => drawn(about, about.parameters['response.last-card']) * (1 - about.parameters['response.scan']) },
    { to: { response: ['click', 'scan', 'visit'], message: ['come-back-mail', 'come-back-card'] }, response: 'reply', after: CURVES.form, chance: ({ parameters: p }) => p['reply'], data: (about) => ({ facts: { reason: reasonOf(about) } }) },
    { to: { message: 'your-way' }, response: 'click', after: CURVES.emailClick, chance: ({ parameters: p }) => p['response.your-way'], data: { link: 'shop' } },
    { to: { message: 'your-way' }, response: 'purchase', after: CURVES.order, chance: ({ parameters: p }) => p['order.your-way'], data: purchase },
    {
      to: { response: ['click', 'scan', 'visit'], message: ['come-back-mail', 'come-back-card', 'last-card'] },
      oneOf: 'buys',
      response: 'purchase',
      after: CURVES.order,
      chance: (about) => (stopped(about) ? 0 : about.parameters['order.code'] * (1 - AT_COUNTER)),
      data: purchase,
    },
    {
      to: { response: ['click', 'scan', 'visit'], message: ['come-back-mail', 'come-back-card', 'last-card'] },
      oneOf: 'buys',
      response: 'redeem',
      after: CURVES.storeVisit,
      chance: (about) => (stopped(about) ? 0 : about.parameters['order.code'] * AT_COUNTER),
      data: ({ draw }) => ({ voucher: `C${draw.whole('voucher', 100_000, 999_999)}` }),
      worth: amountOf,
    },
    { to: { medium: 'email' }, oneOf: 'withdraws', response: 'unsubscribe', after: CURVES.emailClick, chance: ({ parameters: p }) => p['unsubscribe'], data: { medium: 'email' } },
    { to: { medium: 'email' }, oneOf: 'withdraws', response: 'complained', after: CURVES.emailClick, chance: ({ parameters: p }) => p['complain'] },
  ],
  spontaneous: [{ response: 'purchase', after: { median: '45 days', shape: 1.5 }, chance: (about) => about.parameters['order.anyway'] * fading(about), data: purchase }],
};
