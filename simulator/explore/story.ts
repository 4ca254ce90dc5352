import type { Ending } from '../../engine/index.ts';
import type { Kind, TouchMedium } from '../../scenarios/vocabulary/index.ts';
import type { Place } from './place.ts';

/** What a path can depend on, and what was so in one story. */
export interface Factor {
  /** `fact:boilerAge`, `told:interest` (what a reply said), `consent:email`, `variant:thank-you/1`, `choice:send-hour`, `link:thank-you/1`, `answer:<place>`. */
  readonly key: string;
  readonly value: FactorValue;
}
export type FactorValue = string | number | boolean | undefined;

/** A factor settled in a story, where others were possible. */
export interface Choice extends Factor {
  /** Where the path asked; with the value it tells whether this has been tried before. */
  readonly place: Place;
  readonly picked: number;
  readonly options: number;
  /** Milliseconds since the story began when it was settled; of an answer, when it came. */
  readonly at: number;
}

/** What the path asked for, at one place. */
export type Asked =
  | { readonly kind: TouchMedium; readonly touch: string; readonly message: string; readonly props: Readonly<Record<string, unknown>>; readonly choose: readonly string[]; readonly offers?: Readonly<Record<string, object>> }
  | { readonly kind: 'choice'; readonly point: string; readonly options: readonly string[] }
  | { readonly kind: 'wait'; readonly expected: readonly { kind: Kind; touch?: string }[]; readonly together?: 'all' | 'sequence'; readonly for: string; readonly from?: string }
  | { readonly kind: 'pause'; readonly words: string }
  | { readonly kind: 'recall'; readonly touch: string }
  | { readonly kind: 'again' }
  | { readonly kind: 'end'; readonly outcome: string };

/** One step of a story. */
export interface Step {
  readonly place: Place;
  readonly asked: Asked;
  /** Milliseconds since the story began, in the journey's own time. */
  readonly at: number;
  /** The steps it follows, by their number in the story; none for the first. Several where parallel branches meet. */
  readonly after: readonly number[];
  /** How many factors had been settled when it was asked. */
  readonly known: number;
  /** How it went on; undefined while it stands, see `Outcome`. */
  outcome?: Outcome;
}

/** How a step went on: the response that came, `time`, `not-sent` with its reason, `done`, or the journey's limit. */
export type Outcome =
  | { readonly by: 'done' }
  | { readonly by: 'time' }
  | { readonly by: 'within' }
  | { readonly by: 'not-sent'; readonly why: string }
  | { readonly by: 'responses'; readonly responses: readonly { kind: Kind; touch?: string }[] };

/** One way through a scenario: what was so, what the path did, how it ended. */
export interface Story {
  readonly factors: readonly Choice[];
  readonly steps: readonly Step[];
  /** None for a journey that is still under way. */
  readonly ending?: Ending;
}
