import { type Language, type MailLook, mailParts } from '../../kit/index.ts';
import { brand, colours } from '../brand.ts';

const sans = "'Helvetica Neue', Helvetica, Arial, sans-serif";
const { cobalt, sun, ink, sky, muted, line } = colours;

/** The name on a field of cobalt, and under it the dashes of a road. */
function Masthead({ speech }: { speech: Language }) {
  return (
    <table role="presentation" width="100%" cellPadding={0} cellSpacing={0} style={{ borderCollapse: 'separate' }}>
      <tbody>
        <tr>
          <td style={{ padding: '26px 30px 20px', backgroundColor: cobalt, borderRadius: '14px 14px 0 0', fontFamily: sans, color: '#ffffff' }}>
            <div style={{ fontSize: 25, lineHeight: '30px', fontWeight: 800, letterSpacing: '-0.02em' }}>{brand.name}</div>
            <div data-skip-in-text="true" style={{ marginTop: 3, fontSize: 13, lineHeight: '19px', color: '#d6def8' }}>{brand.claim[speech]}</div>
            <table data-skip-in-text="true" role="presentation" width="100%" cellPadding={0} cellSpacing={0} style={{ margin: '17px 0 0' }}>
              <tbody>
                <tr>
                  <td height={1} style={{ height: 1, fontSize: 1, lineHeight: '1px', borderTop: `4px dashed ${sun}` }}>&nbsp;</td>
                </tr>
              </tbody>
            </table>
          </td>
        </tr>
      </tbody>
    </table>
  );
}

const look: MailLook = {
  brand,
  colours: { page: sky, paper: '#ffffff', ink, heading: cobalt, muted, accent: sun, line, panel: '#fff8df' },
  night: { page: '#0d1226', paper: '#161d38', ink: '#eef1fb', muted: '#a6aecb', accent: sun, line: '#2f3960', panel: '#232b4d' },
  faces: { heading: sans, body: sans, small: sans },
  heading: { fontWeight: 800, letterSpacing: '-0.025em' },
  button: { color: ink, fontWeight: 700, borderRadius: 10 },
  letter: { borderRadius: '0 0 14px 14px' },
  masthead: (speech) => <Masthead speech={speech} />,
};

/** The parts of the house's mails. */
export const { Letter, Paragraph, Greeting, Action, Aside, Panel, Points, Signature } = mailParts(look);

/** Who signs. */
export const workshop = { fr: 'L’atelier des Cycles Guidonel', en: 'The workshop at Cycles Guidonel' } as const;

/** Why people get these mails. */
export const because = {
  fr: `Vous recevez ce message car vous avez laissé un panier chez ${brand.name} et accepté que nous vous écrivions.`,
  en: `You are getting this because you left a cart with ${brand.name} and agreed that we may write to you.`,
} as const;
