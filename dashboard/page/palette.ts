/** The look that our own pages share, light and dark by the reader's setting: of the dashboard and of the preview. */
export const palette = `
@font-face{font-family:Inter;font-weight:400;font-display:swap;src:url(/assets/inter-400.woff2) format("woff2")}
@font-face{font-family:Inter;font-weight:600;font-display:swap;src:url(/assets/inter-600.woff2) format("woff2")}
:root{color-scheme:light dark;--paper:#fbfaf7;--ground:#efece5;--card:#fff;--ink:#1d2320;--muted:#626964;--line:#e2ddd3;--hover:#f3f0e9;--pine:#16382f;--on-pine:#fff;--ember:#b93c25;--good:#2a6a4b;--warn:#8a5a06;--bad:#b3261e;--bad-ground:#fcefec;--bezel:#17191b;--shadow:0 1px 2px rgba(40,34,20,.08),0 12px 32px rgba(40,34,20,.1)}
@media (prefers-color-scheme:dark){:root{--paper:#141816;--ground:#0d100f;--card:#1b201e;--ink:#eceae4;--muted:#9ca59f;--line:#2d3431;--hover:#232a27;--pine:#bfdccf;--on-pine:#12201b;--ember:#f08a6f;--good:#86cba6;--warn:#e4b65e;--bad:#f5958d;--bad-ground:#2c1c1a;--bezel:#363d40;--shadow:0 1px 2px rgba(0,0,0,.5),0 14px 36px rgba(0,0,0,.45)}}
`;
