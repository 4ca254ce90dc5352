import { Body, Container, Head, Html, Preview, Section, Text } from '@react-email/components';
import type { ReactNode } from 'react';
import type { MessageContext } from '../../content/index.ts';
import { brand, language } from '../brand.ts';
import { adaptations, ember, ink, muted, page, paper, pine, sans, serif } from './look.ts';
import { typeset } from './parts.tsx';

const WORDS = {
  fr: {
    mail: `Vous recevez ce message parce que vous avez accepté que ${brand.name} vous écrive à cette adresse.`,
    social: `Vous recevez cette invitation parce que vous avez accepté que ${brand.name} vous parle de ses réseaux.`,
    unsubscribe: 'Ne plus recevoir ces messages',
  },
  en: {
    mail: `You are getting this because you agreed that ${brand.name} may write to this address.`,
    social: `You are getting this invitation because you agreed that ${brand.name} may tell you about its pages.`,
    unsubscribe: 'Stop these messages',
  },
};

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
      <Preview>{typeset(preheader)}</Preview>
      <Body className="page" style={{ margin: 0, padding: 0, backgroundColor: page }}>
        <Container className="column" style={{ maxWidth: 600, padding: '36px 16px 44px' }}>
          <Text className="name" style={{ margin: '0 0 22px', fontFamily: serif, fontSize: 25, lineHeight: '30px', letterSpacing: '-0.01em', color: pine, textAlign: 'center' }}>
            {brand.name}
            <span className="spark" data-skip-in-text="true" style={{ color: ember }}>.</span>
            <span className="quiet" data-skip-in-text="true" style={{ display: 'block', fontFamily: sans, fontSize: 12, lineHeight: '18px', letterSpacing: '0.04em', color: muted }}>
              {brand.claim[spoken]}
            </span>
          </Text>
          <Section className="letter" style={{ backgroundColor: paper, borderTop: `4px solid ${ember}`, borderRadius: 4 }}>
            <tr>
              <td className="inset" style={{ padding: '44px 52px 48px', color: ink }}>
                <h1 className="ink headline" style={{ margin: '0 0 26px', fontFamily: serif, fontWeight: 400, fontSize: 33, lineHeight: '40px', letterSpacing: '-0.015em', color: pine }}>
                  {typeset(headline)}
                </h1>
                {children}
              </td>
            </tr>
          </Section>
          <Text className="quiet" style={{ margin: '26px 20px 0', fontFamily: sans, fontSize: 12.5, lineHeight: '19px', color: muted, textAlign: 'center' }}>
            {words[because]}
            <br />
            <a className="quiet" href={context.unsubscribe} style={{ color: muted, textDecoration: 'underline' }}>
              {words.unsubscribe}
            </a>
          </Text>
          <Text className="quiet" style={{ margin: '12px 20px 0', fontFamily: sans, fontSize: 12.5, lineHeight: '19px', color: muted, textAlign: 'center' }}>
            {brand.address}
          </Text>
        </Container>
      </Body>
    </Html>
  );
}
