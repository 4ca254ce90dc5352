import { CURVES, PRIORS, type About, type Draw, type Population, type SyntheticProspect } from '../content/population.ts';
import type { BoilerFacts } from './facts.ts';
import type { BoilerMessages } from './messages/index.ts';

const parameters = {
  /** A postcard's reader opens the personal page: visits of the website that mail brings, JICMAIL 2025. */
  'response.print': PRIORS.mailToVisit,
  /** Of those, by QR code; the others type the address. Nobody has published a figure worth the name: sweep it. */
  'response.scan': 0.6,
  /** A customer answers more often than a household that does not know us, and an old boiler makes a reader: factors. */
  'response.customer': 1.3,
  'response.old-boiler': 1.25,
  /** A card that offers the other thing than a boiler of that age needs: a guess, to be measured. */
  'response.other-offer': 0.7,
  /** The second card finds who did not answer the first. */
  'response.reminder-card': 0.03,
  'response.email': PRIORS.emailClick,
  /** Who has the page open tells us what they want; then reads our answer with interest. */
  'reply': 0.45,
  'response.thank-you': 0.22,
  'variant.warm': 1.15,
  /** In the evening people have the time to read it: a guess, to be measured. */
  'variant.evening': 1.2,
  'response.invitation': 0.3,
  'follow': 0.4,
  /** Orders after a reply, by what they want. JICMAIL has 38 % of visits end in a purchase online: true of shops, not of boilers. */
  'order.replace': 0.06,
  'order.service': 0.18,
  'order.advice': 0.08,
  /** Bought within the campaign's time by who would have anyway. */
  'order.anyway': 0.012,
  'unsubscribe': 0.003,
  'complain': 0.0003,
};

type Parameter = keyof typeof parameters;
type Asked = About<BoilerFacts, Parameter>;

const STORES = ['Valbraise', 'Rochefeuille', 'Port-Ancelin', 'Aiguevance', 'Lormoisy', 'Vaubrune'];

/** Households as in `prospects.csv`: six of ten agree to mails, three or four to invitations, three in a hundred refuse print. */
function prospect(draw: Draw): SyntheticProspect<BoilerFacts> {
  const energy = draw.weighed('energy', { gas: 57, oil: 18, wood: 13, 'heat-pump': 12 });
  const age = Number(draw.weighed('generation', { 1: 15, 6: 34, 13: 33, 21: 18 })) + draw.whole('age', 0, 7);
  const agrees = draw.chance('agrees to mails', 0.62);
  return {
    facts: {
      // Heat pumps are a recent thing.
      boilerAge: energy === 'heat-pump' ? 1 + (age % 14) : age,
      energy,
      storeDistance: Math.round(draw.between('distance', 1, 40) * 10) / 10,
      store: draw.pick('store', STORES),
      customer: draw.chance('customer', 0.55) ? 'yes' : 'no',
    },
    reachable: { print: !draw.chance('refuses print', 0.03), email: agrees, social: agrees && draw.chance('agrees to invitations', 0.57) },
  };
}

/** How likely somebody uses a card, by QR code or by hand. */
function usesCard({ facts, parameters: p, props }: Asked, rate: number): number {
  // The factors are scaled by their mean over the population, so that the rate is what it says.
  const customer = facts.customer === 'yes' ? p['response.customer'] : 1;
  const old = facts.boilerAge > 12 ? p['response.old-boiler'] : 1;
  const mean = (1 + 0.55 * (p['response.customer'] - 1)) * (1 + OLD_BOILERS * (p['response.old-boiler'] - 1));
  const fits = props?.['offer'] === (facts.boilerAge > 12 ? 'replace' : 'service') ? 1 : p['response.other-offer'];
  return (rate * customer * old * fits) / mean;
}

/** Share of the boilers that are older than 12 years. */
const OLD_BOILERS = 0.51;

/** What somebody has in mind all along, said or not. */
function interestOf({ facts, person }: Asked): 'replace' | 'service' | 'advice' {
  return facts.interest ?? person.weighed('interest', facts.boilerAge > 12 ? { replace: 5, service: 3, advice: 2 } : { replace: 1, service: 6, advice: 3 });
}

