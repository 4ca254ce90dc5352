import type { Language } from '../../kit/language.ts';
import type { MailLook } from '../../kit/mail-look.ts';
import { mailParts } from '../../kit/mail-parts.tsx';
import { brand, colours } from '../brand.ts';

const sans = "'Helvetica Neue', Helvetica, Arial, sans-serif";
const serif = "Georgia, Gelasio, 'Times New Roman', serif";
const { navy, moon, teal, ink, mist, muted, line } = colours;

/** The name in the night, beside a moon. */
function Masthead({ speech }: { speech: Language }) {
  return (
    <table role="presentation" width="100%" cellPadding={0} cellSpacing={0} style={{ borderCollapse: 'separate' }}>
      <tbody>
        <tr>
          <td style={{ padding: '24px 34px 22px', backgroundColor: navy, borderRadius: '16px 16px 0 0', fontFamily: sans, color: '#ffffff' }}>
            <div style={{ fontFamily: serif, fontSize: 27, lineHeight: '32px' }}>
              {brand.name} <span data-skip-in-text="true" style={{ color: moon, fontSize: 19 }}>●</span>
            </div>
            <div data-skip-in-text="true" style={{ marginTop: 2, fontSize: 13, lineHeight: '19px', color: '#c9d6e6' }}>{brand.claim[speech]}</div>
          </td>
        </tr>
      </tbody>
    </table>
  );
}

const look: MailLook = {
  brand,
  colours: { page: mist, paper: '#ffffff', ink, heading: navy, muted, accent: teal, line, panel: '#fdf8ea' },
  night: { page: '#0d141c', paper: '#16202b', ink: '#e9eff4', muted: '#a3b1bd', accent: '#f4c95d', line: '#2c3a48', panel: '#202c38' },
  faces: { heading: serif, body: sans, small: sans },
  heading: { fontWeight: 400, letterSpacing: '-0.01em' },
  button: { borderRadius: 8 },
  letter: { borderRadius: '0 0 16px 16px' },
  masthead: (speech) => <Masthead speech={speech} />,
};

/** The parts of the house's mails. */
export const { Letter, Paragraph, Greeting, Action, Aside, Panel, Points, Signature } = mailParts(look);

/** Why people get these mails: a contract, not an advertisement. */
export const because = {
  fr: `Vous recevez ce message car ${brand.name} entretient votre installation. Il ne contient pas de publicité.`,
  en: `You are getting this because ${brand.name} services your installation. It holds no advertising.`,
} as const;

/** Who signs. */
export const agencyOf = { fr: (agency: string) => `L’agence ${brand.name} ${agency}`, en: (agency: string) => `The ${brand.name} agency, ${agency}` } as const;
