/**
 * What a scenario's `population.ts` is written with: who the people are and how they respond, so that `parcours simulate` can run the
 * scenario over as many of them as one likes. Pure: no clock, no `Math.random`, no Node built-in; all chance comes from a `Draw`.
 */
import type { Duration, Evidence, Kind, Messages, Reachable, Reports, Response, TouchMedium } from '../vocabulary/index.ts';

/**
 * One person's random numbers. The answer depends on the seed, the person and the purpose, never on when or in what order it is asked: two
 * versions of a scenario meet the same people, who do the same things where the versions agree (common random numbers).
 *
 * @example draw.chance('has a mailbox', 0.86)
 */
export interface Draw {
  /** Between 0 and 1, neither included. */
  uniform(purpose: string): number;
  /** True with this probability. */
  chance(purpose: string, probability: number): boolean;
  between(purpose: string, from: number, to: number): number;
  /** A whole number, both ends included. */
  whole(purpose: string, from: number, to: number): number;
  normal(purpose: string, mean: number, deviation: number): number;
  pick<T>(purpose: string, from: readonly T[]): T;
  /** One of the keys, weighed by the values. */
  weighed<T extends string>(purpose: string, weights: Readonly<Record<T, number>>): T;
  /** Milliseconds. */
  delay(purpose: string, curve: Curve): number;
}

/**
 * How long people take to respond: a log-logistic distribution, whose hazard rises to a peak and then falls, as answers to mail do. Half have
 * answered by `median`. `shape` over 1 has a peak after a while, at `median × ((shape - 1) / (shape + 1)) ^ (1 / shape)`; at 1 and below most answer at once.
 */
export interface Curve {
  readonly median: Duration;
  readonly shape: number;
}

/** Delays from published figures; name your own where you know better. */
export const CURVES = {
  /**
   * From the letter box to scan, visit or coupon: peaks on day 5 (QR vendors say scans peak on days 3 to 7 after delivery), half by day 15,
   * that is day 18 to 21 after the drop.
   */
  mailAnswer: { median: '15 days', shape: 1.5 },
  /** From a mail to its click: nearly all within a day. */
  emailClick: { median: '5 hours', shape: 1.1 },
  /** From a page that is open to its form. */
  form: { median: '4 minutes', shape: 2 },
  /** From interest to an order online. */
  order: { median: '3 days', shape: 1.2 },
  /** From interest to a visit of the store. */
  storeVisit: { median: '9 days', shape: 2 },
  /** From the day a piece should have been there to its return by the post. */
  returnedMail: { median: '8 days', shape: 4 },
} as const satisfies Record<string, Curve>;

/**
 * Rates from published figures, as shares. No vendor's figure for QR scans is credible, so scans are a split of the response rate: sweep it.
 */
export const PRIORS = {
  /** Response to addressed mail, by what the sender is to the reader: JICMAIL, 3,800 campaigns. */
  responseWarm: 0.072,
  responseCold: 0.009,
  responseDoorDrop: 0.005,
  /** Response to letters and postcards, to customers (house) and prospects: DMA response rate report, 2012. */
  letterHouse: 0.034,
  letterProspect: 0.0128,
  postcardHouse: 0.0247,
  postcardProspect: 0.0112,
  /** Mail to a visit of the website, visit to an online purchase, mail to a purchase: JICMAIL, second quarter of 2025. */
  mailToVisit: 0.092,
  visitToPurchase: 0.38,
  mailToPurchase: 0.06,
  /** Clicks in a mail of those sent; vendors say 1 to 2.5 %. */
  emailClick: 0.018,
} as const;

/** Parameters that every population has; one that names them too says its own values. */
export const STANDARD_PARAMETERS = {
  /** Share of mailpieces that come back (moved, unknown): 2 % of a list that is kept up. */
  'print.returned': 0.02,
  /** Share of mailpieces whose delivery the carrier reports: none for ordinary advertising mail in France. */
  'print.reported': 0,
  /** Days by which the letter box differs from the estimate: the standard deviation. */
  'print.spread': 1,
  /** Share of mails that bounce for good. */
  'email.bounced': 0.008,
  /** Share of arrived mails that the provider reports as delivered. */
  'email.reported': 1,
} as const;

export type StandardParameter = keyof typeof STANDARD_PARAMETERS;

/** A person who does not exist, as the campaign would find them in its list. */
export interface SyntheticProspect<Facts> {
  readonly facts: Facts;
  readonly reachable: Reachable;
  /** IANA; `Europe/Paris` unless said. */
  readonly timeZone?: string;
  /** Has a mailbox that we know: what a mail of the class `service` needs, consent or not. True unless said. */
  readonly hasEmail?: boolean;
}

