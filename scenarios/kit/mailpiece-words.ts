import type { Person } from '../content/index.ts';
import type { Brand } from './brand.ts';
import type { Language } from './language.ts';

/**
 * How a mailpiece greets: by title and family name where both are known; by no name rather than half of one.
 *
 * @example salutation({ title: 'Mme', firstName: 'Élodie', lastName: 'Martin' }, 'fr') // 'Chère Madame Martin,'
 */
export function salutation({ title, lastName }: Person, speech: Language): string {
  const woman = /^(mme|madame|mrs|ms|miss)\b/i.test(title ?? '');
  const man = /^(m|mr|monsieur)\b/i.test(title ?? '');
  if (!lastName || (!woman && !man)) return speech === 'fr' ? 'Bonjour,' : 'Hello,';
  if (speech === 'en') return `Dear ${woman ? 'Ms' : 'Mr'} ${lastName},`;
  return woman ? `Chère Madame ${lastName},` : `Cher Monsieur ${lastName},`;
}

/** Where the address is from and how to object, as the law asks of postal advertising. */
export function objection({ email }: Pick<Brand, 'email'>, speech: Language): string {
  return speech === 'fr'
    ? `Votre adresse vient de notre fichier de clients et contacts. Pour vous opposer à nos courriers : votre page personnelle ou ${email}.`
    : `Your address is in our file of customers and contacts. To object to our mail: your personal page or ${email}.`;
}
