import { chanceOf, type Chance } from './chance.ts';

/** What someone does with a card, or with a reminder by mail. */
export interface Reaction {
  readonly by: 'scan' | 'type' | 'ignore';
  /** Campaign days after it lies in the letter box or mailbox. */
  readonly afterDays: number;
}

/** A purchase: in the shop, or in a store with the page's voucher, for who has one. */
export interface Buying {
  readonly where: 'online' | 'store';
  /** Campaign days: after the visit of the page; for a spontaneous purchase, after the launch. */
  readonly afterDays: number;
  readonly order: string;
  /** Euros. */
  readonly amount: number;
}

export type Interest = 'replace' | 'service' | 'advice';

/** All that one person will do, should the occasion come. */
export interface Decisions {
  readonly card: Reaction;
  /** To the second card, or the reminder by mail (`scan` and `type` then both mean: follow its link). */
  readonly reminder: Reaction;
  /** What they have in mind, said or not. */
  readonly interest: Interest;
  readonly horizon: 'now' | 'this-year' | 'later';
  readonly fillsForm: boolean;
  /** Clicks in the mail that thanks, and in the invitation to follow: days after the mail; none when they don't. */
  readonly thanks?: { readonly afterDays: number };
  readonly invitation?: { readonly afterDays: number };
  /** Because of the campaign: only after a visit of the page. */
  readonly buys?: Buying;
  /** Whatever the campaign does; people kept out of it do too, so that the lift means something. */
  readonly buysAnyway?: Buying;
  readonly unsubscribes?: { readonly by: 'button' | 'one-click'; readonly afterDays: number };
  /** The address is wrong: the card comes back, so many days after it should have been there. */
  readonly comesBack?: { readonly afterDays: number };
  /** Machines that follow this person's links: the phone's or messenger's preview of a QR address, the mail gateway of an employer. */
  readonly previewed: boolean;
  readonly gateway: boolean;
}

/**
 * How people behave. Not a forecast: a demo of 200 people needs visible numbers, so the rates are far above the published ones
 * (addressed mail brings 9.2 % of its readers to a website, JICMAIL Q2 2025; email 1 to 2.5 % clicks a send), at the published shape:
 * answers peak 2 to 5 days after the letter box.
 */
const RATES = { usesCard: 0.45, usesReminder: 0.3, fillsForm: 0.65, clicksThanks: 0.6, clicksInvitation: 0.55, buysAnyway: 0.05, unsubscribes: 0.02, comesBack: 0.02, previewed: 0.12, gateway: 0.2 };

/** Who buys after a visit, and for how many euros: a boiler, a yearly service, a visit of advice with a thermostat. */
const BUYING: Record<Interest, { rate: number; from: number; to: number }> = {
  replace: { rate: 0.22, from: 2_900, to: 6_800 },
  service: { rate: 0.42, from: 119, to: 189 },
  advice: { rate: 0.15, from: 79, to: 149 },
};

/**
 * What a person will do. A pure function: the same seed and person give the same decisions, whenever and in whatever order they are asked.
 *
 * @example decide({ seed: 'spring', prospect: 'p-001' }).card // { by: 'scan', afterDays: 3.4 }
 */
export function decide({ seed, prospect }: { seed: string; prospect: string }): Decisions {
  const chance = chanceOf(seed, prospect);
  const interest = chance.oneOf('interest', { replace: 4, service: 4, advice: 2 });
  return {
    card: reaction(chance, 'card', RATES.usesCard),
    reminder: reaction(chance, 'reminder', RATES.usesReminder),
    interest,
    horizon: chance.oneOf('horizon', { now: 3, 'this-year': 4, later: 3 }),
    fillsForm: chance.happens('fills in the form', RATES.fillsForm),
    ...(chance.happens('clicks the thanks', RATES.clicksThanks) && { thanks: { afterDays: chance.between('thanks, days', 0.3, 3.5) } }),
    ...(chance.happens('clicks the invitation', RATES.clicksInvitation) && { invitation: { afterDays: chance.between('invitation, days', 0.3, 4) } }),
    ...(chance.happens('buys', BUYING[interest].rate) && { buys: buying(chance, 'buys', { prospect, interest, afterDays: chance.delay('buys, days', 9, 0.4) }) }),
    ...(chance.happens('buys anyway', RATES.buysAnyway) && { buysAnyway: buying(chance, 'buys anyway', { prospect, interest, afterDays: chance.between('buys anyway, days', 4, 45) }) }),
    ...(chance.happens('unsubscribes', RATES.unsubscribes) && {
      unsubscribes: { by: chance.oneOf('unsubscribes how', { button: 1, 'one-click': 1 }), afterDays: chance.between('unsubscribes, days', 0.2, 2) },
    }),
    ...(chance.happens('comes back', RATES.comesBack) && { comesBack: { afterDays: chance.between('comes back, days', 4, 10) } }),
    previewed: chance.happens('previewed', RATES.previewed),
    gateway: chance.happens('gateway', RATES.gateway),
  };
}

function reaction(chance: Chance, to: string, rate: number): Reaction {
  const by = chance.happens(`uses the ${to}`, rate) ? chance.oneOf(`uses the ${to} how`, { scan: 7, type: 3 }) : 'ignore';
  // Its most frequent value is 3.3 * exp(-0.45 ** 2) = 2.7 days; nine of ten answers come between day 1.5 and day 7.
  return { by, afterDays: chance.delay(`${to}, days`, 3.3, 0.45) };
}

function buying(chance: Chance, question: string, about: { prospect: string; interest: Interest; afterDays: number }): Buying {
  const { from, to } = BUYING[about.interest];
  const number = Math.floor(chance.roll(`${question} number`) * 1e6).toString().padStart(6, '0');
  return {
    where: chance.oneOf(`${question} where`, { online: 1, store: 1 }),
    afterDays: about.afterDays,
    order: `BB-${about.prospect}-${number}`,
    amount: Math.round(chance.between(`${question} amount`, from, to)),
  };
}
