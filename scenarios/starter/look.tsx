import { Text } from '@react-email/text';
import type { Cmyk } from '../content/index.ts';
import { mailParts } from '../kit/mail-parts.tsx';
import { pageStyles } from '../kit/page-styles.ts';
import { brand } from './brand.ts';

const serif = "Georgia, Gelasio, 'Times New Roman', serif";
const sans = "'Helvetica Neue', Helvetica, Arial, sans-serif";
const [night, cream, brick, ink, grey] = ['#1f2f46', '#f7f1e5', '#b4432f', '#24262b', '#625f59'];

/** The brand's colours in printing inks. */
export const INK = { night: [0.88, 0.68, 0.36, 0.46], brick: [0.1, 0.8, 0.82, 0.12], paper: [0, 0, 0, 0] } as const satisfies Record<string, Cmyk>;

/** The parts of the brand's mails. */
export const { Letter, Paragraph, Greeting, Points, Panel, Action, Signature } = mailParts({
  brand,
  colours: { page: cream, paper: '#fffdf8', ink, heading: night, muted: grey, accent: brick, line: '#e6dccb', panel: '#fbf5e9' },
  night: { page: '#12151b', paper: '#1b2029', ink: '#ece6da', muted: '#a3a39e', accent: '#ef9a86', line: '#353c48', panel: '#232a35' },
  faces: { heading: serif, body: serif, small: sans },
  heading: { fontWeight: 400 },
  button: { borderRadius: 6 },
  letter: { borderTop: `4px solid ${brick}`, borderRadius: 4 },
  masthead: (speech) => (
    <Text className="ink" style={{ margin: '0 0 22px', fontFamily: serif, fontSize: 24, lineHeight: '30px', color: night, textAlign: 'center' }}>
      {brand.name}
      <span className="quiet" style={{ display: 'block', fontFamily: sans, fontSize: 12, lineHeight: '18px', color: grey }}>
        {brand.claim[speech]}
      </span>
    </Text>
  ),
});

/** The look of the brand's pages. */
export const styles = pageStyles({
  ...{ page: cream, card: '#fffdf8', ink, heading: night, muted: grey, line: '#e2d8c6' },
  hero: { ground: night, text: '#fbf6ec' },
  ...{ accent: brick, onAccent: '#ffffff', accentHover: '#963624', chosen: '#f3ebdc', alert: '#a3271b' },
  ...{ headingFace: serif, bodyFace: "system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif", radius: 14 },
});
