import type { EmailMessage, MessageContext } from '../../content/index.ts';
import { language } from '../../kit/index.ts';
import { brand } from '../brand.ts';
import type { CartFacts } from '../facts.ts';
import { wordings } from './helping-hand-wording.ts';
import { Action, Aside, Greeting, Letter, Paragraph, Points, Signature, workshop } from './look.tsx';

type Props = { hesitation: NonNullable<CartFacts['hesitation']>; product: string; store: string };

const because = {
  fr: `Vous recevez ce message car vous nous avez dit, sur la page de votre panier, ce qui vous retenait.`,
  en: `You are getting this because you told us on your cart’s page what held you back.`,
} as const;

/** A mechanic's answer to what holds the person back, as they said on the page. */
export const helpingHand: EmailMessage<'email', Props> = {
  medium: 'email',
  purpose: 'service',
  cost: 0.002,
  merges: true,
  sample: { hesitation: 'size', product: 'Flâneuse 7', store: 'Lormoisy' },
  links: { cart: { page: 'your-cart' }, trial: { url: `${brand.shop}/essai` } },
  subject: (context) => adviceOf(context).subject,
  preheader: (context) => adviceOf(context).preheader,
  body(context) {
    const speech = language(context.locale);
    const words = wordings[speech];
    const { preheader, headline, intro, points } = adviceOf(context);
    return (
      <Letter context={context} preheader={preheader} headline={headline} because={because[speech]}>
        <Greeting context={context} />
        <Paragraph>{intro}</Paragraph>
        <Points points={points} />
        <Action href={context.links['cart']}>{words.button}</Action>
        <Aside text={words.trial(context.props.store)} href={context.links['trial']} label={words.trialLabel} />
        <Signature context={context} from={workshop[speech]} />
      </Letter>
    );
  },
};

function adviceOf({ props, locale }: MessageContext<Props>) {
  return wordings[language(locale)][props.hesitation];
}
