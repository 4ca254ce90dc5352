import type { EmailMessage } from '../../content/index.ts';
import { language } from '../../kit/language.ts';
import type { AreaFacts } from '../facts.ts';
import { Action, because, Greeting, growers, Letter, Paragraph, Points, Signature } from './look.tsx';

type Props = Pick<AreaFacts, 'areaName' | 'interest'>;

const fr = {
  subject: 'Bienvenue au panier',
  preheader: 'Voici comment ça marche, et ce qu’on cueille cette semaine.',
  headline: 'Merci d’avoir levé la main',
  rhythm: {
    weekly: 'Un panier chaque semaine : c’est noté.',
    fortnightly: 'Un panier une semaine sur deux : c’est noté.',
    once: 'Un panier pour goûter, et nous verrons : c’est noté.',
  } as Record<Props['interest'], string>,
  area: (area: string) => `Le point de retrait le plus proche de ${area} ouvre le jeudi, de 16 h à 20 h. Les voisins y passent en rentrant.`,
  points: [
    ['Mercredi', 'Nous cueillons ce qui est mûr. Vous recevez la liste le soir.'],
    ['Jeudi', 'Votre panier vous attend. Pas là ? Un voisin peut le prendre.'],
    ['Vendredi', 'Vous cuisinez. Une recette est au fond du panier, au cas où.'],
  ] as readonly (readonly [string, string])[],
  button: 'Choisir mon premier panier',
};
const en: typeof fr = {
  subject: 'Welcome to the basket',
  preheader: 'How it works, and what we are picking this week.',
  headline: 'Thank you for raising your hand',
  rhythm: { weekly: 'A basket every week: noted.', fortnightly: 'A basket every other week: noted.', once: 'A basket to try, and then we shall see: noted.' },
  area: (area) => `The pick-up point nearest to ${area} is open on Thursdays, from 4 to 8 pm. Neighbours drop in on their way home.`,
  points: [
    ['Wednesday', 'We pick what is ripe. You get the list in the evening.'],
    ['Thursday', 'Your basket awaits you. Away? A neighbour may take it.'],
    ['Friday', 'You cook. A recipe lies at the bottom of the basket, just in case.'],
  ],
  button: 'Choose my first basket',
};
const wordings = { fr, en };

/** Answers who has just answered us: they asked for it, so it is no advertising. */
export const welcome: EmailMessage<'email', Props> = {
  medium: 'email',
  purpose: 'service',
  cost: 0.002,
  merges: true,
  sample: { areaName: 'Les Tilleuls', interest: 'fortnightly' },
  links: { basket: { page: 'first-basket' } },
  subject: ({ locale }) => wordings[language(locale)].subject,
  preheader: ({ locale }) => wordings[language(locale)].preheader,
  body(context) {
    const speech = language(context.locale);
    const words = wordings[speech];
    const { areaName, interest } = context.props;
    return (
      <Letter context={context} preheader={words.preheader} headline={words.headline} because={because[speech](areaName)}>
        <Greeting context={context} />
        <Paragraph>{`${words.rhythm[interest]} ${words.area(areaName)}`}</Paragraph>
        <Points points={words.points} />
        <Action href={context.links['basket']}>{words.button}</Action>
        <Signature context={context} from={growers[speech]} />
      </Letter>
    );
  },
};
