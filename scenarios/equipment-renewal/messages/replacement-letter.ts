import { fill } from '../../content/design.ts';
import type { DesignedMessage } from '../../content/index.ts';
import { language } from '../../kit/language.ts';
import { objection, salutation } from '../../kit/mailpiece-words.ts';
import { typeset } from '../../kit/typeset.ts';
import { brand } from '../brand.ts';
import { CALLED } from '../equipment.ts';
import { LETTER } from './letter-design.ts';
import { agencyOf } from './look.tsx';
import type { SeasonProps } from './service-email.tsx';

const COPY = {
  fr: {
    subject: (name: string, age: number) => `Votre ${name} a ${age} ans.\nParlons de la suite, sans nous presser.`,
    age: (age: number) => `${age} ans`,
    body: (name: string, age: number, agency: string) => [
      `Votre ${name} vous chauffe depuis ${age} ans. Bien suivie, une installation peut durer encore ; mais à cet âge, chaque réparation se compare au prix du neuf, et mieux vaut comparer un jour tranquille qu’un matin de gel.`,
      `Voici ce que nous vous proposons. Un conseiller passe chez vous, regarde l’installation, mesure ce dont la maison a besoin et chiffre deux solutions, aides déduites : garder l’énergie que vous connaissez, ou en changer. Vous recevez les deux devis par écrit et vous décidez, ou vous n’en faites rien.`,
      'La visite et les devis sont gratuits et n’engagent à rien. Et si vous préférez attendre, l’entretien de l’année reste compris dans votre contrat.',
      `Bien à vous,\n${agency}`,
    ],
    terms: 'Visite et devis gratuits, sans engagement.',
  },
  en: {
    subject: (name: string, age: number) => `Your ${name} is ${age} years old.\nLet us talk about what comes next, in no hurry.`,
    age: (age: number) => `${age} years`,
    body: (name: string, age: number, agency: string) => [
      `Your ${name} has kept you warm for ${age} years. Well looked after, an installation may last a while yet; but at this age each repair is weighed against the price of a new one, and it is better weighed on a quiet day than on a frosty morning.`,
      'Here is what we suggest. An adviser comes to your home, looks at the installation, measures what the house needs and prices two solutions, grants deducted: keeping the energy that you know, or changing it. You get both quotes in writing and you decide, or you let it rest.',
      'Visit and quotes are free of charge and bind you to nothing. And if you would rather wait, this year’s service stays included in your contract.',
      `Yours sincerely,\n${agency}`,
    ],
    terms: 'Visit and quotes free of charge, with no obligation.',
  },
} as const;

/** The offer for what is old, at most every third year: a letter, since it wants an hour's thought. */
export const replacementLetter: DesignedMessage<SeasonProps, 'dl-letter-fr'> = {
  medium: 'print',
  purpose: 'marketing',
  cost: 0.94,
  sample: { equipment: 'gas-boiler', age: 16, agency: 'Aiguevance' },
  format: 'dl-letter-fr',
  paper: 'offset 90 g/m²',
  postageClass: 'publicitaire J+3',
  deliveryDays: 3,
  page: 'what-next',
  content({ props: { equipment, age, agency }, person, locale }) {
    const speech = language(locale);
    const set = speech === 'fr' ? typeset : (text: string): string => text;
    const copy = COPY[speech];
    const name = CALLED[speech][equipment];
    return fill(LETTER[speech], {
      subject: set(copy.subject(name, age)),
      salutation: salutation(person, speech),
      body: copy.body(name, age, agencyOf[speech](agency)).map(set),
      installation: name.charAt(0).toUpperCase() + name.slice(1),
      age: set(copy.age(age)),
      agency: `${brand.name} ${agency}`,
      terms: set(`${copy.terms} ${objection(brand, speech)}`),
    });
  },
};
