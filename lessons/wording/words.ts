import type { Kind, TouchMedium } from '../../scenarios/vocabulary/index.ts';
import type { PointSeen } from '../campaign-seen.ts';
import type { Finding, LessonLanguage, SegmentRule } from '../lesson.ts';
import type { Compared } from '../kinds/variants.ts';
import type { Contrast, Rate } from '../rates.ts';
import { english } from './english.ts';
import { french } from './french.ts';
import { plain } from './plain.ts';

/** What a scenario's names are called in sentences: messages, facts, choice points, variants as `<point>/<variant>`, and people as `<fact>=<value>`. */
export type Names = Readonly<Record<string, Readonly<Record<LessonLanguage, string>>>>;

export interface HarmTold {
  readonly point: PointSeen;
  readonly arm: string;
  readonly mine: Rate;
  readonly theirs: Rate;
  readonly contrast: Contrast;
  readonly comparisons: number;
}

/** Days, but for the count. */
export interface DelayTold {
  readonly medium: TouchMedium;
  readonly answered: Kind;
  readonly median: number;
  readonly lowerQuartile: number;
  readonly upperQuartile: number;
  readonly answers: number;
}

/** Days. */
export interface WaitTold {
  readonly message: string;
  readonly wait: number;
  readonly enough: number;
  readonly by: number;
  readonly share: number;
  readonly saved: number;
}

export interface DeliveryTold {
  readonly medium: TouchMedium;
  readonly rate: number;
  readonly low: number;
  readonly high: number;
  readonly failed: number;
  readonly touches: number;
  readonly cost: number;
}

/** Euros a person. */
export interface SegmentTold {
  readonly medium: TouchMedium;
  readonly segment: SegmentRule;
  readonly cost: number;
  readonly revenue: number;
  readonly revenueHigh: number;
  readonly everybodyCost: number;
  readonly everybodyRevenue: number;
}

/** One language's sentences; names come as they are to be read. */
export interface Sentences {
  variant(compared: Compared, comparisons: number, name: Naming): string;
  harm(told: HarmTold, name: Naming): string;
  delay(told: DelayTold): string;
  wait(told: WaitTold, name: Naming): string;
  delivery(told: DeliveryTold): string;
  segment(told: SegmentTold, name: Naming): string;
}

/** The name of something in the sentence's language; what has none is called otherwise, or by its own name, a variant by the last part of it. */
export type Naming = (name: string, otherwise?: string) => string;

type Sentence = Finding['sentence'];

/** The sentences of lessons, in every language at once. */
export interface Words {
  variant(compared: Compared, comparisons: number): Sentence;
  harm(told: HarmTold): Sentence;
  delay(told: DelayTold): Sentence;
  wait(told: WaitTold): Sentence;
  delivery(told: DeliveryTold): Sentence;
  segment(told: SegmentTold): Sentence;
}

/** Sentences in which things are called as the scenario's names say. @example wordsOf({ 'thank-you': { en: 'the thank-you', fr: 'le remerciement' } }) */
export function wordsOf(names: Names = {}): Words {
  const both = (say: (sentences: Sentences, name: Naming) => string): Sentence => ({ en: say(english, naming(names, 'en')), fr: say(french, naming(names, 'fr')) });
  return {
    variant: (compared, comparisons) => both((sentences, name) => sentences.variant(compared, comparisons, name)),
    harm: (told) => both((sentences, name) => sentences.harm(told, name)),
    delay: (told) => both((sentences) => sentences.delay(told)),
    wait: (told) => both((sentences, name) => sentences.wait(told, name)),
    delivery: (told) => both((sentences) => sentences.delivery(told)),
    segment: (told) => both((sentences, name) => sentences.segment(told, name)),
  };
}

function naming(names: Names, language: LessonLanguage): Naming {
  return (name, otherwise) => (Object.hasOwn(names, name) ? names[name]![language] : (otherwise ?? plain(name.slice(name.indexOf('/') + 1))));
}
