import type { EmailMessage } from '../../content/index.ts';
import { language } from '../../kit/index.ts';
import type { CartFacts } from '../facts.ts';
import { Action, because, Greeting, Letter, Paragraph, Signature, workshop } from './look.tsx';

type Props = Pick<CartFacts, 'category' | 'product' | 'items'>;

const wordings = {
  fr: {
    subject: 'Votre panier est à l’abri',
    preheader: 'Rien ne presse : nous l’avons rentré à l’atelier, une couverture dessus.',
    headline: 'Votre panier est à l’abri',
    left: ({ product, items }: Props) =>
      `Vous avez laissé chez nous « ${product} »${items > 1 ? (items === 2 ? ' et un autre article' : ` et ${items - 1} autres articles`) : ''}. Nous avons rentré le tout à l’atelier, une couverture dessus. Rien ne presse.`,
    about: {
      town: 'Un vélo de ville se choisit comme une paire de chaussures : à sa taille, et pour le chemin de tous les jours.',
      touring: 'Une randonneuse, c’est pour longtemps. Mieux vaut hésiter maintenant qu’au kilomètre quarante.',
      cargo: 'Un vélo cargo, c’est une décision de famille. Certains y mettent trois semaines, d’autres y mettent trois enfants.',
      children: 'Un vélo d’enfant se choisit pour la taille d’aujourd’hui, pas pour celle de Noël prochain.',
      accessories: 'Un bon accessoire se fait oublier. Encore faut-il qu’il aille sur votre vélo.',
    },
    ask: 'Quelque chose vous retient ? Dites-le-nous d’un clic, sur la page de votre panier. C’est un mécano qui répond, pas un robot.',
    button: 'Revoir mon panier',
  },
  en: {
    subject: 'Your cart is safe and dry',
    preheader: 'No hurry: we have wheeled it into the workshop, under a blanket.',
    headline: 'Your cart is safe and dry',
    left: ({ product, items }: Props) =>
      `You left “${product}”${items > 1 ? (items === 2 ? ' and one other thing' : ` and ${items - 1} other things`) : ''} with us. We have wheeled it all into the workshop, under a blanket. There is no hurry.`,
    about: {
      town: 'A town bike is chosen like a pair of shoes: in your size, and for the way you go every day.',
      touring: 'A touring bike is for years. Better to hesitate now than on mile twenty-five.',
      cargo: 'A cargo bike is a family decision. Some put three weeks into it, others put three children into it.',
      children: 'A child’s bike is chosen for today’s height, not for next Christmas’s.',
      accessories: 'A good accessory is one you forget. It only has to fit your bike.',
    },
    ask: 'Is something holding you back? Tell us with one click, on your cart’s page. A mechanic answers, not a robot.',
    button: 'Back to my cart',
  },
} as const;

/** The first word after a cart was left: nothing is pushed, the cart is kept, a mechanic is there to ask. */
export const cartKept: EmailMessage<'email', Props> = {
  medium: 'email',
  purpose: 'marketing',
  cost: 0.002,
  merges: true,
  sample: { category: 'town', product: 'Flâneuse 7', items: 3 },
  links: { cart: { page: 'your-cart' } },
  subject: ({ locale }) => wordings[language(locale)].subject,
  preheader: ({ locale }) => wordings[language(locale)].preheader,
  body(context) {
    const speech = language(context.locale);
    const words = wordings[speech];
    return (
      <Letter context={context} preheader={words.preheader} headline={words.headline} because={because[speech]}>
        <Greeting context={context} />
        <Paragraph>{words.left(context.props)}</Paragraph>
        <Paragraph>{words.about[context.props.category]}</Paragraph>
        <Paragraph>{words.ask}</Paragraph>
        <Action href={context.links['cart']}>{words.button}</Action>
        <Signature context={context} from={workshop[speech]} />
      </Letter>
    );
  },
};
