/** One person's page: who they are, and the way they went. */
export const personStyles = `
.person{display:grid;gap:18px;grid-template-columns:minmax(0,1fr);align-items:start}
@media (min-width:980px){.person{grid-template-columns:320px minmax(0,1fr)}.person aside{position:sticky;top:82px}}
.person aside{display:grid;gap:18px}
.lines{display:grid;gap:9px;font-size:14px}
.lines div{display:grid;grid-template-columns:minmax(0,42%) minmax(0,1fr);gap:12px}
.lines dt{color:var(--muted)}
.address{font-style:normal;line-height:1.55}
.way{position:relative;display:grid;gap:0}
.way>li{position:relative;display:grid;gap:3px;padding:0 0 24px 44px}
.way>li::before{content:"";position:absolute;left:14px;top:26px;bottom:-4px;border-left:1.500px solid var(--line)}
.way>li:last-child::before{display:none}
.way .spot{position:absolute;left:0;top:-3px;display:grid;place-items:center;width:30px;height:30px;border-radius:50%;background:var(--ground);color:var(--ink)}
.way .spot .icon{width:16px;height:16px}
.way .sent .spot{background:var(--pine);color:var(--on-pine)}
.way .answer .spot{background:var(--ember);color:var(--paper)}
.way .goal .spot{background:var(--good);color:var(--paper)}
.way .not-sent .spot{background:none;box-shadow:inset 0 0 0 1.500px var(--muted);color:var(--muted)}
.way .minor{padding-bottom:16px;color:var(--muted);font-size:14px}
.way .minor .spot{left:10px;top:6px;width:9px;height:9px;background:var(--line)}
.way .minor .spot .icon{display:none}
.way .minor::before{top:20px}
.way .what{font-weight:600}
.way .minor .what{font-weight:400}
.way time,.way .when{color:var(--muted);font-size:13px}
.received{display:flex;flex-wrap:wrap;gap:14px;margin-top:9px}
.received a{display:block;border-radius:6px}
.received img{display:block;width:230px;max-width:100%;height:auto;border-radius:4px;box-shadow:0 0 0 1px var(--line),0 4px 14px rgba(20,16,8,.1)}
.mail-thumb{position:relative;width:230px;height:250px;overflow:hidden;border-radius:8px;background:#fff;box-shadow:0 0 0 1px var(--line),0 4px 14px rgba(20,16,8,.1)}
.mail-thumb iframe{width:640px;height:696px;border:0;transform:scale(.36);transform-origin:0 0;pointer-events:none;background:#fff}
.mail-thumb::after{content:"";position:absolute;inset:0}
.whole{display:block;width:100%;height:76vh;border:1px solid var(--line);border-radius:12px;background:#fff}
`;
