import { consentStyles } from './consent-styles.ts';
import { slotStyles } from './slot-styles.ts';

/** How a brand's pages look: colours (`#rrggbb`), faces and the roundness of corners. System faces, so that nothing is loaded. */
export interface PageLook {
  readonly page: string;
  readonly card: string;
  readonly ink: string;
  readonly heading: string;
  readonly muted: string;
  readonly line: string;
  readonly hero: { readonly ground: string; readonly text: string };
  readonly accent: string;
  /** Text on the accent. */
  readonly onAccent: string;
  readonly accentHover: string;
  /** Ground of the answer that is chosen. */
  readonly chosen: string;
  readonly alert: string;
  readonly headingFace: string;
  readonly bodyFace: string;
  /** Pixels. */
  readonly radius: number;
}

/** The styles that the pages of the kit's parts share, in a brand's look: phone first, two columns from 860 px. */
export function pageStyles(look: PageLook): string {
  const { hero } = look;
  const button = Math.round(look.radius * 0.8);
  return `
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:${look.page};color:${look.ink};font:17px/1.5 ${look.bodyFace}}
h1,h2,.gives,.code{font-family:${look.headingFace};text-wrap:balance}
p{margin:0 0 .75em}
a{color:${look.heading}}
:focus-visible{outline:3px solid ${look.accent};outline-offset:3px;border-radius:4px}
.hero{position:relative;overflow:hidden;background:${hero.ground};color:${hero.text}}
.hero-inner{position:relative;max-width:1000px;margin:0 auto;padding:20px 20px 108px}
.brand{display:flex;flex-wrap:wrap;align-items:baseline;gap:2px 12px;margin:0 0 28px}
.brand-name{font:700 18px/1.3 ${look.headingFace}}
.brand-claim{font-size:13.5px;opacity:.85}
h1{font-size:clamp(33px,9vw,52px);line-height:1.08;margin:0 0 .3em;max-width:13em;overflow-wrap:anywhere}
.lead{font-size:18px;max-width:23em;margin:0}
main{display:grid;gap:18px;max-width:1000px;margin:-68px auto 0;padding:0 14px;position:relative;z-index:2}
.card,.ticket{background:${look.card};border-radius:${look.radius}px;padding:22px 20px;box-shadow:0 1px 0 ${look.line},0 8px 26px rgba(20,20,30,.09);align-self:start}
.card h2,.ticket h2{font-size:24px;line-height:1.2;margin:0 0 .6em;color:${look.heading}}
.card>:last-child{margin-bottom:0}
fieldset{border:0;margin:0 0 22px;padding:0;min-width:0}
legend{font-weight:700;padding:0;margin-bottom:10px}
.choices{display:grid;gap:9px}
.choice{display:flex;gap:13px;align-items:center;min-height:54px;padding:11px 15px;border:2px solid ${look.line};border-radius:${button}px;cursor:pointer;transition:border-color .15s,background-color .15s}
.choice:hover{border-color:${look.muted}}
.choice input{appearance:none;flex:none;width:24px;height:24px;margin:0;border:2px solid ${look.muted};border-radius:50%;background:#fff}
.choice input:checked{border:8px solid ${look.heading}}
.choice:has(input:checked){border-color:${look.heading};background:${look.chosen}}
.choice:has(input:focus-visible){outline:3px solid ${look.accent};outline-offset:2px}
.choice-text{display:flex;flex-direction:column}
.choice-label{font-weight:650;line-height:1.3}
.choice-hint{font-size:15px;line-height:1.35;color:${look.muted}}
button,.button{display:block;width:100%;min-height:54px;border:0;border-radius:${button}px;padding:14px 18px;font:inherit;font-weight:700;text-align:center;text-decoration:none;cursor:pointer;background:${look.accent};color:${look.onAccent}}
button:hover,.button:hover{background:${look.accentHover}}
.quiet-button{display:block;border:2px solid ${look.heading};border-radius:${button}px;color:${look.heading};padding:12px 18px;font-weight:700;text-align:center;text-decoration:none}
.quiet-button:hover{background:${look.chosen}}
.hint{font-size:14.5px;color:${look.muted};text-align:center;margin:10px 0 0}
.alert{border:2px solid ${look.alert};border-radius:${button}px;padding:12px 14px;font-weight:600}
.problem{color:${look.alert};font-weight:600;margin:0 0 8px}
.ticket{text-align:center;border-top:8px solid ${look.accent};padding:22px 20px 24px}
.ticket h2{font:700 15px/1.3 ${look.bodyFace};color:${look.muted};margin:0 0 6px}
.gives{font-size:25px;line-height:1.22;font-weight:700;color:${look.heading};margin:0 0 18px}
.code-label{font-size:14px;color:${look.muted};margin:0 0 6px}
.code{display:inline-block;font-size:clamp(26px,7.6vw,38px);line-height:1.2;font-weight:700;letter-spacing:.04em;color:${look.heading};white-space:nowrap;user-select:all;border:2px dashed ${look.muted};border-radius:${button}px;padding:10px 14px;margin:0 0 16px}
.barcode{display:block;width:min(330px,100% + 24px);margin:0 calc((100% - min(330px,100% + 24px))/2) 16px}
.how{font-size:15.5px;color:${look.muted};margin:0}
footer{max-width:1000px;margin:26px auto 0;padding:0 20px 34px;font-size:14px;color:${look.muted}}
footer p{margin:0 0 .4em}
footer a{color:inherit}
${consentStyles({ ...look, radius: button })}${slotStyles(look)}@media (prefers-reduced-motion:reduce){.choice{transition:none}}
@media (min-width:860px){
.hero-inner{padding:30px 30px 136px}
.brand{margin-bottom:42px}
.lead{font-size:20px}
main{grid-template-columns:1fr 1fr;gap:24px;padding:0 30px;margin-top:-88px}
.card,.ticket{padding:30px}
footer{padding:0 30px 40px}
}
`;
}
