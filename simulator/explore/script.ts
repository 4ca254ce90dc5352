import type { Place } from './place.ts';
import type { Choice, FactorValue } from './story.ts';

/** Several values that a factor may have, of which a story has one. */
export interface Question<Option> {
  readonly key: string;
  readonly place: Place;
  readonly options: readonly Option[];
  readonly valueOf: (option: Option) => FactorValue;
  /** Of answers: when they come unless the decision says otherwise, milliseconds since the story began. */
  readonly usually?: number;
  /** Of answers: when time is up for the first wait that stands, milliseconds since the story began. */
  readonly due?: number | undefined;
}

/** Something to settle, as whoever decides sees it. */
export interface Asking {
  readonly key: string;
  readonly place: Place;
  readonly values: readonly FactorValue[];
  readonly due?: number | undefined;
}

/** What is decided: the number of the value, and for an answer when it comes (halfway until time is up, unless said). */
export type Decision = number | { readonly pick: number; readonly at: number };

/** Settles what a path depends on, the first time it depends on it. */
export interface Script {
  readonly choices: readonly Choice[];
  pick<Option>(question: Question<Option>): Option;
  /** When the latest answer comes. */
  readonly answerAt: number;
}

/** Whatever decides; `asked` is how much has been settled before. */
export type Decide = (question: Asking, asked: number) => Decision;

/** A script that keeps on record what was decided. */
export function scriptOf(decide: Decide, now: () => number): Script {
  const choices: Choice[] = [];
  let answerAt = 0;
  return {
    choices,
    get answerAt() {
      return answerAt;
    },
    pick: ({ key, place, options, valueOf, usually = now(), due }) => {
      const decision = options.length === 1 ? 0 : decide({ key, place, values: options.map(valueOf), due }, choices.length);
      const picked = typeof decision === 'number' ? decision : decision.pick;
      if (picked >= options.length) throw new Error(`Expected one of ${options.length} options for ${key}, got number ${picked}. A path must be the same each time it runs.`);
      answerAt = typeof decision === 'number' ? usually : decision.at;
      const option = options[picked]!;
      choices.push({ key, place, value: valueOf(option), picked, options: options.length, at: answerAt });
      return option;
    },
  };
}
