import { type Language, type MailLook, mailParts } from '../../kit/index.ts';
import { brand, colours } from '../brand.ts';

const serif = "'Hoefler Text', 'Baskerville Old Face', Baskerville, Garamond, Georgia, 'Times New Roman', serif";
const sans = "'Gill Sans', 'Gill Sans MT', Calibri, 'Trebuchet MS', sans-serif";
const { aubergine, rose, blush, ivory, ink, muted, line, brick, lamp } = colours;

/** A part of the lamp. A table in the middle, since Outlook neither centres by margins nor keeps the size of anything else. */
function Shape({ width, height, ground, radius = 0, tint = false }: { width: number; height: number; ground: string; radius?: string | 0; tint?: boolean }) {
  return (
    <table data-skip-in-text="true" role="presentation" align="center" width={width} cellPadding={0} cellSpacing={0} style={{ borderCollapse: 'separate', width }}>
      <tbody>
        <tr>
          <td {...(tint ? { className: 'tint' } : {})} width={width} height={height} style={{ width, height, fontSize: 1, lineHeight: `${height}px`, backgroundColor: ground, borderRadius: radius }}>
            &nbsp;
          </td>
        </tr>
      </tbody>
    </table>
  );
}

/** The name in the middle, under the cord and the shade of a lamp. */
function Masthead({ speech }: { speech: Language }) {
  return (
    <table role="presentation" width="100%" cellPadding={0} cellSpacing={0} style={{ borderCollapse: 'separate', margin: '0 0 24px' }}>
      <tbody>
        <tr>
          <td align="center" style={{ fontFamily: serif, textAlign: 'center' }}>
            <Shape tint width={2} height={34} ground={aubergine} />
            <Shape tint width={58} height={29} ground={aubergine} radius="58px 58px 0 0" />
            <Shape width={22} height={9} ground={lamp} radius="0 0 22px 22px" />
            <div className="ink" style={{ margin: '16px 0 0', fontStyle: 'italic', fontSize: 29, lineHeight: '34px', color: aubergine }}>{brand.name}</div>
            <div className="quiet" data-skip-in-text="true" style={{ fontFamily: sans, fontSize: 13, lineHeight: '20px', color: muted }}>{brand.claim[speech]}</div>
          </td>
        </tr>
      </tbody>
    </table>
  );
}

const look: MailLook = {
  brand,
  colours: { page: blush, paper: ivory, ink, heading: aubergine, muted, accent: brick, line, panel: '#fdf0ea' },
  night: { page: '#1c101b', paper: '#281826', ink: '#f6e6df', muted: '#bfa9b6', accent: rose, line: '#4a3346', panel: '#362233', button: { ground: rose, text: aubergine } },
  faces: { heading: serif, body: serif, small: sans },
  heading: { fontStyle: 'italic', fontWeight: 400, fontSize: 36, lineHeight: '42px', letterSpacing: '-0.01em' },
  body: { fontSize: 18, lineHeight: '29px' },
  button: { backgroundColor: aubergine, borderRadius: 0, padding: '16px 32px', fontWeight: 400, letterSpacing: '0.02em' },
  masthead: (speech) => <Masthead speech={speech} />,
};

/** The parts of the house's mails. */
export const { Letter, Paragraph, Greeting, Action, Aside, Panel, Points, Signature } = mailParts(look);

/** Why people get these mails. */
export const because = {
  fr: `Vous recevez ce message car vous avez accepté que la ${brand.name} vous écrive.`,
  en: `You are getting this because you agreed that ${brand.name} may write to you.`,
} as const;
export const becauseAsked = {
  fr: 'Vous recevez ce message car vous nous avez demandé un rendez-vous.',
  en: 'You are getting this because you asked us for an appointment.',
} as const;

/** Who signs. */
export const team = { fr: (town: string) => `L’équipe de ${town}`, en: (town: string) => `The ${town} team` } as const;
