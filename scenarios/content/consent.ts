import { language, type Language } from '../kit/language.ts';

/** A yes that a page asks for. */
export interface PageConsent {
  /** By which medium they may then be written to. Invitations to a network travel by mail, so `social` alone is of no use without `email`. */
  readonly medium: 'email' | 'social';
  /** Of the words: raised when what people agree to is said otherwise. */
  readonly version: number;
  /** What a person agrees to by ticking, word for word. */
  readonly words: Readonly<Record<Language, string>>;
}

/** A yes that a page asks for now, in its reader's language. */
export interface AskedConsent {
  readonly medium: PageConsent['medium'];
  readonly text: string;
}

/** How the page stands with consents. */
export interface ConsentsToAsk {
  /** Asked now: those that were not given; none after a complaint. */
  readonly asked: readonly AskedConsent[];
  /** The reader came by paper, or their mailbox is dead: they must say which is theirs, and a mail is sent there to prove it. */
  readonly needsEmail: boolean;
  /** Such a mail is on its way, so the page does not ask again today. */
  readonly onItsWay: boolean;
}

/**
 * Asks for a consent on a page. It is kept with its words, their version, when, and by which page; where the mailbox is not proven, only after a mail to it was
 * confirmed (double opt-in).
 *
 * @example consents: [consent('email', { version: 1, fr: 'J’accepte de recevoir…', en: 'I agree to get…' })]
 */
export function consent(medium: PageConsent['medium'], { version, ...words }: { readonly version: number } & Readonly<Record<Language, string>>): PageConsent {
  return { medium, version, words };
}

/** What is kept as the proof of which words were agreed to, such as `boiler-renewal/boiler-check/email/1 fr: J’accepte…`. */
export function wordingOf({ medium, version, words }: PageConsent, { scenario, page, locale }: { readonly scenario: string; readonly page: string; readonly locale: string }): string {
  const speech = language(locale);
  return `${scenario}/${page}/${medium}/${version} ${speech}: ${words[speech]}`;
}

/** Nothing to ask. */
export const NO_CONSENTS: ConsentsToAsk = { asked: [], needsEmail: false, onItsWay: false };
