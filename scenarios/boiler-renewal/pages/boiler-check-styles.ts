import { consentStyles, slotStyles } from '../../kit/index.ts';
import { brand } from '../brand.ts';

const { ember, pine, sand, ink, line } = brand.colours;
/** The brand's muted grey is too pale on sand for small print (4.3 to 1); this one has 5.6 to 1. */
const muted = '#59605b';
const amber = '#f0a95b';

/** Phone first; two columns from 860 px. System fonts, so that nothing is loaded. */
export const styles = `
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:${sand};color:${ink};font:17px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
h1,h2,.advice,.code,.gives,.store-name,.visit-when{font-family:"Iowan Old Style","Palatino Linotype",Palatino,Charter,Georgia,"Noto Serif","Liberation Serif",serif;text-wrap:balance}
p{margin:0 0 .75em}
a{color:${pine}}
:focus-visible{outline:3px solid ${ember};outline-offset:3px;border-radius:4px}
.hero{position:relative;overflow:hidden;background:${pine};color:${sand}}
.hero-inner{position:relative;max-width:1000px;margin:0 auto;padding:20px 20px 112px}
.brand{display:flex;align-items:center;gap:9px;margin:0 0 30px}
.flame{width:21px;height:28px;flex:none}
.brand-name{font-weight:700;letter-spacing:.01em}
.brand-claim{font-size:13px;opacity:.85;border-left:1px solid rgba(246,239,228,.35);padding-left:9px}
h1{font-size:clamp(36px,9.5vw,54px);line-height:1.08;font-weight:600;letter-spacing:-.015em;margin:0 0 .28em;max-width:14em;overflow-wrap:anywhere;position:relative;z-index:1}
.lead{font-size:17.5px;max-width:12em;margin:0;position:relative;z-index:1}
.home{position:absolute;right:10px;bottom:63px;width:150px;height:auto}
main{display:grid;gap:18px;max-width:1000px;margin:-64px auto 0;padding:0 14px;position:relative;z-index:2}
.card,.ticket{background:#fff;border-radius:18px;padding:22px 20px;box-shadow:0 1px 0 ${line},0 10px 30px rgba(22,56,47,.10);align-self:start}
.card h2,.ticket h2{font-size:25px;line-height:1.2;font-weight:600;margin:0 0 .6em}
.age h2{font-weight:400}
.age h2 strong{font-weight:700;white-space:nowrap}
.gauge{display:block;width:100%;height:auto;margin:6px 0 14px;overflow:visible}
.gauge text{font:600 12.5px system-ui,-apple-system,"Segoe UI",Roboto,Arial,sans-serif;fill:${muted}}
.zone-young{fill:#8fb9a5}.zone-attentive{fill:${amber}}.zone-due{fill:${ember}}
.marker{fill:#fff;stroke:${pine};stroke-width:5}
.advice{font-size:20px;line-height:1.3;font-weight:600;color:${pine};margin-bottom:.35em}
.age p:last-child{margin-bottom:0}
.aside{border-left:3px solid ${amber};padding-left:12px;font-size:15.5px}
fieldset{border:0;margin:0 0 20px;padding:0;min-width:0}
legend{font-weight:700;padding:0;margin-bottom:10px}
.choices{display:grid;gap:10px}
.choice{display:flex;gap:13px;align-items:center;min-height:56px;padding:12px 15px;border:2px solid ${line};border-radius:14px;cursor:pointer;transition:border-color .15s,background-color .15s}
.choice:hover{border-color:${muted}}
.choice input{appearance:none;flex:none;width:24px;height:24px;margin:0;border:2px solid ${muted};border-radius:50%;background:#fff}
.choice input:checked{border:8px solid ${ember}}
.choice:has(input:checked){border-color:${ember};background:#fdf5f1}
.choice:has(input:focus-visible){outline:3px solid ${pine};outline-offset:2px}
.choice input:focus-visible{outline:2px solid ${pine}}
.choice-text{display:flex;flex-direction:column}
.choice-label{font-weight:650;line-height:1.3}
.choice-hint{font-size:15px;line-height:1.35;color:${muted}}
.horizon .choices{grid-template-columns:repeat(3,1fr);gap:8px}
.horizon .choice{flex-direction:column;gap:7px;padding:12px 6px;text-align:center;font-size:15.5px;justify-content:flex-start}
@supports selector(:has(a)){.stepwise:not(:has(.step-1 input:checked)):not(:has(.step-2 .problem)) .step-2{display:none}}
.step-2{animation:appear .3s ease-out}
@keyframes appear{from{opacity:0;transform:translateY(-6px)}}
@media (prefers-reduced-motion:reduce){.step-2{animation:none}.choice{transition:none}}
button,.quiet-button{display:block;width:100%;min-height:54px;border:0;border-radius:14px;padding:13px 18px;font:inherit;font-weight:700;text-align:center;cursor:pointer}
button{background:${ember};color:#fff}
button:hover{background:#ad3822}
.quiet-button{border:2px solid ${pine};color:${pine};text-decoration:none;background:transparent;min-height:50px;padding:11px 18px}
.quiet-button:hover{background:${pine};color:#fff}
.hint{font-size:14.5px;color:${muted};text-align:center;margin:10px 0 0}
.alert{background:#fdeee9;border:1px solid ${ember};border-radius:12px;padding:12px 14px;font-weight:600}
.problem{color:#a8351f;font-weight:600;margin:0 0 8px}
.ticket{padding:0;overflow:hidden}
.ticket-face{padding:24px 20px 20px;text-align:center;border-top:8px solid ${ember};border-radius:18px 18px 0 0}
.ticket h2{font:700 14px/1.3 system-ui,-apple-system,"Segoe UI",Roboto,Arial,sans-serif;letter-spacing:.02em;color:#a8351f;margin-bottom:6px}
.gives{font-size:23px;line-height:1.25;font-weight:600;margin:0 0 18px;text-wrap:balance}
.ticket-face p:last-child{margin:0;font-size:15.5px;color:${muted}}
.code-label{font-size:14px;color:${muted};margin:0 0 2px}
.code{font-size:clamp(29px,8.6vw,42px);line-height:1.2;font-weight:700;letter-spacing:.04em;color:${pine};margin:0 0 14px;white-space:nowrap;user-select:all}
.barcode{display:block;width:min(330px,100% + 24px);margin:0 calc((100% - min(330px,100% + 24px))/2) 16px}
.ticket-stub{position:relative;margin:0;padding:18px 20px 20px;display:grid;grid-template-columns:1fr 1fr;gap:14px;border-top:2px dashed ${line}}
.ticket-stub:before,.ticket-stub:after{content:"";position:absolute;top:-11px;width:20px;height:20px;border-radius:50%;background:${sand}}
.ticket-stub:before{left:-10px}.ticket-stub:after{right:-10px}
dt{font-size:14px;color:${muted}}
dd{margin:0;font-weight:650;line-height:1.3}
.store-name{font-size:22px;line-height:1.25;font-weight:600;color:${pine}}
.store-name span{display:block;font:15.5px/1.4 system-ui,-apple-system,"Segoe UI",Roboto,Arial,sans-serif;color:${muted};margin-top:4px}
.store p:last-child{margin:16px 0 0}
${consentStyles({ ink, heading: pine, muted, line, accent: ember, radius: 14 })}${slotStyles({ line })}.visit-when{font-size:23px;line-height:1.25;font-weight:600;color:${pine}}
.visit-when span{display:block;font:16px/1.4 system-ui,-apple-system,"Segoe UI",Roboto,Arial,sans-serif;color:${muted};margin-top:3px}
.visit-noted>:last-child{margin-bottom:0}
footer{max-width:1000px;margin:26px auto 0;padding:0 20px 34px;font-size:14px;color:${muted}}
footer p{margin:0 0 .4em}
footer a{color:inherit}
@media (max-width:359px){.home{opacity:.35}.horizon .choices{grid-template-columns:1fr}.horizon .choice{flex-direction:row;text-align:left;padding:12px 15px}}
@media (min-width:860px){
.hero-inner{padding:30px 30px 140px}
.brand{margin-bottom:44px}
.lead{font-size:21px;max-width:20em}
.home{right:60px;bottom:83px;width:290px}
main{grid-template-columns:5fr 6fr;gap:24px;padding:0 30px;margin-top:-84px}
.card{padding:30px}
.ticket-face{padding:34px 30px 26px}
.ticket-stub{padding:22px 30px 26px}
main.thanked{grid-template-columns:6fr 5fr}
main.thanked .ticket{grid-row:span 4}
main.thanked .form,main.thanked .consent-form,main.thanked .consent-sent{grid-column:2}
main.thanked:has(.appointment){grid-template-columns:1fr 1fr;grid-template-rows:auto auto 1fr}
main.thanked:has(.appointment) .ticket{grid-row:1}
main.thanked .form:has(.appointment){grid-row:1/span 3}
main.thanked:has(.appointment) .store,main.thanked:has(.appointment) .consent-form,main.thanked:has(.appointment) .consent-sent{grid-column:1}
footer{padding:0 30px 40px}
}
`;
