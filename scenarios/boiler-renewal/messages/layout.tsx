import { Container } from '@react-email/container';
import { Head } from '@react-email/head';
import { Html } from '@react-email/html';
import { Preview } from '@react-email/preview';
import { Text } from '@react-email/text';
import type { ReactNode } from 'react';
import type { MessageContext } from '../../content/index.ts';
import { Cell, language, typeset } from '../../kit/index.ts';
import { brand } from '../brand.ts';
import { adaptations, ember, muted, page, paper, pine, sans, serif } from './look.ts';

const WORDS = {
  fr: {
    mail: `Vous recevez ce message car vous avez accepté que ${brand.name} vous écrive.`,
    social: `Vous recevez cette invitation car vous avez accepté que ${brand.name} vous en envoie.`,
    unsubscribe: 'Ne plus recevoir ces messages',
  },
  en: {
    mail: `You are getting this because you agreed that ${brand.name} may write to you.`,
    social: `You are getting this invitation because you agreed that ${brand.name} may send you some.`,
    unsubscribe: 'Stop these messages',
  },
};

const smallPrint = { fontFamily: sans, fontSize: 12.5, lineHeight: '19px', color: muted, textAlign: 'center' } as const;

interface Props {
  readonly context: MessageContext<object>;
  readonly preheader: string;
  /** Which consent the mail rests on. */
  readonly because: 'mail' | 'social';
  readonly headline: string;
  readonly children: ReactNode;
}

/** What all mails of the brand share: its name above, the letter, and below who writes, why, and how to make it stop. */
export function Layout({ context, preheader, because, headline, children }: Props) {
  const spoken = language(context.locale);
  const words = WORDS[spoken];
  return (
    <Html lang={spoken}>
      <Head>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style>{adaptations}</style>
      </Head>
      {/* Not react-email's Body: it paints an inner cell that the night colours can't reach. Some mailboxes drop the body, hence the cell. */}
      <body className="page" style={{ margin: 0, padding: 0, backgroundColor: page }}>
        <Preview>{typeset(preheader)}</Preview>
        <Cell className="page column" style={{ padding: '36px 16px 44px', backgroundColor: page }}>
          <Container style={{ maxWidth: 600 }}>
            <Text className="name" style={{ margin: '0 0 22px', fontFamily: serif, fontSize: 25, lineHeight: '30px', letterSpacing: '-0.01em', color: pine, textAlign: 'center' }}>
              {brand.name}
              <span className="spark" data-skip-in-text="true" style={{ color: ember }}>.</span>
              <span className="quiet" data-skip-in-text="true" style={{ display: 'block', fontFamily: sans, fontSize: 12, lineHeight: '18px', letterSpacing: '0.04em', color: muted }}>
                {brand.claim[spoken]}
              </span>
            </Text>
            <Cell className="letter inset" style={{ padding: '44px 52px 48px', backgroundColor: paper, borderTop: `4px solid ${ember}`, borderRadius: 4 }}>
              <h1 className="ink headline" style={{ margin: '0 0 26px', fontFamily: serif, fontWeight: 400, fontSize: 33, lineHeight: '40px', letterSpacing: '-0.015em', color: pine }}>
                {typeset(headline)}
              </h1>
              {children}
            </Cell>
            <Text className="quiet" style={{ ...smallPrint, margin: '26px 20px 0' }}>
              {words[because]}
              <br />
              <a className="quiet" href={context.unsubscribe} style={{ color: muted, textDecoration: 'underline' }}>
                {words.unsubscribe}
              </a>
            </Text>
            <Text className="quiet" style={{ ...smallPrint, margin: '12px 20px 0' }}>
              {brand.address}
            </Text>
          </Container>
        </Cell>
      </body>
    </Html>
  );
}
