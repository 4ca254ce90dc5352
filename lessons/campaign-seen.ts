import type { Kind, TouchMedium } from '../scenarios/vocabulary/index.ts';

/** What is known of a person, without what they told or showed on the way: that would sort people by their answers. */
export type KnownBefore = Readonly<Record<string, unknown>>;

/** A touch that was sent, with what came of it. Times are campaign milliseconds. */
export interface TouchSeen {
  readonly journey: string;
  readonly message: string;
  readonly medium: TouchMedium;
  /** In the letter box, or sent. */
  readonly at: number;
  /** In the campaign's currency. */
  readonly cost: number;
  readonly facts: KnownBefore;
  /** The first answer of a person to it. */
  readonly answer?: { readonly kind: Kind; readonly at: number };
  /** It never arrived. */
  readonly failed?: 'returned' | 'bounced' | 'failed';
  /** When the path's next touch was made; none while it waits, and of the last. Before its end a path may well wait for more than answers. */
  readonly wentOn?: number;
}

/** A journey and what it brought. */
export interface JourneySeen {
  readonly id: string;
  /** Reached the goal. */
  readonly converted: boolean;
  /** In the campaign's currency. */
  readonly revenue: number;
}

/** A choice that was made, as far as what came of it is settled. */
export interface ChoiceSeen {
  readonly arm: string;
  /** How likely each arm was. */
  readonly propensities: Readonly<Record<string, number>>;
  readonly success: boolean;
  readonly facts: KnownBefore;
  /** A complaint or a withdrawal followed. */
  readonly harm: boolean;
}

/** A choice point: a message with variants, or a branch. */
export interface PointSeen {
  readonly point: string;
  /** None of a branch. */
  readonly medium?: TouchMedium;
  /** Of every version of the path that chooses there. */
  readonly arms: readonly string[];
  /** What counts as success: kinds of answers, or the goal. */
  readonly reward: readonly Kind[] | 'goal';
  /** Days within which it counts. */
  readonly within: number;
  /** Only those old enough. */
  readonly choices: readonly ChoiceSeen[];
}

/** All that lessons are drawn from. */
export interface CampaignSeen {
  /** Campaign milliseconds. */
  readonly now: number;
  readonly touches: readonly TouchSeen[];
  readonly journeys: readonly JourneySeen[];
  readonly points: readonly PointSeen[];
}
