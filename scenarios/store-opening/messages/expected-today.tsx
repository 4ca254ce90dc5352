import type { EmailMessage } from '../../content/index.ts';
import { language } from '../../kit/index.ts';
import { brand } from '../brand.ts';
import type { OpeningFacts } from '../facts.ts';
import { mapPath, STORES } from '../stores.ts';
import { Action, becauseAsked, Greeting, Letter, Panel, Paragraph, Signature, team } from './look.tsx';

type Props = Pick<OpeningFacts, 'store'> & { slot: NonNullable<OpeningFacts['slot']> };

const wordings = {
  fr: {
    subject: 'À tout à l’heure',
    preheader: 'On vous attend aujourd’hui. Le café est déjà chaud.',
    headline: 'À tout à l’heure',
    when: { morning: 'ce matin', afternoon: 'cet après-midi', evening: 'ce soir' },
    intro: (when: string) => `C’est aujourd’hui, et c’est ${when} que nous vous attendons. Dites votre nom à l’entrée, on viendra vous chercher.`,
    soft: 'Si la rue est noire de monde, passez par la cour : le portail vert, il est ouvert pour vous.',
    label: 'Où nous trouver',
    button: 'Voir le plan',
  },
  en: {
    subject: 'See you later today',
    preheader: 'You are expected today. The coffee is on.',
    headline: 'See you later today',
    when: { morning: 'this morning', afternoon: 'this afternoon', evening: 'this evening' },
    intro: (when: string) => `Today is the day, and we expect you ${when}. Give your name at the door, somebody will come and fetch you.`,
    soft: 'If the street is crowded, come through the courtyard: the green gate is open for you.',
    label: 'Where we are',
    button: 'See the map',
  },
} as const;

/** On the opening day, for those who asked for an appointment. */
export const expectedToday: EmailMessage<'email', Props> = {
  medium: 'email',
  purpose: 'service',
  cost: 0.002,
  merges: true,
  sample: { store: 'lormoisy', slot: 'afternoon' },
  links: { map: { url: `${brand.shop}${mapPath}` } },
  subject: ({ locale }) => wordings[language(locale)].subject,
  preheader: ({ locale }) => wordings[language(locale)].preheader,
  body(context) {
    const speech = language(context.locale);
    const words = wordings[speech];
    const { town, street, postcode, where } = STORES[context.props.store];
    return (
      <Letter context={context} preheader={words.preheader} headline={words.headline} because={becauseAsked[speech]}>
        <Greeting context={context} />
        <Paragraph>{words.intro(words.when[context.props.slot])}</Paragraph>
        <Paragraph>{words.soft}</Paragraph>
        <Panel label={words.label} title={street}>
          {`${where[speech]}, ${postcode} ${town}`}
        </Panel>
        <Action href={context.links['map']}>{words.button}</Action>
        <Signature context={context} from={team[speech](town)} />
      </Letter>
    );
  },
};
