import type { EmailMessage } from '../../content/index.ts';
import { language } from '../../kit/language.ts';
import { brand } from '../brand.ts';
import { CALLED, SLOTS } from '../equipment.ts';
import { agencyOf, Aside, because, Greeting, Letter, Paragraph, Points, Signature } from './look.tsx';
import type { AskedProps } from './visit-confirmed.tsx';

const fr = {
  subject: 'Votre devis : voici la suite',
  preheader: 'Une visite, deux solutions chiffrées, aucune obligation.',
  headline: 'Parlons de la suite, chez vous',
  noted: (name: string, slot: string) => `Vous pensez à remplacer votre ${name}. Un conseiller vous appelle sous deux jours ouvrés pour venir voir, ${slot} de préférence.`,
  points: [
    ['La visite', 'Une heure chez vous : il mesure, regarde vos factures si vous voulez, et répond à tout.'],
    ['Le devis', 'Deux solutions chiffrées, les aides déduites, dans la semaine qui suit.'],
    ['La décision', 'La vôtre, quand vous voudrez. Rien n’est signé pendant la visite.'],
  ] as readonly (readonly [string, string])[],
  prepare: 'Pour comparer d’ici là :',
  guide: 'nos installations et leurs prix',
};
const en: typeof fr = {
  subject: 'Your quote: what comes next',
  preheader: 'One visit, two priced solutions, no obligation.',
  headline: 'Let us talk it over, at your place',
  noted: (name, slot) => `You are thinking of replacing your ${name}. An adviser calls you within two working days to come and look, preferably on ${slot}.`,
  points: [
    ['The visit', 'One hour at your home: they measure, look at your bills if you like, and answer everything.'],
    ['The quote', 'Two priced solutions, grants deducted, within a week.'],
    ['The decision', 'Yours, whenever you like. Nothing is signed during the visit.'],
  ],
  prepare: 'To compare until then:',
  guide: 'our installations and their prices',
};
const wordings = { fr, en };

/** Answers who wants a new installation. */
export const quoteVisit: EmailMessage<'email', AskedProps> = {
  medium: 'email',
  purpose: 'service',
  cost: 0.002,
  merges: true,
  sample: { equipment: 'gas-boiler', agency: 'Aiguevance', slot: 'morning' },
  links: { guide: { url: `${brand.shop}/installations` } },
  subject: ({ locale }) => wordings[language(locale)].subject,
  preheader: ({ locale }) => wordings[language(locale)].preheader,
  body(context) {
    const speech = language(context.locale);
    const words = wordings[speech];
    const { equipment, agency, slot } = context.props;
    return (
      <Letter context={context} preheader={words.preheader} headline={words.headline} because={because[speech]}>
        <Greeting context={context} />
        <Paragraph>{words.noted(CALLED[speech][equipment], SLOTS[speech][slot])}</Paragraph>
        <Points points={words.points} />
        <Aside text={words.prepare} href={context.links['guide']} label={words.guide} />
        <Signature context={context} from={agencyOf[speech](agency)} />
      </Letter>
    );
  },
};
