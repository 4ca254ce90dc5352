import type { EmailMessage, MessageContext } from '../../content/index.ts';
import { language } from '../../kit/language.ts';
import { brand } from '../brand.ts';
import { Action, Greeting, Letter, Panel, Paragraph, Points, Signature } from '../look.tsx';
import { ADVICE, WORDS, type Reads } from './reading-advice-wording.ts';

type Props = { readonly reads: Reads; readonly store: string };

/** Answers whoever used the postcard: `one-book` recommends one with conviction, `three-books` lets them choose. */
export const readingAdvice: EmailMessage<'email', Props> = {
  medium: 'email',
  purpose: 'marketing',
  cost: 0.002,
  merges: true,
  sample: { reads: 'novels', store: 'Montclairval' },
  links: { reserve: { url: `${brand.shop}/reserver` }, voucher: { page: 'your-voucher' } },
  subject: (context) => words(context).subject,
  preheader: ({ props, locale }) => ADVICE[language(locale)][props.reads].preheader,
  body(context) {
    const { props, links, variant } = context;
    const advice = ADVICE[language(context.locale)][props.reads];
    const { headline, intro, button, because, voucher } = words(context);
    const books = variant === 'three-books' ? advice.books : advice.books.slice(0, 1);
    return (
      <Letter context={context} preheader={advice.preheader} headline={headline} because={because}>
        <Greeting context={context} />
        <Paragraph>{intro(props.store)}</Paragraph>
        <Points points={books} />
        <Action href={links['reserve']}>{button}</Action>
        <Panel label={voucher.label} title={voucher.title}>
          {voucher.text}
        </Panel>
        <Signature context={context} from={`${brand.name}, ${props.store}`} />
      </Letter>
    );
  },
};

function words({ locale, variant }: MessageContext<Props>) {
  return WORDS[language(locale)][variant === 'three-books' ? 'three-books' : 'one-book'];
}
