import { Button } from '@react-email/button';
import { Container } from '@react-email/container';
import { Head } from '@react-email/head';
import { Html } from '@react-email/html';
import { Preview } from '@react-email/preview';
import { Text } from '@react-email/text';
import type { CSSProperties } from 'react';
import type { EmailMessage, MessageContext, PageBrand } from '../../scenarios/content/index.ts';
import { Cell, language, typeset } from '../../scenarios/kit/index.ts';

interface Props {
  readonly brand: PageBrand;
  /** What was agreed to, word for word. */
  readonly agreed: readonly string[];
}

const COPY = {
  fr: {
    subject: (brand: string) => `Confirmez votre adresse pour ${brand}`,
    preheader: 'Un clic, et c’est fait. Le lien est bon sept jours.',
    headline: 'Plus qu’un clic',
    lead: (brand: string) => `Sur votre page personnelle, vous avez laissé cette adresse e-mail à ${brand}, et dit oui à ceci :`,
    button: 'Confirmer mon adresse',
    until: 'Le lien est bon sept jours. Il ouvre une page où un bouton confirme ; rien ne change avant.',
    notYou: 'Ce n’était pas vous ? Supprimez ce message : sans confirmation, nous n’écrirons pas à cette adresse.',
  },
  en: {
    subject: (brand: string) => `Confirm your address for ${brand}`,
    preheader: 'One click and it is done. The link is good for seven days.',
    headline: 'Just one click',
    lead: (brand: string) => `On your personal page you left this email address with ${brand}, and said yes to this:`,
    button: 'Confirm my address',
    until: 'The link is good for seven days. It opens a page where a button confirms; nothing changes before that.',
    notYou: 'It was not you? Delete this message: without confirmation we will not write to this address.',
  },
} as const;

/** Asks whoever reads a mailbox whether it was they who gave its address; in no brand's colours, by its name. It sells nothing and greets nobody: it may have come to a stranger. */
export const confirmationMail: EmailMessage<'email', Props> = {
  medium: 'email',
  purpose: 'service',
  cost: 0,
  sample: { brand: { name: 'Librairie du Passage', address: '4 passage des Relieurs, 00310 Montclairval', email: 'bonjour@passage.example', shop: 'https://www.passage.example' }, agreed: ['J’accepte de recevoir la lettre des libraires par e-mail.'] },
  links: { confirm: { url: '' } },
  subject: ({ props, locale }) => COPY[language(locale)].subject(props.brand.name),
  preheader: ({ locale }) => COPY[language(locale)].preheader,
  body: (context) => <ConfirmationMail context={context} />,
};

const face = 'Helvetica, Arial, sans-serif';
const text: CSSProperties = { margin: '0 0 18px', fontFamily: face, fontSize: 16.5, lineHeight: '26px', color: '#1d2320' };
const small: CSSProperties = { ...text, fontSize: 14, lineHeight: '21px', color: '#535c56' };
const night = '@media (prefers-color-scheme:dark){.page{background-color:#141a17!important}.letter{background-color:#1f2723!important}.ink{color:#f0f3f0!important}.quiet{color:#b4bdb7!important}.words{background-color:#2a352f!important;color:#f0f3f0!important}}';

function ConfirmationMail({ context }: { context: MessageContext<Props> }) {
  const { brand, agreed } = context.props;
  const speech = language(context.locale);
  const copy = COPY[speech];
  const set = speech === 'fr' ? typeset : (plain: string): string => plain;
  return (
    <Html lang={speech}>
      <Head>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style>{night}</style>
      </Head>
      <body className="page" style={{ margin: 0, padding: 0, backgroundColor: '#eef1ec' }}>
        <Preview>{set(copy.preheader)}</Preview>
        <Cell className="page" style={{ padding: '32px 16px 44px', backgroundColor: '#eef1ec' }}>
          <Container style={{ maxWidth: 560 }}>
            <Text className="ink" style={{ ...text, fontWeight: 700, textAlign: 'center' }}>
              {brand.name}
            </Text>
            <Cell className="letter" style={{ padding: '36px 32px 28px', backgroundColor: '#ffffff', borderRadius: 16 }}>
              <h1 className="ink" style={{ ...text, fontSize: 28, lineHeight: '34px', fontWeight: 700 }}>
                {set(copy.headline)}
              </h1>
              <Text className="ink" style={text}>
                {set(copy.lead(brand.name))}
              </Text>
              {agreed.map((words) => (
                <Cell key={words} className="words" style={{ padding: '14px 18px', backgroundColor: '#f1f4f0', borderLeft: '4px solid #23543f', fontFamily: face, fontSize: 16, lineHeight: '24px', color: '#1d2320' }}>
                  {set(words)}
                </Cell>
              ))}
              <Button href={context.links['confirm']} style={{ margin: '24px 0', padding: '15px 30px', borderRadius: 12, backgroundColor: '#23543f', fontFamily: face, fontSize: 16, fontWeight: 600, color: '#ffffff' }}>
                {copy.button}
              </Button>
              <Text className="quiet" style={small}>
                {set(copy.until)}
              </Text>
              <Text className="quiet" style={{ ...small, margin: 0 }}>
                {set(copy.notYou)}
              </Text>
            </Cell>
            <Text className="quiet" style={{ ...small, fontSize: 12.5, textAlign: 'center', marginTop: 18 }}>
              {brand.address} · {brand.email}
            </Text>
          </Container>
        </Cell>
      </body>
    </Html>
  );
}
