import type { EmailMessage } from '../../content/index.ts';
import { language } from '../../kit/index.ts';
import { brand } from '../brand.ts';
import { Layout } from './layout.tsx';
import { Action, Greeting, Paragraph, Signature, Steps } from './parts.tsx';

type Props = { page: 'facebook' };

const PAGES = { facebook: 'Facebook' } as const;

const wordings = {
  fr: {
    subject: (page: string) => `On continue sur ${page} ?`,
    preheader: 'Une fois par semaine, un conseil de chauffagiste qui sert vraiment.',
    headline: 'La suite, au coin du feu',
    intro: (page: string) => `Notre page ${page} n’a rien d’une vitrine. Une fois par semaine, quelqu’un de l’équipe y raconte son métier.`,
    posts: [
      ['Le geste', 'Purger un radiateur, lire un compteur : une minute, sans outil.'],
      ['Le chantier', 'Une maison des environs, avant et après, avec les vrais chiffres.'],
      ['La question', 'Vous demandez, un chauffagiste répond. Sans jargon.'],
    ],
    button: (page: string) => `Suivre ${brand.name} sur ${page}`,
    otherwise: 'Les réseaux ne sont pas votre tasse de thé ? Ne changez rien : vos rendez-vous et votre bon vous attendent ailleurs.',
  },
  en: {
    subject: (page: string) => `Shall we carry on over on ${page}?`,
    preheader: 'Once a week, a heating engineer’s advice that is really of use.',
    headline: 'The rest, by the fireside',
    intro: (page: string) => `Our ${page} page is no shop window. Once a week somebody of the team tells about the trade there.`,
    posts: [
      ['The knack', 'Bleeding a radiator, reading a meter: a minute, no tools.'],
      ['The job', 'A house nearby, before and after, with the real figures.'],
      ['The question', 'You ask, a heating engineer answers. No jargon.'],
    ],
    button: (page: string) => `Follow ${brand.name} on ${page}`,
    otherwise: 'Social networks are not your cup of tea? Change nothing: your appointments and your voucher are waiting elsewhere.',
  },
} as const;

/** Invites to the brand's page on a social network, once someone has shown interest. */
export const followUs: EmailMessage<'social', Props> = {
  medium: 'social',
  purpose: 'marketing',
  cost: 0.002,
  merges: true,
  sample: { page: 'facebook' },
  links: { follow: { url: brand.socialPage } },
  subject: ({ props, locale }) => wordings[language(locale)].subject(PAGES[props.page]),
  preheader: ({ locale }) => wordings[language(locale)].preheader,
  body(context) {
    const words = wordings[language(context.locale)];
    const page = PAGES[context.props.page];
    return (
      <Layout context={context} preheader={words.preheader} because="social" headline={words.headline}>
        <Greeting context={context} />
        <Paragraph>{words.intro(page)}</Paragraph>
        <Steps steps={words.posts} />
        <Action href={context.links['follow']}>{words.button(page)}</Action>
        <Paragraph>{words.otherwise}</Paragraph>
        <Signature context={context} />
      </Layout>
    );
  },
};
