import type { EmailMessage } from '../../content/index.ts';
import { language } from '../../kit/index.ts';
import { Gauge } from './gauge.tsx';
import { Layout } from './layout.tsx';
import { Action, Greeting, Paragraph, Signature } from './parts.tsx';

type Props = { offer: 'replace' | 'service' };

interface Wording {
  readonly subject: string;
  readonly preheader: string;
  readonly headline: string;
  readonly why: string;
}

const fr = {
  card: 'Nous vous avons envoyé une carte il y a quelques semaines. Elle attend peut-être sous une pile de courrier : ce n’est pas grave, la voici en plus court.',
  page: 'Votre bilan prend une minute. Vous y verrez où en est votre installation et ce que nous vous conseillons, sans engagement.',
  button: 'Faire mon bilan',
  gauge: ['Jeune', 'À suivre', 'À relayer'],
  replace: {
    subject: 'Passé douze ans, une chaudière mérite un bilan',
    preheader: 'Une minute suffit, et vous saurez à quoi vous en tenir.',
    headline: 'Et si nous faisions le point, tranquillement ?',
    why: 'Passé douze ans, une chaudière chauffe encore, mais elle consomme davantage et ses pièces se font rares. Mieux vaut choisir la suivante au calme que dans l’urgence d’une panne.',
  },
  service: {
    subject: 'L’entretien de votre chaudière, en une minute',
    preheader: 'Un réglage par an, et l’esprit tranquille le reste du temps.',
    headline: 'Un entretien par an, et l’esprit tranquille',
    why: 'Une chaudière entretenue chaque année consomme moins et tombe moins en panne. Et le jour où l’assureur demande l’attestation, elle est dans le tiroir.',
  },
} as const;

const en: { readonly [K in keyof typeof fr]: (typeof fr)[K] extends string ? string : (typeof fr)[K] extends readonly string[] ? readonly string[] : Wording } = {
  card: 'A few weeks ago we sent you a card. It may still lie under a pile of post: never mind, here it is in short.',
  page: 'Your boiler check takes a minute. It shows where your heating stands and what we would advise, with no strings attached.',
  button: 'Do my check',
  gauge: ['Young', 'Keep an eye on', 'Due'],
  replace: {
    subject: 'Past twelve years, a boiler deserves a check',
    preheader: 'One minute, and you know where you stand.',
    headline: 'Shall we take stock, with no hurry?',
    why: 'Past twelve years a boiler still heats, but it burns more and its parts grow scarce. Better to choose the next one in peace than on the day it breaks down.',
  },
  service: {
    subject: 'Your boiler’s service, in one minute',
    preheader: 'Set right once a year, forgotten the rest of the time.',
    headline: 'One service a year, and peace of mind',
    why: 'A boiler serviced every year burns less and breaks down less. And on the day the insurer asks for the certificate, it is in the drawer.',
  },
};

const wordings = { fr, en };

/** For those whom the postcard left silent: the same check, without the paper. */
export const reminderEmail: EmailMessage<'email', Props> = {
  medium: 'email',
  purpose: 'marketing',
  cost: 0.002,
  merges: true,
  sample: { offer: 'replace' },
  links: { page: { page: 'boiler-check' } },
  subject: ({ props, locale }) => wordings[language(locale)][props.offer].subject,
  preheader: ({ props, locale }) => wordings[language(locale)][props.offer].preheader,
  body(context) {
    const words = wordings[language(context.locale)];
    const { headline, preheader, why } = words[context.props.offer];
    return (
      <Layout context={context} preheader={preheader} because="mail" headline={headline}>
        <Greeting context={context} />
        <Paragraph>{words.card}</Paragraph>
        <Paragraph>{why}</Paragraph>
        <Gauge stages={words.gauge} />
        <Paragraph>{words.page}</Paragraph>
        <Action href={context.links['page']}>{words.button}</Action>
        <Signature context={context} />
      </Layout>
    );
  },
};
