import type { IccProfile } from './icc-profile.ts';
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

/**
 * What the colours are meant for. With a profile the condition is the one that its own words name, unless another is asked for; without both it is
 * the usual one.
 *
 * @param condition a registered condition, such as `FOGRA52`
 * @throws PermanentError `UnknownPrintCondition`.
 * @example const output = openOutput({ profile: openIccProfile('/srv/profiles/PSOcoated_v3.icc') });
 */
export function openOutput({ profile, condition: identifier }: { readonly profile?: IccProfile | undefined; readonly condition?: string | undefined }): Output {
  const asked = identifier === undefined ? undefined : printCondition(identifier);
  if (!profile) return { condition: asked ?? printCondition() };
  const condition = asked ?? conditionInWords(`${profile.description} ${profile.target}`);
  return { profile, ...(condition && { condition }) };
}
