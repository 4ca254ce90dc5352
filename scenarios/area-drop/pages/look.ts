import { pageStyles } from '../../kit/page-styles.ts';
import { colours } from '../brand.ts';

const sans = 'system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif';
const { leaf, ink, cream, muted, line, straw } = colours;

/** The look of the co-operative's pages: green, straw, a basket. */
export const styles = `${pageStyles({
  page: cream,
  card: '#fffefa',
  ink,
  heading: leaf,
  muted,
  line,
  hero: { ground: leaf, text: '#fffdf3' },
  accent: '#b8430f',
  onAccent: '#ffffff',
  accentHover: '#94360c',
  chosen: '#fbf6e2',
  alert: '#a3290f',
  headingFace: '"Iowan Old Style","Palatino Linotype",Palatino,Charter,Georgia,"Noto Serif","Liberation Serif",serif',
  bodyFace: sans,
  radius: 16,
})}
h1,h2{font-weight:600}
.lead{max-width:21em}
.hero-inner{padding-bottom:116px}
.basket{position:absolute;right:12px;top:16px;width:84px}
.fields{display:grid;gap:14px;margin:0 0 22px}
.field{display:grid;gap:5px}
.field span{font-weight:650}
.field small{font-weight:400;color:${muted}}
.field input{width:100%;min-height:52px;border:2px solid ${line};border-radius:12px;padding:10px 14px;font:inherit;color:inherit;background:#fff}
.field input:focus-visible{outline:3px solid ${leaf};outline-offset:1px}
.pair{display:grid;grid-template-columns:1fr 1.6fr;gap:12px}
.consents{display:grid;gap:10px;margin:0 0 22px}
.consent{display:flex;gap:12px;align-items:flex-start;font-size:15.5px;line-height:1.4;cursor:pointer}
.consent input{flex:none;width:22px;height:22px;margin:0;accent-color:${leaf}}
.website{position:absolute;left:-9999px}
.steps{margin:0;padding:0;list-style:none;counter-reset:step}
.steps li{counter-increment:step;padding:12px 0 12px 46px;position:relative;border-top:1px solid ${line}}
.steps li:first-child{border:0}
.steps li:before{content:counter(step);position:absolute;left:0;top:11px;width:30px;height:30px;border-radius:50%;background:${straw};color:${leaf};font-weight:700;display:grid;place-items:center}
@media (min-width:860px){.basket{right:40px;top:34px;width:190px}.hero-inner{padding-bottom:150px}}
`;
