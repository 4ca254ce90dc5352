import type { Place } from './place.ts';
import type { Choice, FactorValue } from './story.ts';

/** Several values that a factor may have, of which a story has one. */
export interface Question<Option> {
  readonly key: string;
  readonly place: Place;
  readonly options: readonly Option[];
  readonly valueOf: (option: Option) => FactorValue;
}

/** Settles what a path depends on, the first time it depends on it. */
export interface Script {
  readonly choices: readonly Choice[];
  pick<Option>(question: Question<Option>): Option;
}

/** Whatever decides: given the question, the number of the option. */
export type Decide = (question: { readonly key: string; readonly place: Place; readonly values: readonly FactorValue[] }, asked: number) => number;

/** A script that keeps on record what was decided. */
export function scriptOf(decide: Decide): Script {
  const choices: Choice[] = [];
  return {
    choices,
    pick: ({ key, place, options, valueOf }) => {
      const picked = options.length === 1 ? 0 : decide({ key, place, values: options.map(valueOf) }, choices.length);
      const option = options[picked];
      if (option === undefined && picked >= options.length) throw new Error(`Expected one of ${options.length} options for ${key}, got number ${picked}. A path must be the same each time it runs.`);
      choices.push({ key, place, value: valueOf(option!), picked, options: options.length });
      return option!;
    },
  };
}
