import { pageStyles } from '../../kit/index.ts';
import { colours } from '../brand.ts';

const serif = '"Hoefler Text","Baskerville",Garamond,"Palatino Linotype",Georgia,"Noto Serif","Liberation Serif",serif';
const sans = '"Gill Sans","Gill Sans MT",Calibri,"Segoe UI",system-ui,sans-serif';
const { aubergine, rose, blush, ivory, ink, muted, line, lamp, brick } = colours;

/** The look of the house: rose and aubergine, slanted letters, square corners, a lamp that is on. */
export const styles = `${pageStyles({
  page: blush,
  card: ivory,
  ink,
  heading: aubergine,
  muted,
  line,
  hero: { ground: rose, text: aubergine },
  accent: aubergine,
  onAccent: '#fffaf4',
  accentHover: '#5a2f54',
  chosen: '#fdeee7',
  alert: brick,
  headingFace: serif,
  bodyFace: sans,
  radius: 3,
})}
h1,h2,.gives{font-style:italic;font-weight:400}
h1{max-width:9.500em;position:relative;z-index:1}
.brand-name{font-style:italic;font-weight:400;font-size:21px}
.lead{position:relative;z-index:1;max-width:14em}
.lamp{position:absolute;right:2px;top:-26px;width:150px;overflow:visible}
.hero-inner{padding-right:112px;min-height:300px}
.map{display:block;width:100%;height:auto;margin:0 0 18px;border:1px solid ${line}}
.address{font:italic 21px/1.35 ${serif};color:${aubergine};margin:0 0 14px}
.address span{display:block;font:15.5px/1.4 ${sans};color:${muted}}
.ways{margin:0 0 20px}
.ways div{display:grid;grid-template-columns:6.500em 1fr;gap:10px;padding:9px 0;border-top:1px solid ${line}}
.ways dt{color:${muted}}
.ways dd{margin:0}
.noted{border-left:5px solid ${lamp}}
.noted .when{font:italic 25px/1.3 ${serif};color:${aubergine};margin:0 0 6px}
.ticket{border-top-color:${lamp}}
.code{border-color:${brick}}
@media (min-width:860px){.hero-inner{padding-right:300px;min-height:360px}.lamp{right:70px;width:220px}.lead{max-width:22em}main:has(.noted){grid-template-rows:auto auto auto 1fr}.noted~.place{grid-column:2;grid-row:1/span 4}.noted~form,.noted~.consent-sent{grid-column:1}}
`;
