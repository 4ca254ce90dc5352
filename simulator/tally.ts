import type { Kind, TouchMedium } from '../scenarios/vocabulary/index.ts';

/** What became of a message, in whole numbers: pieces, people. */
export interface MessageTally {
  readonly medium: TouchMedium;
  /** Euros for one. */
  readonly cost: number;
  sent: number;
  recalled: number;
  /** People who got at least one. */
  people: number;
  /** Sum over those people of the minutes from their entry to their first. */
  minutes: number;
  readonly notSent: Map<string, number>;
  /** By variant: sent, and people who clicked, scanned or visited. */
  readonly variants: Map<string, number>;
  /** By kind of response: people. */
  readonly responses: Map<Kind, number>;
}

/** A rule broken: when, by whom. */
export interface Violation {
  readonly rule: 'window' | 'cap';
  readonly prospect: number;
  readonly touch: string;
  /** Campaign milliseconds since 1970. */
  readonly at: number;
  /** In words. */
  readonly detail: string;
}

const SHOWN = 20;

/**
 * All that a run adds up. Whole numbers only, so that sums don't depend on their order: revenue in cents, lengths in minutes; costs are counted as
 * pieces and become euros at the end.
 */
export class Tally {
  readonly messages = new Map<string, MessageTally>();
  /** Of what paths let the policy choose, by point: how often each option. */
  readonly choices = new Map<string, Map<string, number>>();
  readonly outcomes = new Map<string, number>();
  /** People by what they did, whatever the touch. */
  readonly people = new Map<Kind, number>();
  /** By day from the start: pieces given to the carrier, mails, invitations, responses, conversions. */
  readonly days = { print: new Days(), email: new Days(), social: new Days(), responses: new Days(), conversions: new Days() };
  /** Journeys by length in hours. */
  readonly lengths = new Days();
  treated = 0;
  holdout = 0;
  /** People who reached the goal within the campaign's time, however. */
  converted = 0;
  holdoutConverted = 0;
  /** Of the treated, who would have without the campaign. */
  anyway = 0;
  running = 0;
  cents = 0;
  orders = 0;
  touches = 0;
  violations = 0;
  readonly broken: Violation[] = [];

  message(name: string, { medium, cost }: { medium: TouchMedium; cost: number }): MessageTally {
    let message = this.messages.get(name);
    if (!message) {
      message = { medium, cost, sent: 0, recalled: 0, people: 0, minutes: 0, notSent: new Map(), variants: new Map(), responses: new Map() };
      this.messages.set(name, message);
    }
    return message;
  }

  violate(violation: Violation): void {
    this.violations += 1;
    if (this.broken.length < SHOWN) this.broken.push(violation);
  }
}

/** Counts by a whole number from 0 that grows as needed. */
export class Days {
  readonly counts: number[] = [];

  add(day: number, by = 1): void {
    const index = Math.max(0, Math.floor(day));
    while (this.counts.length <= index) this.counts.push(0);
    this.counts[index] = this.counts[index]! + by;
  }

  get sum(): number {
    return this.counts.reduce((sum, count) => sum + count, 0);
  }

  /** The number by which this share of all has come. */
  quantile(share: number): number {
    const wanted = this.sum * share;
    let seen = 0;
    for (let index = 0; index < this.counts.length; index++) {
      seen += this.counts[index]!;
      if (seen >= wanted && seen > 0) return index;
    }
    return 0;
  }
}

/** One more of this. */
export function increment<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