/** Euros: a boiler, a yearly service, a visit of advice with a thermostat. */
function amountOf(about: Asked): number {
  const [from, to] = { replace: [2_900, 6_800], service: [119, 189], advice: [79, 149] }[interestOf(about)] as [number, number];
  return Math.round(about.draw.between('amount', from, to));
}

const purchase = (about: Asked) => ({ order: `BB-${about.draw.whole('order', 100_000, 999_999)}`, amount: amountOf(about), currency: 'EUR' });
const orders = (about: Asked) => about.parameters[`order.${interestOf(about)}`];
const inStore = (about: Asked) => (about.facts.storeDistance < 15 ? 0.5 : 0.15);

/** Households whose boiler is due, and what they do with our cards and mails. */
export const population: Population<BoilerFacts, BoilerMessages, Parameter> = {
  parameters,
  prospect,
  reactions: [
    { to: { message: 'renewal-postcard' }, oneOf: 'uses the card', response: 'scan', after: CURVES.mailAnswer, chance: (about) => usesCard(about, about.parameters['response.print']) * about.parameters['response.scan'] },
    { to: { message: 'renewal-postcard' }, oneOf: 'uses the card', response: 'visit', after: CURVES.mailAnswer, chance: (about) => usesCard(about, about.parameters['response.print']) * (1 - about.parameters['response.scan']) },
    { to: { message: 'reminder-card' }, oneOf: 'uses the card', response: 'scan', after: CURVES.mailAnswer, chance: (about) => usesCard(about, about.parameters['response.reminder-card']) * about.parameters['response.scan'] },
    { to: { message: 'reminder-card' }, oneOf: 'uses the card', response: 'visit', after: CURVES.mailAnswer, chance: (about) => usesCard(about, about.parameters['response.reminder-card']) * (1 - about.parameters['response.scan']) },
    { to: { message: 'reminder-email' }, response: 'click', after: CURVES.emailClick, chance: ({ parameters: p }) => p['response.email'], data: { link: 'page' } },
    {
      to: { response: ['scan', 'visit', 'click'], message: ['renewal-postcard', 'reminder-card', 'reminder-email'] },
      response: 'reply',
      after: CURVES.form,
      chance: ({ parameters: p }) => p['reply'],
      data: (about) => ({ facts: { interest: interestOf(about), horizon: about.person.weighed('horizon', { now: 3, 'this-year': 4, later: 3 }) } }),
    },
    {
      to: { message: 'thank-you' },
      response: 'click',
      after: CURVES.emailClick,
      chance: ({ parameters: p, variant, chosen }) => p['response.thank-you'] * (variant === 'warm' ? p['variant.warm'] : 1) * (chosen?.['send-hour'] === '18:30' ? p['variant.evening'] : 1),
      data: { link: 'appointment' },
    },
    { to: { message: 'follow-us' }, response: 'click', after: CURVES.emailClick, chance: ({ parameters: p }) => p['response.invitation'], data: { link: 'follow' } },
    { to: { message: 'follow-us', response: 'click' }, response: 'follow', after: CURVES.form, chance: ({ parameters: p }) => p['follow'], data: { page: 'facebook' } },
    { to: { response: ['reply'] }, oneOf: 'buys', response: 'purchase', after: CURVES.order, chance: (about) => orders(about) * (1 - inStore(about)), data: purchase },
    {
      to: { response: ['reply'] },
      oneOf: 'buys',
      response: 'redeem',
      after: CURVES.storeVisit,
      chance: (about) => orders(about) * inStore(about),
      data: ({ draw }) => ({ voucher: `V${draw.whole('voucher', 100_000, 999_999)}` }),
      worth: amountOf,
    },
    { to: { medium: 'email' }, oneOf: 'withdraws', response: 'unsubscribe', after: CURVES.emailClick, chance: ({ parameters: p }) => p['unsubscribe'], data: { medium: 'email' } },
    { to: { medium: 'email' }, oneOf: 'withdraws', response: 'complained', after: CURVES.emailClick, chance: ({ parameters: p }) => p['complain'] },
  ],
  spontaneous: [{ response: 'purchase', after: { median: '30 days', shape: 2 }, chance: ({ parameters: p }) => p['order.anyway'], data: purchase }],
};
