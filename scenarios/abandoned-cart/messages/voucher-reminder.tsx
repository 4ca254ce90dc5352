import type { EmailMessage } from '../../content/index.ts';
import { language } from '../../kit/index.ts';
import { Action, because, Greeting, Letter, Panel, Paragraph, Signature, workshop } from './look.tsx';

type Props = { saving: number; product: string };

const wordings = {
  fr: {
    subject: (saving: number) => `Vos ${saving} € sont toujours sur la sacoche`,
    preheader: 'Votre bon vous attend, au magasin comme en ligne.',
    headline: 'Votre bon n’a pas bougé',
    text: (product: string) => `Vous avez ouvert notre carte il y a quelques jours. « ${product} » est toujours à l’atelier, et le bon toujours à vous.`,
    panel: { label: 'Votre bon', title: (saving: number) => `${saving} € de moins sur votre panier`, text: 'À montrer en magasin ou à saisir à la commande, dans les trente jours qui suivent la réception de la carte.' },
    button: 'Voir mon code',
    after: 'C’est la dernière fois que nous vous en parlons. Ensuite, nous retournons à nos rayons.',
  },
  en: {
    subject: (saving: number) => `Your €${saving} are still on the pannier`,
    preheader: 'Your voucher is waiting, in the store and online.',
    headline: 'Your voucher has not moved',
    text: (product: string) => `You opened our card a few days ago. “${product}” is still in the workshop, and the voucher is still yours.`,
    panel: { label: 'Your voucher', title: (saving: number) => `€${saving} off your cart`, text: 'Show it in the store or enter it when you order, within thirty days of getting the card.' },
    button: 'See my code',
    after: 'This is the last we shall say of it. Then it is back to our spokes.',
  },
} as const;

/** For those who used the card and have not ordered: where their voucher is. */
export const voucherReminder: EmailMessage<'email', Props> = {
  medium: 'email',
  purpose: 'marketing',
  cost: 0.002,
  merges: true,
  sample: { saving: 60, product: 'Flâneuse 7' },
  links: { voucher: { page: 'your-voucher' } },
  subject: ({ props, locale }) => wordings[language(locale)].subject(props.saving),
  preheader: ({ locale }) => wordings[language(locale)].preheader,
  body(context) {
    const speech = language(context.locale);
    const words = wordings[speech];
    const { saving, product } = context.props;
    return (
      <Letter context={context} preheader={words.preheader} headline={words.headline} because={because[speech]}>
        <Greeting context={context} />
        <Paragraph>{words.text(product)}</Paragraph>
        <Panel label={words.panel.label} title={words.panel.title(saving)}>
          {words.panel.text}
        </Panel>
        <Action href={context.links['voucher']}>{words.button}</Action>
        <Paragraph>{words.after}</Paragraph>
        <Signature context={context} from={workshop[speech]} />
      </Letter>
    );
  },
};