/** What someone reacts to. */
export interface About<Facts, P extends string> {
  /** What is known of the person, with what they have told us since. */
  readonly facts: Readonly<Facts>;
  readonly parameters: Readonly<Record<P | StandardParameter, number>>;
  /** The touch that they react to, or that the response they react to was about; none for what they do of their own accord. */
  readonly message?: string;
  readonly medium?: TouchMedium;
  readonly variant?: string;
  /** 1 for the first touch of this message. */
  readonly occurrence?: number;
  /** What the path gave the message. */
  readonly props?: Readonly<Record<string, unknown>>;
  /** What the path's choices came to so far, by the name of each: `journey.choose`. */
  readonly chosen?: Readonly<Record<string, string>>;
  /** The response that they react to, if it is one. */
  readonly response?: Response;
  /** Random numbers of this reaction alone: the same purpose in another reaction, or to another touch, gives another number. */
  readonly draw: Draw;
  /** Random numbers of the person: the same purpose gives the same number in each reaction, such as what they have in mind all along. */
  readonly person: Draw;
}

/** A touch of this message or medium, or this response to one; what is left out may be anything. */
export interface Trigger<Message extends string = string> {
  readonly message?: Message | readonly Message[];
  readonly medium?: TouchMedium;
  /** The response that is reacted to; the touch itself when it is left out. */
  readonly response?: Kind | readonly Kind[];
}

/** A response that someone may give. `Asked` is what its functions are asked about. */
type Possible<Asked, Facts, K extends Kind> = {
  readonly response: K;
  /** The probability, 0 to 1, or what it depends on. Over 1 counts as 1. */
  readonly chance: number | ((about: Asked) => number);
  /** How long after the touch is with them (letter box, mailbox), or after the response. */
  readonly after: Curve | ((about: Asked) => Curve);
  /** Of the reactions with this name to one thing, at most one comes: their chances are parts of one draw. */
  readonly oneOf?: string;
  /** Who did it; a person unless said. */
  readonly evidence?: Evidence;
  /** Euros that it brings; a purchase brings its amount. */
  readonly worth?: number | ((about: Asked) => number);
} & (unknown extends Reports<Facts>[K] ? unknown : { readonly data: Reports<Facts>[K] | ((about: Asked) => Reports<Facts>[K]) });

/**
 * After a touch or a response, another response with some chance, after some time.
 *
 * @example
 * { to: { message: 'renewal-postcard' }, response: 'scan', chance: ({ parameters }) => parameters['response.print'], after: CURVES.mailAnswer }
 */
export type Reaction<Facts, M extends Messages, P extends string> = { [K in Kind]: Possible<About<Facts, P>, Facts, K> & { readonly to: Trigger<keyof M & string> } }[Kind];

/** What people do whatever the campaign does, those kept out of it too: counted from the day they would enter. */
export type Spontaneous<Facts, P extends string> = { [K in Kind]: Possible<About<Facts, P>, Facts, K> }[Kind];

/**
 * Who the people of a scenario are and how they respond.
 *
 * @example
 * const parameters = { 'response.print': PRIORS.postcardHouse };
 * export const population: Population<BoilerFacts, BoilerMessages, keyof typeof parameters> = { parameters, prospect, reactions, spontaneous };
 */
export interface Population<Facts extends object, M extends Messages, P extends string> {
  /** Named figures; `--set` and `--sweep` change them. Shares lie between 0 and 1. */
  readonly parameters: Readonly<Record<P, number>>;
  /** Draws somebody. */
  readonly prospect: (draw: Draw, parameters: Readonly<Record<P | StandardParameter, number>>) => SyntheticProspect<Facts>;
  readonly reactions: readonly Reaction<Facts, M, P>[];
  readonly spontaneous: readonly Spontaneous<Facts, P>[];
  /** The stretch over which people enter, evenly; at the campaign's pace unless said. For scenarios that an event lets people into. */
  readonly arrivals?: Duration;
}

/** Any population, for code that runs them all: its functions are asked about what its own scenario made. */
export interface AnyPopulation {
  readonly parameters: Readonly<Record<string, number>>;
  readonly prospect: (draw: Draw, parameters: never) => SyntheticProspect<object>;
  readonly reactions: readonly (AnyPossible & { readonly to: Trigger })[];
  readonly spontaneous: readonly AnyPossible[];
  readonly arrivals?: Duration;
}

export interface AnyPossible {
  readonly response: Kind;
  readonly chance: number | ((about: never) => number);
  readonly after: Curve | ((about: never) => Curve);
  readonly oneOf?: string;
  readonly evidence?: Evidence;
  readonly worth?: number | ((about: never) => number);
  readonly data?: object | ((about: never) => object);
}
