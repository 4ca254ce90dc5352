import type { EmailMessage } from '../../content/index.ts';
import { language } from '../../kit/index.ts';
import type { LapsedFacts } from '../facts.ts';
import { Action, because, counter, Greeting, Letter, Panel, Paragraph, Signature } from './look.tsx';
import { monthsIn, OFFERS, offerOf } from './offer.ts';

type Props = Pick<LapsedFacts, 'favourite' | 'monthsAway'>;

const wordings = {
  fr: {
    subject: { gift: 'Un paquet vous attend, si le cœur vous en dit', discount: 'Vingt pour cent, pour le plaisir de vous revoir' },
    preheader: 'Votre tasse est toujours sur l’étagère du haut.',
    headline: 'On a gardé votre tasse',
    away: (months: string) => `Cela fait ${months} que nous n’avons rien moulu pour vous. Personne ne vous en veut : on change d’adresse, de machine, d’habitudes. Votre tasse, elle, est toujours sur l’étagère du haut.`,
    news: {
      espresso: 'Entre-temps, l’espresso a changé de ferme : plus de noisette, moins d’amertume. Nous aimerions avoir votre avis.',
      filter: 'Entre-temps, un lot d’altitude est arrivé pour le filtre. Il sent la pêche et le thé noir, et il pardonne une eau trop chaude.',
      decaf: 'Entre-temps, notre décaféiné a gagné trois dégustations à l’aveugle. Contre des cafés, pas contre des décaféinés.',
      beans: 'Entre-temps, vos grains ont trouvé un sachet qui se referme vraiment. Nous avons mis six ans, mais nous l’avons.',
    },
    panel: { label: 'Pour fêter votre retour', text: 'Votre code est sur votre page. Il est valable soixante jours, en ligne comme au comptoir.' },
    button: 'Prendre mon code',
    otherwise: 'Et si c’est le thé qui a gagné, dites-le-nous sur la même page. Nous n’insisterons pas.',
  },
  en: {
    subject: { gift: 'A bag awaits you, if you feel like it', discount: 'Twenty per cent, for the pleasure of seeing you' },
    preheader: 'Your cup is still on the top shelf.',
    headline: 'We kept your cup',
    away: (months: string) => `It has been ${months} since we last ground anything for you. No hard feelings: people change address, machine, habits. Your cup is still on the top shelf.`,
    news: {
      espresso: 'Meanwhile the espresso has changed farms: more hazelnut, less bitterness. We would love to know what you think.',
      filter: 'Meanwhile a lot from high up has come in for the filter. It smells of peach and black tea, and forgives water that is too hot.',
      decaf: 'Meanwhile our decaf has won three blind tastings. Against coffees, not against decafs.',
      beans: 'Meanwhile your beans have found a bag that really closes. It took us six years, but we have it.',
    },
    panel: { label: 'To celebrate your return', text: 'Your code is on your page. It is good for sixty days, online and at the counter.' },
    button: 'Get my code',
    otherwise: 'And if it was tea that won, tell us on the same page. We shall not insist.',
  },
} as const;

/** The invitation to come back; the variant is the offer. */
export const comeBackMail: EmailMessage<'email', Props> = {
  medium: 'email',
  purpose: 'marketing',
  cost: 0.002,
  merges: true,
  sample: { favourite: 'espresso', monthsAway: 14 },
  links: { counter: { page: 'your-counter' } },
  subject: ({ locale, variant }) => wordings[language(locale)].subject[offerOf(variant)],
  preheader: ({ locale }) => wordings[language(locale)].preheader,
  body(context) {
    const speech = language(context.locale);
    const words = wordings[speech];
    const { favourite, monthsAway } = context.props;
    return (
      <Letter context={context} preheader={words.preheader} headline={words.headline} because={because[speech]}>
        <Greeting context={context} />
        <Paragraph>{words.away(monthsIn[speech](monthsAway))}</Paragraph>
        <Paragraph>{words.news[favourite]}</Paragraph>
        <Panel label={words.panel.label} title={OFFERS[speech][offerOf(context.variant)].title}>
          {words.panel.text}
        </Panel>
        <Action href={context.links['counter']}>{words.button}</Action>
        <Paragraph>{words.otherwise}</Paragraph>
        <Signature context={context} from={counter[speech]} />
      </Letter>
    );
  },
};
