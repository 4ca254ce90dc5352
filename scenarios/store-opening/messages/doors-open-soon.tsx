import type { EmailMessage } from '../../content/index.ts';
import { language } from '../../kit/index.ts';
import { brand } from '../brand.ts';
import { capital, dayOf } from '../day.ts';
import type { OpeningFacts } from '../facts.ts';
import { mapPath, STORES } from '../stores.ts';
import { Action, Aside, because, Greeting, Letter, Paragraph, Points, Signature, team } from './look.tsx';

type Props = Pick<OpeningFacts, 'store' | 'opening'> & { slot: NonNullable<OpeningFacts['slot']> | 'none' };

const wordings = {
  fr: {
    subject: (weekday: string, town: string) => `${weekday}, nous ouvrons à ${town}`,
    preheader: 'L’adresse, l’heure, et la lampe qui vous attend.',
    headline: (weekday: string) => `${weekday}, on allume`,
    intro: (day: string) => `Les cartons sont vides, les ampoules vissées, et le chat du voisin a déjà choisi son fauteuil. Nous ouvrons ${day} à 10 h.`,
    lamp: 'Une Lucette, notre petite lampe de chevet, est à votre nom : montrez votre carte, ou le code de votre page, et elle repart avec vous.',
    expected: {
      morning: 'Et nous n’oublions pas : on vous attend le matin.',
      afternoon: 'Et nous n’oublions pas : on vous attend l’après-midi.',
      evening: 'Et nous n’oublions pas : on vous attend en soirée.',
      none: 'Si vous préférez que quelqu’un vous attende, il reste des moments à réserver.',
    },
    button: 'Voir le plan',
    page: { none: 'Réserver un moment', some: 'Revoir mon rendez-vous' },
    pageText: 'Tout est aussi sur votre page.',
  },
  en: {
    subject: (weekday: string, town: string) => `${weekday}, we open in ${town}`,
    preheader: 'The address, the hour, and the lamp that awaits you.',
    headline: (weekday: string) => `${weekday}, the lights go on`,
    intro: (day: string) => `The boxes are empty, the bulbs are in, and the neighbour’s cat has chosen an armchair. We open on ${day} at 10.`,
    lamp: 'A Lucette, our little bedside lamp, has your name on it: show your card, or the code on your page, and it leaves with you.',
    expected: {
      morning: 'And we have not forgotten: you are expected in the morning.',
      afternoon: 'And we have not forgotten: you are expected in the afternoon.',
      evening: 'And we have not forgotten: you are expected in the evening.',
      none: 'If you would like somebody to expect you, there is still time to book.',
    },
    button: 'See the map',
    page: { none: 'Book a time', some: 'See my appointment' },
    pageText: 'It is all on your page, too.',
  },
} as const;

/** Two days before: the way, the hour and the lamp; with the appointment for those who have one. */
export const doorsOpenSoon: EmailMessage<'email', Props> = {
  medium: 'email',
  purpose: 'marketing',
  cost: 0.002,
  merges: true,
  sample: { store: 'lormoisy', opening: '2027-03-12', slot: 'none' },
  links: { map: { url: `${brand.shop}${mapPath}` }, page: { page: 'invitation' } },
  subject: ({ props, locale }) => wordings[language(locale)].subject(weekdayOf(props, locale), STORES[props.store].town),
  preheader: ({ locale }) => wordings[language(locale)].preheader,
  body(context) {
    const speech = language(context.locale);
    const words = wordings[speech];
    const { store, opening, slot } = context.props;
    const { town, street, where, access } = STORES[store];
    return (
      <Letter context={context} preheader={words.preheader} headline={words.headline(weekdayOf(context.props, context.locale))} because={because[speech]}>
        <Greeting context={context} />
        <Paragraph>{words.intro(dayOf(opening, speech).long)}</Paragraph>
        <Paragraph>{words.lamp}</Paragraph>
        <Paragraph>{words.expected[slot]}</Paragraph>
        <Points points={[[street, `${capital(where[speech])}, ${town}`], ...access[speech]]} />
        <Action href={context.links['map']}>{words.button}</Action>
        <Aside text={words.pageText} href={context.links['page']} label={slot === 'none' ? words.page.none : words.page.some} />
        <Signature context={context} from={team[speech](town)} />
      </Letter>
    );
  },
};

function weekdayOf({ opening }: Props, locale: string): string {
  return capital(dayOf(opening, language(locale)).weekday);
}
