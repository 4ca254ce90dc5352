import { CURVES, PRIORS, type About, type Draw, type Population, type SyntheticProspect } from '../content/population.ts';
import type { StarterFacts } from './facts.ts';
import type { StarterMessages } from './messages/index.ts';

const parameters = {
  /** A postcard's reader opens the personal page: visits of the website that mail brings, JICMAIL 2025. */
  'response.print': PRIORS.mailToVisit,
  /** Of those, by QR code; the others type the address. Nobody has published a figure worth the name: sweep it. */
  'response.scan': 0.6,
  /** Who has the page open answers its question; then reads our mail with interest. */
  'reply': 0.5,
  'response.advice': 0.2,
  /** One book with conviction against three to choose from: a guess to be measured. */
  'variant.one-book': 1.1,
  /** Uses the voucher in the shop, or orders online, after the page. */
  'redeem': 0.12,
  'order': 0.06,
  /** Bought within the campaign's time by who would have anyway. */
  'order.anyway': 0.02,
  'unsubscribe': 0.003,
};

type Parameter = keyof typeof parameters;
type Asked = About<StarterFacts, Parameter>;

/** Readers around six shops: six of ten agree to mails, three in a hundred refuse print. */
function prospect(draw: Draw): SyntheticProspect<StarterFacts> {
  return {
    facts: {
      store: draw.pick('store', ['Montclairval', 'Rochefeuille', 'Port-Ancelin', 'Aiguevance', 'Lormoisy', 'Vaubrune']),
      storeDistance: Math.round(draw.between('distance', 0.5, 20) * 10) / 10,
      customer: draw.chance('customer', 0.4) ? 'yes' : 'no',
    },
    reachable: { print: !draw.chance('refuses print', 0.03), email: draw.chance('agrees to mails', 0.6), social: false },
  };
}

/** What somebody likes all along, said or not. */
function readsOf({ facts, person }: Asked): 'novels' | 'crime' | 'children' {
  return facts.reads ?? person.weighed('reads', { novels: 5, crime: 3, children: 2 });
}

const basket = ({ draw }: Asked): number => Math.round(draw.between('basket', 15, 48) * 100) / 100;
const purchase = (about: Asked) => ({ order: `B-${about.draw.whole('order', 100_000, 999_999)}`, amount: basket(about), currency: 'EUR' });

/** Readers near the shops, and what they do with our card and our mail. */
export const population: Population<StarterFacts, StarterMessages, Parameter> = {
  parameters,
  prospect,
  reactions: [
    { to: { message: 'invitation-postcard' }, oneOf: 'uses the card', response: 'scan', after: CURVES.mailAnswer, chance: ({ parameters: p }) => p['response.print'] * p['response.scan'] },
    { to: { message: 'invitation-postcard' }, oneOf: 'uses the card', response: 'visit', after: CURVES.mailAnswer, chance: ({ parameters: p }) => p['response.print'] * (1 - p['response.scan']) },
    { to: { response: ['scan', 'visit'] }, response: 'reply', after: CURVES.form, chance: ({ parameters: p }) => p['reply'], data: (about) => ({ facts: { reads: readsOf(about) } }) },
    {
      to: { message: 'reading-advice' },
      response: 'click',
      after: CURVES.emailClick,
      chance: ({ parameters: p, variant }) => p['response.advice'] * (variant === 'one-book' ? p['variant.one-book'] : 1),
      data: { link: 'reserve' },
    },
    { to: { response: ['scan', 'visit'] }, oneOf: 'buys', response: 'purchase', after: CURVES.order, chance: ({ parameters: p }) => p['order'], data: purchase },
    {
      to: { response: ['scan', 'visit'] },
      oneOf: 'buys',
      response: 'redeem',
      after: CURVES.storeVisit,
      chance: ({ parameters: p, facts }) => p['redeem'] * (facts.storeDistance < 10 ? 1.2 : 0.8),
      data: ({ draw }) => ({ voucher: `V${draw.whole('voucher', 100_000, 999_999)}` }),
      worth: basket,
    },
    { to: { medium: 'email' }, response: 'unsubscribe', after: CURVES.emailClick, chance: ({ parameters: p }) => p['unsubscribe'], data: { medium: 'email' } },
  ],
  spontaneous: [{ response: 'purchase', after: { median: '30 days', shape: 2 }, chance: ({ parameters: p }) => p['order.anyway'], data: purchase }],
};
