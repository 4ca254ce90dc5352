import type { Language } from '../../kit/language.ts';
import type { MailLook } from '../../kit/mail-look.ts';
import { mailParts } from '../../kit/mail-parts.tsx';
import { brand, colours } from '../brand.ts';

const sans = "'Helvetica Neue', Helvetica, Arial, sans-serif";
const serif = "Georgia, Gelasio, 'Times New Roman', serif";
const { leaf, carrot, ink, cream, muted, line, straw } = colours;

/** The name between two rules, as on a crate. */
function Masthead({ speech }: { speech: Language }) {
  return (
    <table role="presentation" width="100%" cellPadding={0} cellSpacing={0} style={{ borderCollapse: 'separate' }}>
      <tbody>
        <tr>
          <td style={{ padding: '20px 30px 18px', backgroundColor: leaf, borderBottom: `6px solid ${carrot}`, fontFamily: serif, color: '#ffffff', textAlign: 'center' }}>
            <div style={{ fontSize: 26, lineHeight: '32px' }}>{brand.name}</div>
            <div data-skip-in-text="true" style={{ marginTop: 3, fontFamily: sans, fontSize: 13, lineHeight: '19px', color: '#d5e3d2' }}>{brand.claim[speech]}</div>
          </td>
        </tr>
      </tbody>
    </table>
  );
}

const look: MailLook = {
  brand,
  colours: { page: cream, paper: '#fffefa', ink, heading: leaf, muted, accent: '#b8430f', line, panel: straw },
  night: { page: '#12160f', paper: '#1b2118', ink: '#edf0e4', muted: '#a9b29f', accent: '#f39a63', line: '#343d2e', panel: '#2a3123' },
  faces: { heading: serif, body: sans, small: sans },
  heading: { fontWeight: 400 },
  button: { borderRadius: 999 },
  masthead: (speech) => <Masthead speech={speech} />,
};

/** The parts of the co-operative's mails. */
export const { Letter, Paragraph, Greeting, Action, Aside, Panel, Points, Signature } = mailParts(look);

/** Who signs. */
export const growers = { fr: 'Les maraîchers d’Ormeval', en: 'The growers of Ormeval' } as const;

/** Why people get these mails. */
export const because = {
  fr: (area: string) => `Vous recevez ce message car vous avez répondu à notre prospectus (${area}).`,
  en: (area: string) => `You are getting this because you answered our leaflet (${area}).`,
} as const;
