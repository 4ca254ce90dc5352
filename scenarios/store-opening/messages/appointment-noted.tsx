import type { EmailMessage } from '../../content/index.ts';
import { language } from '../../kit/index.ts';
import { brand } from '../brand.ts';
import { capital, dayOf } from '../day.ts';
import type { OpeningFacts } from '../facts.ts';
import { mapPath, STORES } from '../stores.ts';
import { Action, Aside, becauseAsked, Greeting, Letter, Panel, Paragraph, Signature, team } from './look.tsx';

type Props = Pick<OpeningFacts, 'store' | 'opening'> & { slot: NonNullable<OpeningFacts['slot']>; room: NonNullable<OpeningFacts['room']> };

const wordings = {
  fr: {
    subject: (day: string) => `C’est noté pour ${day}`,
    preheader: 'Quelqu’un aura du temps pour vous. Voici l’essentiel.',
    headline: 'Quelqu’un aura du temps pour vous',
    slots: { morning: 'le matin, entre 10 h et 12 h', afternoon: 'l’après-midi, entre 14 h et 17 h', evening: 'le soir, entre 17 h et 20 h' },
    intro: 'Le jour d’une ouverture, on se presse autour des tables. Vous, on vous attend : une personne de l’équipe vous est réservée une demi-heure.',
    room: {
      living: 'Vous vouliez voir le salon : apportez les mesures du mur le plus long, nous déplacerons les canapés.',
      bedroom: 'Vous vouliez voir la chambre : on enlève ses chaussures, et l’on essaie les lits comme à la maison.',
      kitchen: 'Vous vouliez voir la table et la cuisine : dites-nous combien vous êtes le dimanche, nous ajouterons des rallonges.',
      lamps: 'Vous vouliez voir les lampes : venez plutôt avec une photo de la pièce le soir, c’est là que tout se joue.',
    },
    panel: 'Votre rendez-vous',
    button: 'Voir le plan',
    change: 'Un empêchement ? Répondez à ce mail, nous déplacerons tout. Le code de votre lampe est sur votre page.',
    changeLabel: 'Ouvrir ma page',
  },
  en: {
    subject: (day: string) => `It is in our book for ${day}`,
    preheader: 'Somebody will have time for you. Here is what you need.',
    headline: 'Somebody will have time for you',
    slots: { morning: 'in the morning, between 10 and 12', afternoon: 'in the afternoon, between 2 and 5', evening: 'in the evening, between 5 and 8' },
    intro: 'On an opening day people crowd around the tables. You are expected: somebody of the team is yours for half an hour.',
    room: {
      living: 'You wanted to see the living room: bring the measures of your longest wall, we shall move the sofas.',
      bedroom: 'You wanted to see the bedroom: shoes off, and try the beds as you would at home.',
      kitchen: 'You wanted to see tables and kitchens: tell us how many you are on Sundays, we shall add the leaves.',
      lamps: 'You wanted to see the lamps: bring a photo of the room at night, that is when it all happens.',
    },
    panel: 'Your appointment',
    button: 'See the map',
    change: 'Something came up? Reply to this mail, we shall move it all. The code for your lamp is on your page.',
    changeLabel: 'Open my page',
  },
} as const;

/** Confirms the appointment that was asked for on the personal page. */
export const appointmentNoted: EmailMessage<'email', Props> = {
  medium: 'email',
  purpose: 'service',
  cost: 0.002,
  merges: true,
  sample: { store: 'lormoisy', opening: '2027-03-12', slot: 'afternoon', room: 'lamps' },
  links: { map: { url: `${brand.shop}${mapPath}` }, page: { page: 'invitation' } },
  subject: ({ props, locale }) => wordings[language(locale)].subject(dayOf(props.opening, language(locale)).long),
  preheader: ({ locale }) => wordings[language(locale)].preheader,
  body(context) {
    const speech = language(context.locale);
    const words = wordings[speech];
    const { store, opening, slot, room } = context.props;
    const { town, street, postcode, where } = STORES[store];
    return (
      <Letter context={context} preheader={words.preheader} headline={words.headline} because={becauseAsked[speech]}>
        <Greeting context={context} />
        <Paragraph>{words.intro}</Paragraph>
        <Paragraph>{words.room[room]}</Paragraph>
        <Panel label={words.panel} title={`${capital(dayOf(opening, speech).long)}, ${words.slots[slot]}`}>
          {`${street}, ${where[speech]}, ${postcode} ${town}`}
        </Panel>
        <Action href={context.links['map']}>{words.button}</Action>
        <Aside text={words.change} href={context.links['page']} label={words.changeLabel} />
        <Signature context={context} from={team[speech](town)} />
      </Letter>
    );
  },
};
