import { pageStyles } from '../../kit/page-styles.ts';
import { colours } from '../brand.ts';

const sans = 'system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif';
const { navy, teal, ink, mist, muted, line } = colours;

/** The look of the house's pages: a night with a moon over lit windows. */
export const styles = `${pageStyles({
  page: mist,
  card: '#ffffff',
  ink,
  heading: navy,
  muted,
  line,
  hero: { ground: navy, text: '#ffffff' },
  accent: teal,
  onAccent: '#ffffff',
  accentHover: '#085853',
  chosen: '#eef7f6',
  alert: '#b3261e',
  headingFace: '"Iowan Old Style","Palatino Linotype",Palatino,Charter,Georgia,"Noto Serif","Liberation Serif",serif',
  bodyFace: sans,
  radius: 16,
})}
h1,h2{font-weight:500;letter-spacing:-.01em}
.lead{max-width:19em}
.hero-inner{padding-bottom:126px}
.night{position:absolute;right:14px;top:14px;width:92px}
.slot .choices{grid-template-columns:1fr}
.installation dl{margin:0}
.installation dl div{display:flex;justify-content:space-between;gap:16px;padding:11px 0;border-top:1px solid ${line}}
.installation dl div:first-child{border:0;padding-top:0}
.installation dt{color:${muted}}
.installation dd{margin:0;font-weight:700;text-align:right}
@media (min-width:860px){.night{right:40px;top:36px;width:190px}.hero-inner{padding-bottom:150px}main:not(:has(.question)) .consent-form,main:not(:has(.question)) .consent-sent{grid-column:2;grid-row:1/span 2}}
`;
