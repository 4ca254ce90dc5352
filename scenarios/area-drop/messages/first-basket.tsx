import type { EmailMessage } from '../../content/index.ts';
import { language } from '../../kit/language.ts';
import type { AreaFacts } from '../facts.ts';
import { Action, because, Greeting, growers, Letter, Panel, Paragraph, Signature } from './look.tsx';

type Props = Pick<AreaFacts, 'areaName' | 'interest'> & {
  readonly household: NonNullable<AreaFacts['household']>;
  /** They have looked at the page or the card already. */
  readonly seen: boolean;
};

const fr = {
  subject: 'On vous en met un de côté ?',
  preheader: 'Jeudi prochain, à votre nom. Rien à payer d’avance.',
  headline: 'On vous en met un de côté ?',
  seen: 'Vous êtes passé voir, et nous avons failli vous héler. Voici ce que nous proposons.',
  unseen: 'Le marché est passé sans vous jeudi dernier. Il en reste un jeudi prochain.',
  aside: (area: string) => `Un clic, et un panier vous attend jeudi au point de retrait (${area}). Vous payez sur place, 5 € de moins la première fois. S’il ne vous plaît pas, il part aux voisins.`,
  label: 'Dans le vôtre, jeudi',
  size: { 'one-two': 'Le petit, pour une ou deux', 'three-four': 'Le moyen, pour trois ou quatre', more: 'Le grand, pour toute la table' } as Record<Props['household'], string>,
  content: 'Carottes, poireaux, betteraves, une salade, et ce que mercredi voudra bien nous donner.',
  button: 'Oui, mettez-m’en un de côté',
};
const en: typeof fr = {
  subject: 'Shall we put one aside for you?',
  preheader: 'Next Thursday, in your name. Nothing to pay in advance.',
  headline: 'Shall we put one aside for you?',
  seen: 'You came to have a look, and we nearly called out to you. Here is what we propose.',
  unseen: 'The market went by without you last Thursday. There is one next Thursday.',
  aside: (area) => `One click, and a basket awaits you on Thursday at the pick-up point (${area}). You pay on the spot, €5 less the first time. Should you not like it, it goes to the neighbours.`,
  label: 'In yours, on Thursday',
  size: { 'one-two': 'The small one, for one or two', 'three-four': 'The middle one, for three or four', more: 'The large one, for a whole table' },
  content: 'Carrots, leeks, beetroot, a lettuce, and what Wednesday sees fit to give us.',
  button: 'Yes, put one aside',
};
const wordings = { fr, en };

/** The last word: one basket, put aside. */
export const firstBasket: EmailMessage<'email', Props> = {
  medium: 'email',
  purpose: 'marketing',
  cost: 0.002,
  merges: true,
  sample: { areaName: 'Les Tilleuls', interest: 'weekly', household: 'three-four', seen: false },
  links: { basket: { page: 'first-basket' } },
  subject: ({ locale }) => wordings[language(locale)].subject,
  preheader: ({ locale }) => wordings[language(locale)].preheader,
  body(context) {
    const speech = language(context.locale);
    const words = wordings[speech];
    const { areaName, household, seen } = context.props;
    return (
      <Letter context={context} preheader={words.preheader} headline={words.headline} because={because[speech](areaName)}>
        <Greeting context={context} />
        <Paragraph>{seen ? words.seen : words.unseen}</Paragraph>
        <Paragraph>{words.aside(areaName)}</Paragraph>
        <Panel label={words.label} title={words.size[household]}>
          {words.content}
        </Panel>
        <Action href={context.links['basket']}>{words.button}</Action>
        <Signature context={context} from={growers[speech]} />
      </Letter>
    );
  },
};
