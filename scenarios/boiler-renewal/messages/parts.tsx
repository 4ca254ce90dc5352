import { Button } from '@react-email/button';
import { Link } from '@react-email/link';
import { Text } from '@react-email/text';
import { Cell, language, typeset } from '../../kit/index.ts';
import { brand } from '../brand.ts';
import type { MessageContext } from '../../content/index.ts';
import { ember, ink, line, muted, page, pine, sans, serif } from './look.ts';

const paragraph = { margin: '0 0 18px', fontFamily: serif, fontSize: 17.5, lineHeight: '28px', color: ink };

export function Paragraph({ children }: { children: string }) {
  return (
    <Text className="ink" style={paragraph}>
      {typeset(children)}
    </Text>
  );
}

/** Greets by first name, as the personal page does, or by nothing when we don't know it. */
export function Greeting({ context }: { context: MessageContext<object> }) {
  const hello = language(context.locale) === 'fr' ? 'Bonjour' : 'Hello';
  const { firstName } = context.person;
  return <Paragraph>{firstName ? `${hello} ${firstName},` : `${hello},`}</Paragraph>;
}

/** The one thing that the mail asks for. */
export function Action({ href, children }: { href: string | undefined; children: string }) {
  return (
    <Text style={{ margin: '32px 0' }}>
      <Button className="button" href={href} style={{ backgroundColor: ember, borderRadius: 999, padding: '15px 30px', fontFamily: sans, fontSize: 16, lineHeight: '20px', fontWeight: 600, color: '#ffffff', textDecoration: 'none' }}>
        {children}
      </Button>
    </Text>
  );
}

export function Signature({ context, store }: { context: MessageContext<object>; store?: string }) {
  const [closing, team] = language(context.locale) === 'fr' ? ['Bien à vous,', 'L’équipe'] : ['Yours,', 'The team at'];
  return (
    <Text className="ink" style={{ ...paragraph, margin: '32px 0 0' }}>
      {closing}
      <br />
      <em>{`${team} ${brand.name}${store ? ` ${store}` : ''}`}</em>
    </Text>
  );
}

/** Numbered points: what happens, in order. */
export function Steps({ steps }: { steps: readonly (readonly [title: string, text: string])[] }) {
  return (
    <table role="presentation" width="100%" cellPadding={0} cellSpacing={0} style={{ margin: '8px 0 6px', borderCollapse: 'collapse' }}>
      <tbody>
        {steps.map(([title, text], index) => (
          <tr key={title}>
            <td className="rule" style={{ padding: '13px 0 16px', borderTop: `1px solid ${line}` }}>
              <div className="ink" style={{ fontFamily: serif, fontSize: 19.5, lineHeight: '34px', color: pine }}>
                <span className="mark" style={{ display: 'inline-block', width: 40, fontSize: 29, color: ember }}>{`${index + 1}.`}</span> {title}
              </div>
              <div className="quiet" style={{ margin: '0 0 0 45px', fontFamily: sans, fontSize: 15, lineHeight: '23px', color: muted }}>
                {typeset(text)}
              </div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A voucher to cut out, as far as a mail can show one. */
export function Voucher({ title, text, href, label }: { title: string; text: string; href: string | undefined; label: string }) {
  return (
    <Cell className="panel rule" style={{ padding: '20px 24px 21px', backgroundColor: page, border: `1px dashed ${ember}`, borderRadius: 10 }}>
      <div className="ink" style={{ fontFamily: serif, fontSize: 20, lineHeight: '27px', color: pine }}>
        {title}
      </div>
      <div className="quiet" style={{ margin: '2px 0 9px', fontFamily: sans, fontSize: 15, lineHeight: '23px', color: muted }}>
        {typeset(text)}
      </div>
      <Link className="mark" href={href} style={{ fontFamily: sans, fontSize: 15, lineHeight: '23px', fontWeight: 600, color: '#b33a23', textDecoration: 'underline' }}>
        {label}
      </Link>
    </Cell>
  );
}
