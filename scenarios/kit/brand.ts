import type { Language } from './language.ts';

/** The company that speaks in a scenario. */
export interface Brand {
  readonly name: string;
  /** Under its name, such as `Cycles depuis 1987`. */
  readonly claim: Readonly<Record<Language, string>>;
  /** Where returned mail goes, on one line. */
  readonly address: string;
  /** Where people write to object. */
  readonly email: string;
  readonly shop: string;
}
