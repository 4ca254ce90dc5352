import { pageStyles } from '../../kit/index.ts';
import { colours } from '../brand.ts';

const sans = 'system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif';
const { cobalt, sun, ink, sky, muted, line } = colours;

/** The look of the house's pages: cobalt, a yellow road, plain letters. */
export const styles = `${pageStyles({
  page: sky,
  card: '#ffffff',
  ink,
  heading: cobalt,
  muted,
  line,
  hero: { ground: cobalt, text: '#ffffff' },
  accent: sun,
  onAccent: ink,
  accentHover: '#f4b90c',
  chosen: '#f2f5ff',
  alert: '#b3261e',
  headingFace: `"Avenir Next","Helvetica Neue",Inter,${sans}`,
  bodyFace: sans,
  radius: 14,
})}
h1,h2{font-weight:800;letter-spacing:-.025em}
.hero-inner{padding-bottom:206px}
.bicycle{position:absolute;right:50%;bottom:66px;width:200px;transform:translateX(50%);overflow:visible}
.cart dl{margin:0 0 20px}
.cart dl div{display:flex;justify-content:space-between;gap:16px;padding:11px 0;border-top:1px solid ${line}}
.cart dl div:first-child{border:0;padding-top:0}
.cart dt{color:${muted}}
.cart dd{margin:0;font-weight:700;text-align:right}
@media (min-width:860px){.hero-inner{padding-bottom:150px}.bicycle{right:60px;transform:none;width:300px;bottom:85px}}
`;
