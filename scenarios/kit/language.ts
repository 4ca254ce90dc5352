/** The languages in which the library's messages are written. */
export type Language = 'fr' | 'en';

/**
 * French unless the person reads English.
 *
 * @example language('en-GB') // 'en'
 */
export function language(locale: string): Language {
  return locale.startsWith('en') ? 'en' : 'fr';
}
