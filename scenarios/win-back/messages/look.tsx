import { type Language, type MailLook, mailParts } from '../../kit/index.ts';
import { brand, colours } from '../brand.ts';

const round = "'Trebuchet MS', 'Lucida Grande', Verdana, sans-serif";
const { bean, mint, leaf, foam, ink, line, crema } = colours;
/** Small print on mint: contrast 5.6 to 1. */
const muted = '#5a5a4c';

/** A round stamp beside the name, as on the bags. */
function Masthead({ speech }: { speech: Language }) {
  return (
    <table role="presentation" cellPadding={0} cellSpacing={0} style={{ borderCollapse: 'separate', margin: '14px 0 18px 16px' }}>
      <tbody>
        <tr>
          <td data-skip-in-text="true" width={58} height={58} align="center" style={{ width: 58, height: 58, backgroundColor: bean, border: `3px solid ${crema}`, borderRadius: 58, fontFamily: round, fontWeight: 700, fontSize: 25, lineHeight: '52px', color: foam, textAlign: 'center' }}>
            M
          </td>
          <td style={{ paddingLeft: 14, fontFamily: round }}>
            <div className="ink" style={{ fontWeight: 700, fontSize: 22, lineHeight: '28px', color: bean }}>{brand.name}</div>
            <div className="quiet" data-skip-in-text="true" style={{ fontSize: 13, lineHeight: '19px', color: muted }}>{brand.claim[speech]}</div>
          </td>
        </tr>
      </tbody>
    </table>
  );
}

const look: MailLook = {
  brand,
  colours: { page: mint, paper: foam, ink, heading: bean, muted, accent: leaf, line, panel: '#fbf1e4' },
  night: { page: '#10201a', paper: '#1c2a24', ink: '#f3ece3', muted: '#a9bab1', accent: '#8fd3b6', line: '#33463d', panel: '#2a2d25' },
  faces: { heading: round, body: round, small: round },
  heading: { fontWeight: 700, fontSize: 31, lineHeight: '38px', letterSpacing: '-0.01em' },
  body: { fontSize: 16, lineHeight: '27px' },
  button: { borderRadius: 999, padding: '15px 32px' },
  letter: { borderRadius: 22 },
  masthead: (speech) => <Masthead speech={speech} />,
};

/** The parts of the roaster's mails. */
export const { Letter, Paragraph, Greeting, Action, Aside, Panel, Points, Signature } = mailParts(look);

/** Why people get these mails. */
export const because = {
  fr: `Vous recevez ce message car vous avez commandé chez nous et accepté que la ${brand.name} vous écrive.`,
  en: `You are getting this because you have ordered from us and agreed that ${brand.name} may write to you.`,
} as const;

/** Who signs. */
export const counter = { fr: 'Le comptoir de la Brûlerie Montcanel', en: 'The counter at Brûlerie Montcanel' } as const;
