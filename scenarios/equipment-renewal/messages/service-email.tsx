import type { EmailMessage } from '../../content/index.ts';
import { language } from '../../kit/language.ts';
import { CALLED, SERVICE } from '../equipment.ts';
import type { EquipmentFacts } from '../facts.ts';
import { Action, agencyOf, because, Greeting, Letter, Paragraph, Points, Signature } from './look.tsx';

/** What this season is about. */
export type SeasonProps = Pick<EquipmentFacts, 'equipment' | 'agency'> & { readonly age: number };

const fr = {
  subject: (name: string) => `L’entretien de votre ${name} : quand passons-nous ?`,
  preheader: 'Choisissez un moment, nous venons. C’est compris dans votre contrat.',
  headline: 'Quand passons-nous ?',
  due: (name: string, age: number) => (age > 1 ? `Votre ${name} entame sa ${age}e année. Son entretien tombe le mois prochain, et les bons créneaux partent vite.` : `Votre ${name} a bientôt un an. Son premier entretien tombe le mois prochain.`),
  points: (work: string): readonly (readonly [string, string])[] => [
    ['Ce que nous faisons', work],
    ['Ce que vous faites', 'Ouvrir la porte. L’entretien est compris dans votre contrat, déplacement inclus.'],
  ],
  button: 'Choisir un moment',
};

const en: typeof fr = {
  subject: (name) => `Your ${name}’s service: when shall we come?`,
  preheader: 'Choose a time, we come. It is part of your contract.',
  headline: 'When shall we come?',
  due: (name, age) => (age > 1 ? `Your ${name} is entering its year number ${age}. Its service falls due next month, and the good times go quickly.` : `Your ${name} is nearly one year old. Its first service falls due next month.`),
  points: (work) => [
    ['What we do', work],
    ['What you do', 'Open the door. The service is part of your contract, travel included.'],
  ],
  button: 'Choose a time',
};

const wordings = { fr, en };

/** The season's reminder: part of the contract, so it goes out unless they refused mails. */
export const serviceEmail: EmailMessage<'email', SeasonProps> = {
  medium: 'email',
  purpose: 'service',
  cost: 0.002,
  merges: true,
  sample: { equipment: 'heat-pump', age: 6, agency: 'Aiguevance' },
  links: { visit: { page: 'service-visit' } },
  subject: ({ props, locale }) => wordings[language(locale)].subject(CALLED[language(locale)][props.equipment]),
  preheader: ({ locale }) => wordings[language(locale)].preheader,
  body(context) {
    const speech = language(context.locale);
    const words = wordings[speech];
    const { equipment, age, agency } = context.props;
    return (
      <Letter context={context} preheader={words.preheader} headline={words.headline} because={because[speech]}>
        <Greeting context={context} />
        <Paragraph>{words.due(CALLED[speech][equipment], age)}</Paragraph>
        <Points points={words.points(SERVICE[speech][equipment])} />
        <Action href={context.links['visit']}>{words.button}</Action>
        <Signature context={context} from={agencyOf[speech](agency)} />
      </Letter>
    );
  },
};
