import { Button } from '@react-email/button';
import { Container } from '@react-email/container';
import { Head } from '@react-email/head';
import { Html } from '@react-email/html';
import { Link } from '@react-email/link';
import { Preview } from '@react-email/preview';
import { Text } from '@react-email/text';
import type { CSSProperties, ReactNode } from 'react';
import type { MessageContext } from '../content/index.ts';
import { language } from './language.ts';
import { adaptations, type MailLook } from './mail-look.ts';
import { typeset } from './typeset.ts';

/** A block with a ground of its own. A table, since Outlook gives no other element padding and colour that can be trusted. */
export function Cell({ className, style, children }: { className: string; style: CSSProperties; children: ReactNode }) {
  return (
    <table role="presentation" width="100%" cellPadding={0} cellSpacing={0} style={{ borderCollapse: 'separate' }}>
      <tbody>
        <tr>
          <td className={className} style={style}>
            {children}
          </td>
        </tr>
      </tbody>
    </table>
  );
}

interface LetterProps {
  readonly context: MessageContext<object>;
  readonly preheader: string;
  readonly headline: string;
  /** Why the person gets it, on a line below. */
  readonly because: string;
  readonly children: ReactNode;
}

const WAY_OUT = { fr: 'Ne plus recevoir ces messages', en: 'Stop these messages' };
const CLOSING = { fr: ['Bien à vous,', 'L’équipe'], en: ['Yours,', 'The team at'] } as const;

/**
 * The parts of a brand's mails, in its look.
 *
 * @example export const { Letter, Paragraph, Greeting, Action } = mailParts(look);
 */
export function mailParts(look: MailLook) {
  const { brand, colours, faces } = look;
  const paragraph: CSSProperties = { margin: '0 0 18px', fontFamily: faces.body, fontSize: 16.5, lineHeight: '26px', color: colours.ink, ...look.body };
  const small: CSSProperties = { fontFamily: faces.small, fontSize: 12.5, lineHeight: '19px', color: colours.muted, textAlign: 'center' };
  const heading: CSSProperties = { margin: '0 0 24px', fontFamily: faces.heading, fontSize: 32, lineHeight: '39px', color: colours.heading, ...look.heading };
  const button: CSSProperties = { backgroundColor: colours.accent, padding: '15px 30px', fontFamily: faces.small, fontSize: 16, lineHeight: '20px', fontWeight: 600, color: '#ffffff', textDecoration: 'none', ...look.button };

  /** What all mails of the brand share: its name above, the letter, and below who writes, why, and how to make it stop. */
  function Letter({ context, preheader, headline, because, children }: LetterProps) {
    const speech = language(context.locale);
    return (
      <Html lang={speech}>
        <Head>
          <meta name="color-scheme" content="light dark" />
          <meta name="supported-color-schemes" content="light dark" />
          <style>{adaptations(look)}</style>
        </Head>
        {/* Not react-email's Body: it paints an inner cell that the night colours can't reach. Some mailboxes drop the body, hence the cell. */}
        <body className="page" style={{ margin: 0, padding: 0, backgroundColor: colours.page }}>
          <Preview>{typeset(preheader)}</Preview>
          <Cell className="page column" style={{ padding: '32px 16px 44px', backgroundColor: colours.page }}>
            <Container style={{ maxWidth: 600 }}>
              {look.masthead(speech)}
              <Cell className="letter inset" style={{ padding: '42px 52px 46px', backgroundColor: colours.paper, ...look.letter }}>
                <h1 className="ink headline" style={heading}>
                  {typeset(headline)}
                </h1>
                {children}
              </Cell>
              <Text className="quiet" style={{ ...small, margin: '24px 20px 0' }}>
                {typeset(because)}
                <br />
                <a className="quiet" href={context.unsubscribe} style={{ color: colours.muted, textDecoration: 'underline' }}>
                  {WAY_OUT[speech]}
                </a>
              </Text>
              <Text className="quiet" style={{ ...small, margin: '12px 20px 0' }}>
                {brand.address}
              </Text>
            </Container>
          </Cell>
        </body>
      </Html>
    );
  }

  function Paragraph({ children }: { children: string }) {
    return (
      <Text className="ink" style={paragraph}>
        {typeset(children)}
      </Text>
    );
  }

  /** Greets by first name, as the personal page does, or by nothing when we don't know it. */
  function Greeting({ context }: { context: MessageContext<object> }) {
    const hello = language(context.locale) === 'fr' ? 'Bonjour' : 'Hello';
    const { firstName } = context.person;
    return <Paragraph>{firstName ? `${hello} ${firstName},` : `${hello},`}</Paragraph>;
  }

  /** The one thing that the mail asks for. */
  function Action({ href, children }: { href: string | undefined; children: string }) {
    return (
      <Text style={{ margin: '30px 0' }}>
        <Button className="button" href={href} style={button}>
          {children}
        </Button>
      </Text>
    );
  }

  /** A second way, quieter than the action. */
  function Aside({ text, href, label }: { text: string; href: string | undefined; label: string }) {
    return (
      <Text className="quiet" style={{ ...paragraph, fontFamily: faces.small, fontSize: 15, lineHeight: '23px', color: colours.muted }}>
        {typeset(text)}{' '}
        <Link className="mark" href={href} style={{ color: colours.heading, textDecoration: 'underline' }}>
          {label}
        </Link>
      </Text>
    );
  }

  /** Something to keep: a voucher or an appointment. */
  function Panel({ label, title, children }: { label: string; title: string; children: string }) {
    return (
      <Cell className="panel rule" style={{ padding: '20px 24px 22px', backgroundColor: colours.panel, border: `1.5px dashed ${colours.accent}`, borderRadius: 10 }}>
        <div className="quiet" style={{ fontFamily: faces.small, fontSize: 13, lineHeight: '20px', color: colours.muted }}>
          {typeset(label)}
        </div>
        <div className="ink" style={{ ...heading, margin: '2px 0 6px', fontSize: 24, lineHeight: '31px' }}>
          {typeset(title)}
        </div>
        <div className="quiet" style={{ fontFamily: faces.small, fontSize: 15, lineHeight: '23px', color: colours.muted }}>
          {typeset(children)}
        </div>
      </Cell>
    );
  }

  /** Points, each with a title. */
  function Points({ points }: { points: readonly (readonly [title: string, text: string])[] }) {
    return (
      <table role="presentation" width="100%" cellPadding={0} cellSpacing={0} style={{ margin: '6px 0 8px', borderCollapse: 'collapse' }}>
        <tbody>
          {points.map(([title, text]) => (
            <tr key={title}>
              <td className="rule" style={{ padding: '13px 0 15px', borderTop: `1px solid ${colours.line}` }}>
                <div className="ink" style={{ ...heading, margin: 0, fontSize: 18, lineHeight: '27px' }}>
                  {typeset(title)}
                </div>
                <div className="quiet" style={{ fontFamily: faces.small, fontSize: 15, lineHeight: '23px', color: colours.muted }}>
                  {typeset(text)}
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    );
  }

  function Signature({ context, from }: { context: MessageContext<object>; from?: string }) {
    const [closing, team] = CLOSING[language(context.locale)];
    return (
      <Text className="ink" style={{ ...paragraph, margin: '30px 0 0' }}>
        {closing}
        <br />
        <strong>{from ?? `${team} ${brand.name}`}</strong>
      </Text>
    );
  }

  return { Letter, Paragraph, Greeting, Action, Aside, Panel, Points, Signature };
}
