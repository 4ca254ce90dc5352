import type { Reachable, TouchMedium } from '../scenarios/vocabulary/index.ts';

/** All that decides whether a person may be touched through a medium. */
export interface Standing {
  /** The latest answer by medium; none where the person was never asked. */
  readonly consents: Partial<Readonly<Record<TouchMedium | 'service', boolean>>>;
  /** Why a medium is closed, by medium: `unsubscribed`, `bounced`, `returned`… */
  readonly suppressions: Partial<Readonly<Record<TouchMedium, string>>>;
  /** They asked for a while of silence, and it is not over. */
  readonly isPaused?: boolean;
  readonly hasPostalAddress: boolean;
  readonly hasEmail: boolean;
}

/** The answer, with a machine-readable reason that is recorded on the touch. */
export type Permission = { readonly allowed: true } | { readonly allowed: false; readonly why: 'no-consent' | 'no-address' | 'paused' | `suppressed:${string}` };

/**
 * Whether a person may be touched through a medium now. The first of these that holds refuses:
 *
 * 1. the medium is suppressed: somebody withdrew, or the address is dead. No import or consent lifts it;
 * 2. consent. Print is opt-out: sent unless refused (in France a legitimate interest, CNIL on prospecting by post). Email is opt-in
 *    (article L34-5 CPCE): sent only after a yes. So is social. A mail of the class `service`, about something that the person ordered or asked
 *    for, is no prospecting: it goes out unless refused;
 * 3. the address is missing;
 * 4. a pause that they asked for, for all but service mails.
 *
 * An invitation to a social page travels by mail, so it needs all that an email needs too, and fails with the email's reason.
 *
 * @example
 * mayTouch({ consents: {}, suppressions: {}, hasPostalAddress: true, hasEmail: true }, 'email') // { allowed: false, why: 'no-consent' }
 */
export function mayTouch(standing: Standing, medium: TouchMedium, purpose: 'marketing' | 'service' = 'marketing'): Permission {
  const suppressed = standing.suppressions[medium];
  if (suppressed !== undefined) return { allowed: false, why: `suppressed:${suppressed}` };
  const isService = medium === 'email' && purpose === 'service';
  const consent = isService ? (standing.consents.service ?? standing.consents.email) : standing.consents[medium];
  const isOptOut = medium === 'print' || isService;
  if (isOptOut ? consent === false : consent !== true) return { allowed: false, why: 'no-consent' };
  if (medium === 'social') return mayTouch(standing, 'email', purpose);
  const hasAddress = medium === 'print' ? standing.hasPostalAddress : standing.hasEmail;
  if (!hasAddress) return { allowed: false, why: 'no-address' };
  return standing.isPaused && !isService ? { allowed: false, why: 'paused' } : { allowed: true };
}

/**
 * Whether a person may be put into an audience of a social network: only after a yes to social media, as long as nobody withdrew, and with an email to
 * match them by. Unlike an invitation it sends them no mail, so a refusal of mail does not count.
 */
export function mayJoinAudience({ consents, suppressions, hasEmail }: Standing): Permission {
  if (suppressions.social !== undefined) return { allowed: false, why: `suppressed:${suppressions.social}` };
  if (consents.social !== true) return { allowed: false, why: 'no-consent' };
  return hasEmail ? { allowed: true } : { allowed: false, why: 'no-address' };
}

/** `mayTouch` for every medium at once, as a scenario sees it; a pause passes, so it does not count. */
export function reachableOf(paused: Standing): Reachable {
  const standing = { ...paused, isPaused: false };
  return { print: mayTouch(standing, 'print').allowed, email: mayTouch(standing, 'email').allowed, social: mayTouch(standing, 'social').allowed };
}
