import { foldAccents } from './fold.ts';
import { romanised } from './romanise.ts';

const NAME_LENGTH = 24;

/** What a personal address is made of. */
export interface PurlParts {
  readonly firstName: string | null;
  readonly lastName: string | null;
  /** The key: it alone resolves, the name before it is decoration. */
  readonly token: string;
}

/**
 * The path of a personal page: `/p/<name>-<TOKEN>`, easy to type from paper. The name is in lower case without accents and signs, Greek and Cyrillic in Latin letters, at
 * most 24 characters, cut between words where that leaves enough; the token in upper case, so that the eye finds where it begins.
 *
 * @returns `/p/<TOKEN>` when the name has no letter that a keyboard can type.
 * @example purlPath({ firstName: 'Jean', lastName: 'Dupont', token: '7KQ9XM2PAB' }) // '/p/jean-dupont-7KQ9XM2PAB'
 */
export function purlPath({ firstName, lastName, token }: PurlParts): string {
  const name = foldAccents(romanised(`${firstName ?? ''} ${lastName ?? ''}`))
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  const short = shorten(name);
  return `/p/${short ? `${short}-` : ''}${token.toUpperCase()}`;
}

/**
 * A personal address as it is printed: without the scheme, which browsers add.
 *
 * @example printedAddress('https://bellebraise.example/p/jean-dupont-7KQ9XM2PAB') // 'bellebraise.example/p/jean-dupont-7KQ9XM2PAB'
 */
export function printedAddress(url: string): string {
  return url.replace(/^https?:\/\//i, '');
}

function shorten(name: string): string {
  if (name.length <= NAME_LENGTH) return name;
  const cut = name.slice(0, NAME_LENGTH + 1);
  const words = cut.slice(0, cut.lastIndexOf('-'));
  return words.length >= NAME_LENGTH / 2 ? words : name.slice(0, NAME_LENGTH).replace(/-$/, '');
}
