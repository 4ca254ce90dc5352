import type { Figures } from '../language/figures.ts';
import type { Language } from '../language/language.ts';
import type { SignedIn } from '../sign-in/session.ts';

/** What a page is told of an act that led to it. */
export interface Said {
  /** `unanswered`: not known in time whether it was done. */
  readonly kind: 'done' | 'problem' | 'unanswered';
  /** What was done or tried, such as `pause`. */
  readonly about: string;
  /** Why it failed. */
  readonly detail?: string | undefined;
}

/** Where a page is, and who reads it. */
export interface Place {
  readonly language: Language;
  readonly figures: Figures;
  /** The address that was asked for, without its origin. */
  readonly path: string;
  readonly signedIn: SignedIn;
  /** Print runs whose proof waits for somebody. */
  readonly toApprove: number;
  readonly said?: Said | undefined;
}

/** Chooses what a page says. @example inLanguage(place, { en: 'Events', fr: 'Événements' }) */
export function inLanguage<Words>({ language }: Pick<Place, 'language'>, words: Readonly<Record<Language, Words>>): Words {
  return words[language];
}

/**
 * A path of this dashboard that leads nowhere else, or another when there is none. One that begins with two slashes names another host to a browser.
 *
 * @example
 * pathHere('/events?kind=scan') // '/events?kind=scan'
 * pathHere('/.//elsewhere.example') // '/elsewhere.example'
 */
export function pathHere(asked: unknown, other = '/campaigns'): string {
  const url = typeof asked === 'string' && asked.startsWith('/') && URL.canParse(asked, HERE) ? new URL(asked, HERE) : undefined;
  return url?.origin === HERE ? `/${url.pathname.replace(/^\/+/, '')}${url.search}` : other;
}

/** A path with some of its query changed; `undefined` takes a part away. */
export function withQuery(path: string, change: Readonly<Record<string, string | undefined>>): string {
  const url = new URL(pathHere(path), HERE);
  for (const [name, value] of Object.entries(change)) {
    if (value === undefined) url.searchParams.delete(name);
    else url.searchParams.set(name, value);
  }
  return `${url.pathname}${url.search}`;
}

const HERE = 'http://here.invalid';
