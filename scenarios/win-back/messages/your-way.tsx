import type { EmailMessage, MessageContext } from '../../content/index.ts';
import { language } from '../../kit/index.ts';
import { brand } from '../brand.ts';
import type { LapsedFacts } from '../facts.ts';
import { Action, Aside, counter, Greeting, Letter, Paragraph, Points, Signature } from './look.tsx';

type Props = { reason: 'forgot' | 'price' | 'taste'; favourite: LapsedFacts['favourite'] };

const because = {
  fr: 'Vous recevez ce message car vous nous avez dit, sur votre page, pourquoi on ne vous voyait plus.',
  en: 'You are getting this because you told us on your page what kept you away.',
};

const wordings = {
  fr: {
    subject: { forgot: 'Et si le café se souvenait pour vous ?', price: 'Trois cafés à moins de sept euros', taste: 'Quatre petits sachets, pour retrouver le bon' },
    headline: { forgot: 'Le café qui se souvient pour vous', price: 'Bon, et pas plus cher qu’il ne faut', taste: 'Retrouvons votre goût' },
    intro: {
      forgot: 'Oublier, c’est humain. Un matin sans café, beaucoup moins. Voici comment font ceux de nos clients qui n’y pensent plus.',
      price: 'Merci de l’avoir dit simplement. Le café a beaucoup augmenté, et nous aussi, nous comptons. Voici par où nous commencerions.',
      taste: 'Un café qui ne plaît plus, c’est souvent une mouture ou une eau qui a changé. Avant de nous quitter tout à fait, essayez ceci.',
    },
    points: {
      forgot: [['Toutes les trois ou six semaines', 'Le paquet part de lui-même, le jour de la torréfaction.'], ['Un mot la veille', 'Un clic pour sauter un envoi, un autre pour arrêter.'], ['Votre prix ne bouge pas', 'Le même qu’à l’unité, le port en moins.']],
      price: [['La Maison, 6,20 €', 'Notre mélange de tous les jours, rond et sans histoires.'], ['Le kilo, 22 €', 'Le même café en un seul sac : c’est le carton qui coûte.'], ['Les fins de torréfaction, 5 €', 'Quelques sachets chaque mardi, jusqu’à ce qu’il n’y en ait plus.']],
      taste: [['Quatre fois 60 g', 'Deux origines, deux torréfactions, sans étiquette : goûtez d’abord.'], ['Dites lequel', 'Un mot suffit. Nous saurons quoi vous envoyer.'], ['Et la mouture', 'Nous la réglons sur votre machine, au cran près.']],
    },
    button: { forgot: 'Choisir mon rythme', price: 'Voir les trois', taste: 'Recevoir les sachets' },
    code: 'Votre code marche aussi pour cela.',
    codeLabel: 'Le retrouver',
  },
  en: {
    subject: { forgot: 'What if the coffee remembered for you?', price: 'Three coffees under seven euros', taste: 'Four little bags, to find the right one again' },
    headline: { forgot: 'The coffee that remembers for you', price: 'Good, and no dearer than need be', taste: 'Let us find your taste again' },
    intro: {
      forgot: 'To forget is human. A morning without coffee is much less so. Here is what those of our customers do who no longer think of it.',
      price: 'Thank you for saying it plainly. Coffee has gone up a lot, and we count, too. Here is where we would begin.',
      taste: 'When a coffee no longer pleases, it is often the grind or the water that has changed. Before you leave us for good, try this.',
    },
    points: {
      forgot: [['Every three or six weeks', 'The bag leaves by itself, on the day it is roasted.'], ['A word the day before', 'One click to skip a parcel, another to stop.'], ['Your price stays', 'The same as for one, less the postage.']],
      price: [['The House, €6.20', 'Our blend for every day, round and without fuss.'], ['The kilo, €22', 'The same coffee in one bag: it is the box that costs.'], ['Ends of roasts, €5', 'A few bags every Tuesday, until there are no more.']],
      taste: [['Four times 60 g', 'Two origins, two roasts, no label: taste first.'], ['Say which', 'One word will do. We shall know what to send.'], ['And the grind', 'We set it for your machine, to the notch.']],
    },
    button: { forgot: 'Choose my rhythm', price: 'See the three', taste: 'Send me the bags' },
    code: 'Your code works for this, too.',
    codeLabel: 'Find it again',
  },
} as const;

/** An answer to why they stayed away, as they said on the page. */
export const yourWay: EmailMessage<'email', Props> = {
  medium: 'email',
  purpose: 'service',
  cost: 0.002,
  merges: true,
  sample: { reason: 'taste', favourite: 'espresso' },
  links: { shop: { url: `${brand.shop}/retour` }, counter: { page: 'your-counter' } },
  subject: ({ props, locale }) => wordings[language(locale)].subject[props.reason],
  preheader: (context) => preheaderOf(context),
  body(context) {
    const speech = language(context.locale);
    const words = wordings[speech];
    const { reason } = context.props;
    return (
      <Letter context={context} preheader={preheaderOf(context)} headline={words.headline[reason]} because={because[speech]}>
        <Greeting context={context} />
        <Paragraph>{words.intro[reason]}</Paragraph>
        <Points points={words.points[reason]} />
        <Action href={context.links['shop']}>{words.button[reason]}</Action>
        <Aside text={words.code} href={context.links['counter']} label={words.codeLabel} />
        <Signature context={context} from={counter[speech]} />
      </Letter>
    );
  },
};

/** The first of the points says the most in one line. */
function preheaderOf({ props, locale }: MessageContext<Props>): string {
  const [title, text] = wordings[language(locale)].points[props.reason][0];
  return `${title}. ${text}`;
}
