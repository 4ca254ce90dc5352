import { CURVES, PRIORS, type About, type Draw, type Population, type SyntheticProspect } from '../content/population.ts';
import type { CartFacts } from './facts.ts';
import type { CartMessages } from './messages/index.ts';
import { savingOn } from './v1.ts';

const parameters = {
  /** A mail about one's own cart is clicked far more often than a newsletter; vendors say 5 to 15 %, and nobody shows how they counted. */
  'response.kept': 0.08,
  'reply': 0.3,
  'response.advice': 0.25,
  /** A card about one's own cart, from a shop where one has just been. */
  'response.card': PRIORS.mailToVisit,
  /** Of those, by QR code; the others type the address. Nobody has published a figure worth the name: sweep it. */
  'response.scan': 0.7,
  'response.voucher-reminder': 0.2,
  /** Orders after a look at the cart, after advice, and with the voucher in hand. */
  'order.look': 0.12,
  'order.advice': 0.18,
  'order.voucher': PRIORS.visitToPurchase,
  /** Would have come back by themselves, most within the day. */
  'order.anyway': 0.1,
  'unsubscribe': 0.004,
  'complain': 0.0004,
};

type Parameter = keyof typeof parameters;
type Asked = About<CartFacts, Parameter>;

/** Euros, the least and the most of a cart, by what is dearest in it. */
const VALUES: Readonly<Record<CartFacts['category'], readonly [from: number, to: number]>> = { town: [490, 1_900], touring: [900, 3_200], cargo: [2_400, 6_500], children: [190, 480], accessories: [20, 240] };
const PRODUCTS: Readonly<Record<CartFacts['category'], string>> = { town: 'Flâneuse 7', touring: 'Grand Large 12', cargo: 'Déménageur', children: 'Petit Braquet 20', accessories: 'Sacoche Étang' };
const STORES = ['Lormoisy', 'Vaubrune', 'Port-Ancelin'];

/** Carts as a bicycle shop has them: more than half are small. */
function prospect(draw: Draw): SyntheticProspect<CartFacts> {
  const category = draw.weighed('category', { accessories: 52, town: 21, children: 12, touring: 10, cargo: 5 });
  const [from, to] = VALUES[category];
  return {
    facts: {
      cartValue: Math.round(from + (to - from) * draw.uniform('value') ** 2),
      category,
      product: PRODUCTS[category],
      items: Number(draw.weighed('items', { 1: 60, 2: 25, 3: 15 })),
      store: draw.pick('store', STORES),
    },
    reachable: { print: draw.chance('has given an address', 0.7), email: draw.chance('agrees to mails', 0.75), social: false },
  };
}

const share = (name: 'response.card', scanned: boolean) => ({ parameters: p }: Asked) => p[name] * (scanned ? p['response.scan'] : 1 - p['response.scan']);
const hesitationOf = ({ facts, person }: Asked) => person.weighed('hesitation', facts.category === 'accessories' ? { price: 3, size: 2, delivery: 2, thinking: 3 } : { price: 4, size: 3, delivery: 1, thinking: 2 });
const purchase = ({ facts, draw }: Asked, saving = 0) => ({ order: `CG-${draw.whole('order', 100_000, 999_999)}`, amount: facts.cartValue - saving, currency: 'EUR' });
const withVoucher = (about: Asked) => purchase(about, savingOn(about.facts.cartValue));
/** Who has the voucher in hand goes to the store in three cases of ten. */
const IN_STORE = 0.3;

/** People who left a cart, and what they do about it. */
export const population: Population<CartFacts, CartMessages, Parameter> = {
  parameters,
  prospect,
  arrivals: '30 days',
  reactions: [
    { to: { message: 'cart-kept' }, response: 'click', after: CURVES.emailClick, chance: ({ parameters: p }) => p['response.kept'], data: { link: 'cart' } },
    { to: { message: 'cart-kept', response: 'click' }, response: 'reply', after: CURVES.form, chance: ({ parameters: p }) => p['reply'], data: (about) => ({ facts: { hesitation: hesitationOf(about) } }) },
    { to: { message: 'cart-kept', response: 'click' }, response: 'purchase', after: { median: '1 hour', shape: 1 }, chance: ({ parameters: p }) => p['order.look'], data: (about) => purchase(about) },
    { to: { message: 'helping-hand' }, response: 'click', after: CURVES.emailClick, chance: ({ parameters: p }) => p['response.advice'], data: { link: 'cart' } },
    { to: { message: 'helping-hand' }, response: 'purchase', after: CURVES.order, chance: ({ parameters: p }) => p['order.advice'], data: (about) => purchase(about) },
    { to: { message: 'voucher-card' }, oneOf: 'uses the card', response: 'scan', after: CURVES.mailAnswer, chance: share('response.card', true) },
    { to: { message: 'voucher-card' }, oneOf: 'uses the card', response: 'visit', after: CURVES.mailAnswer, chance: share('response.card', false) },
    { to: { message: 'voucher-card', response: ['scan', 'visit'] }, oneOf: 'buys', response: 'purchase', after: CURVES.order, chance: ({ parameters: p }) => p['order.voucher'] * (1 - IN_STORE), data: withVoucher },
    {
      to: { message: 'voucher-card', response: ['scan', 'visit'] },
      oneOf: 'buys',
      response: 'redeem',
      after: CURVES.storeVisit,
      chance: ({ parameters: p }) => p['order.voucher'] * IN_STORE,
      data: ({ draw }) => ({ voucher: `V${draw.whole('voucher', 100_000, 999_999)}` }),
      worth: ({ facts }) => facts.cartValue - savingOn(facts.cartValue),
    },
    { to: { message: 'voucher-reminder' }, response: 'click', after: CURVES.emailClick, chance: ({ parameters: p }) => p['response.voucher-reminder'], data: { link: 'voucher' } },
    { to: { message: 'voucher-reminder', response: 'click' }, response: 'purchase', after: CURVES.order, chance: ({ parameters: p }) => p['order.voucher'], data: withVoucher },
    { to: { medium: 'email' }, oneOf: 'withdraws', response: 'unsubscribe', after: CURVES.emailClick, chance: ({ parameters: p }) => p['unsubscribe'], data: { medium: 'email' } },
    { to: { medium: 'email' }, oneOf: 'withdraws', response: 'complained', after: CURVES.emailClick, chance: ({ parameters: p }) => p['complain'] },
  ],
  spontaneous: [{ response: 'purchase', after: { median: '16 hours', shape: 1 }, chance: ({ parameters: p }) => p['order.anyway'], data: (about) => purchase(about) }],
};
