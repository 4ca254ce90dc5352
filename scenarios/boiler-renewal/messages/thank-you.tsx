import type { EmailMessage, MessageContext } from '../../content/index.ts';
import { language } from '../../kit/index.ts';
import { brand } from '../brand.ts';
import { Layout } from './layout.tsx';
import { Action, Greeting, Paragraph, Signature, Steps, Voucher } from './parts.tsx';
import { wordings, type Interest } from './thank-you-wording.ts';

type Props = { interest: Interest; store: string };

/** Answers whoever used the postcard, about what they want. `warm` writes a letter, `factual` says what happens in three steps. */
export const thankYou: EmailMessage<'email', Props> = {
  medium: 'email',
  purpose: 'marketing',
  cost: 0.002,
  merges: true,
  sample: { interest: 'replace', store: 'Saint-Aubin' },
  links: { appointment: { url: `${brand.shop}/rendez-vous` }, voucher: { page: 'boiler-check' } },
  subject: (context) => {
    const { warm, factual } = wordingOf(context);
    return isFactual(context) ? factual.subject : warm.subject(context.person.firstName);
  },
  preheader: (context) => (isFactual(context) ? wordingOf(context).factual : wordingOf(context).warm).preheader,
  body(context) {
    const words = wordings[language(context.locale)];
    const { warm, factual, button } = wordingOf(context);
    const { store } = context.props;
    const { headline, preheader } = isFactual(context) ? factual : warm;
    return (
      <Layout context={context} preheader={preheader} because="mail" headline={headline}>
        <Greeting context={context} />
        {isFactual(context) ? <Paragraph>{words.next}</Paragraph> : warm.paragraphs(`${brand.name} ${store}`).map((text) => <Paragraph key={text}>{text}</Paragraph>)}
        {isFactual(context) && <Steps steps={factual.steps} />}
        <Action href={context.links['appointment']}>{button}</Action>
        <Voucher {...words.voucher} href={context.links['voucher']} />
        <Signature context={context} store={store} />
      </Layout>
    );
  },
};

function wordingOf({ props, locale }: MessageContext<Props>) {
  return wordings[language(locale)][props.interest];
}

function isFactual({ variant }: MessageContext<Props>): boolean {
  return variant === 'factual';
}
