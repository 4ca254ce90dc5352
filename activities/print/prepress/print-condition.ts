import { PermanentError } from '../../errors.ts';

/** A printing condition: paper, inks and how they print together. */
export interface PrintCondition {
  /** As the ICC's registry of characterisation data names it. */
  readonly identifier: string;
  /** What it is, for people. */
  readonly name: string;
  readonly info: string;
  /** The usual ICC profile of it, as its publisher names it. */
  readonly profileName: string;
  /** Ink that the paper takes at most, in per cent of all four: the profile's own limit. */
  readonly inkLimit: number;
}

/** The registry that the identifiers are from (PDF/X: `RegistryName`). */
export const REGISTRY = 'http://www.color.org';

/** Where the publisher of the profiles below gives them away. */
export const PROFILES_AT = 'http://www.eci.org/en/downloads';

/** Offset and toner printing as European printers are asked for it; names and limits are those of ECI's profiles. */
const CONDITIONS: readonly PrintCondition[] = [
  { identifier: 'FOGRA39', name: 'ISO Coated v2', info: 'Coated paper, 115 g/m2 and more (ISO 12647-2:2004)', profileName: 'ISO Coated v2 (ECI)', inkLimit: 330 },
  { identifier: 'FOGRA45', name: 'PSO LWC Improved', info: 'Light-weight coated paper, improved (ISO 12647-2:2004)', profileName: 'PSO LWC Improved (ECI)', inkLimit: 300 },
  { identifier: 'FOGRA47', name: 'PSO Uncoated ISO 12647', info: 'Uncoated white paper (ISO 12647-2:2004)', profileName: 'PSO Uncoated ISO12647 (ECI)', inkLimit: 300 },
  { identifier: 'FOGRA51', name: 'PSO Coated v3', info: 'Coated paper, 115 g/m2 and more (ISO 12647-2:2013)', profileName: 'PSO Coated v3', inkLimit: 300 },
  { identifier: 'FOGRA52', name: 'PSO Uncoated v3', info: 'Uncoated paper, wood-free (ISO 12647-2:2013)', profileName: 'PSO Uncoated v3 (FOGRA52)', inkLimit: 300 },
];

/** The condition that is meant where nobody says another. */
export const USUAL_CONDITION = 'FOGRA51';

export const CONDITION_IDENTIFIERS = CONDITIONS.map(({ identifier }) => identifier);

/**
 * A printing condition by its registered name.
 *
 * @throws PermanentError `UnknownPrintCondition` that names those there are.
 */
export function printCondition(identifier: string = USUAL_CONDITION): PrintCondition {
  const found = CONDITIONS.find((each) => each.identifier === identifier);
  if (!found) throw new PermanentError('UnknownPrintCondition', `Expected PARCOURS_PRINT_CONDITION to be one of ${CONDITION_IDENTIFIERS.join(', ')}, got '${identifier}'. For another condition give the printer's profile: PARCOURS_ICC_PROFILE.`);
  return found;
}

/** The condition that a profile's own words speak of, if it is one of those known. */
export function conditionInWords(words: string): PrintCondition | undefined {
  const number = /FOGRA\s?(\d\d)/i.exec(words)?.[1];
  return CONDITIONS.find(({ identifier }) => identifier === `FOGRA${number}`) ?? CONDITIONS.find(({ profileName }) => words.startsWith(profileName));
}
