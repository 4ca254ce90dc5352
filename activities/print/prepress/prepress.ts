import { openIccProfile, type IccProfile } from './icc-profile.ts';
import { conditionInWords, printCondition, type PrintCondition } from './print-condition.ts';

/** How PDFs are made ready for the press. */
export interface Prepress {
  /** Marks at the corners where the sheet is cut, outside the bleed; the page grows by them. Printers who impose by the boxes want none. */
  readonly cropMarks?: boolean;
  readonly output?: Output;
}

/** What the colours are meant for: a registered condition, or a printer's own by its profile. */
export interface Output {
  readonly condition?: PrintCondition;
  /** Embedded where there is one. */
  readonly profile?: IccProfile;
}

/** Where the worker's environment says what the colours are meant for. */
export interface OutputSettings {
  /** `PARCOURS_ICC_PROFILE`: path of the printer's profile. */
  readonly profile?: string | undefined;
  /** `PARCOURS_PRINT_CONDITION`: a registered condition, such as `FOGRA52`. */
  readonly condition?: string | undefined;
}

/**
 * Reads what the colours are meant for. With a profile the condition is the one that its own words name, unless another is asked for.
 *
 * @throws PermanentError `NoIccProfile`, `BadIccProfile`, `UnknownPrintCondition`.
 * @example const output = openOutput({ profile: '/srv/profiles/PSOcoated_v3.icc' });
 */
export function openOutput({ profile: path, condition: identifier }: OutputSettings): Output {
  const asked = identifier === undefined ? undefined : printCondition(identifier);
  if (path === undefined) return { condition: asked ?? printCondition() };
  const profile = openIccProfile(path);
  const condition = asked ?? conditionInWords(`${profile.description} ${profile.target}`);
  return { profile, ...(condition && { condition }) };
}
