/** Cards, tables, figures and controls. */
export const partStyles = `
.grid{display:grid;gap:18px;grid-template-columns:minmax(0,1fr)}
.card{min-width:0;padding:20px 22px 22px;background:var(--card);border:1px solid var(--line);border-radius:var(--radius)}
.card>h2{margin-bottom:14px}
.card>h2+.quiet{margin:-10px 0 14px}
.card .empty{color:var(--muted)}
@media (min-width:900px){.grid.two{grid-template-columns:repeat(2,minmax(0,1fr))}.grid.three{grid-template-columns:repeat(3,minmax(0,1fr))}.wide{grid-column:1/-1}}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(136px,1fr));margin-bottom:18px;background:var(--card);border:1px solid var(--line);border-radius:var(--radius);overflow:hidden}
.figures div{padding:17px 20px 18px;box-shadow:-1px -1px 0 var(--line)}
.figures dt{color:var(--muted);font-size:13.500px;line-height:1.35}
.figures dd{margin-top:4px;font-size:25px;line-height:1.15;font-weight:600;letter-spacing:-.025em;white-space:nowrap}
.figures dd.long{font-size:17px;white-space:normal;line-height:1.3;padding-top:5px;letter-spacing:-.01em}
.figures dd+dd{margin-top:5px;font-size:13px;font-weight:400;letter-spacing:0;color:var(--muted);white-space:normal;line-height:1.35}
.table{overflow-x:auto;margin:0 -22px -8px;padding:0 22px 8px}
table{width:100%;min-width:min-content;border-collapse:collapse;font-size:14px}
th{padding:7px 14px 7px 0;text-align:left;font-weight:400;font-size:13px;color:var(--muted);white-space:nowrap;border-bottom:1px solid var(--line)}
td{padding:10px 14px 10px 0;border-bottom:1px solid var(--line);vertical-align:top}
tr:last-child td{border-bottom:0}
th:last-child,td:last-child{padding-right:0}
.number{text-align:right;white-space:nowrap}
.state{display:inline-flex;align-items:center;gap:7px;white-space:nowrap;font-size:14px}
.state::before{content:"";flex:none;width:8px;height:8px;border-radius:50%;background:var(--muted)}
.state.good::before{background:var(--good)}.state.warn::before{background:var(--warn)}.state.bad::before{background:var(--bad)}.state.off::before{background:none;box-shadow:inset 0 0 0 1.500px var(--muted)}
.list{display:grid;gap:12px}
.campaign{position:relative;display:grid;gap:10px 28px;padding:19px 22px;background:var(--card);border:1px solid var(--line);border-radius:var(--radius);grid-template-columns:minmax(0,1fr)}
.campaign:hover{border-color:var(--muted)}
.campaign h2{font-size:17px;letter-spacing:-.012em}
.campaign h2 a{text-decoration:none}
.campaign h2 a::after{content:"";position:absolute;inset:0;border-radius:var(--radius)}
.campaign h2 a:focus-visible{outline:none}.campaign h2 a:focus-visible::after{outline:2px solid var(--ember);outline-offset:2px}
.campaign .facts{display:flex;flex-wrap:wrap;gap:4px 30px;align-items:end}
.campaign .facts div{display:flex;flex-direction:column-reverse}
.campaign .facts dt{color:var(--muted);font-size:13px}
.campaign .facts dd{font-size:18px;font-weight:600;letter-spacing:-.015em;line-height:1.3}
@media (min-width:900px){.campaign{grid-template-columns:minmax(0,1fr) auto;align-items:center}.campaign .progress{grid-column:1/-1}}
.progress{display:flex;height:6px;border-radius:3px;overflow:hidden;background:var(--track)}
.progress svg{width:100%;height:6px;display:block}
.part-won{fill:var(--good)}.part-ended{fill:var(--muted)}.part-running{fill:var(--ember)}
.bars{display:grid;gap:11px}
.bars li{display:grid;grid-template-columns:minmax(0,1fr) auto;gap:4px 12px;font-size:14px}
.bars .progress{grid-column:1/-1}
.bars b{font-weight:600}
.bars .quiet{font-size:13px}
.controls{display:flex;flex-wrap:wrap;gap:10px;align-items:flex-end}
.controls .act.inline{display:flex;gap:8px;align-items:flex-end}
.controls .act.inline input{width:104px}
.controls .act.inline label{display:flex;align-items:center;gap:8px}
.controls button{min-height:40px}
.more{position:relative}
.more>summary{display:inline-flex;align-items:center;min-height:40px;padding:0 16px;border:1px solid var(--line);border-radius:10px;background:var(--card);font-size:14px;font-weight:600;cursor:pointer;list-style:none}
.more>summary::-webkit-details-marker{display:none}
.more>summary:hover{background:var(--hover)}
.more.danger>summary{color:var(--bad)}
.more>div,.more>form{margin-top:10px;padding:16px 18px;max-width:440px;background:var(--card);border:1px solid var(--line);border-radius:12px;display:grid;gap:12px}
@media (min-width:720px){.controls .more>div,.controls .more>form{position:absolute;right:0;z-index:4;width:380px;box-shadow:var(--shadow)}}
.filters{display:flex;flex-wrap:wrap;gap:12px;align-items:flex-end;margin-bottom:18px}
.filters label{min-width:150px}
.feed{display:grid}
.feed li{display:grid;grid-template-columns:auto minmax(0,1fr);gap:2px 14px;align-items:baseline;padding:11px 0;border-bottom:1px solid var(--line)}
.feed li:last-child{border-bottom:0}
.feed time{color:var(--muted);font-size:13px;white-space:nowrap}
.feed p{min-width:0;font-size:14.500px}.feed .state{font-size:inherit}
.feed .quiet{grid-column:2}
@media (max-width:560px){.feed li{grid-template-columns:minmax(0,1fr)}.feed .quiet{grid-column:1}}
.feed li.fresh,tr.fresh td{animation:arrive 1.600s ease-out}
@keyframes arrive{from{background:var(--warn-ground)}}
.tag{display:inline-block;padding:1px 8px;border-radius:6px;background:var(--ground);color:var(--ink);font-size:12.500px;white-space:nowrap}
.pages{display:flex;gap:10px;margin-top:20px}
.half .chart-page{display:none}
.half .chart-phone{display:block;max-width:470px}
.drawn{margin-top:4px}
.drawn+.drawn{margin-top:26px}
.drawn+.table{margin-top:14px}
.grid>div>.card{height:100%}
.lessons{display:grid;gap:14px;grid-template-columns:repeat(auto-fill,minmax(min(100%,360px),1fr))}
.lesson{display:grid;align-content:start;gap:8px;padding:16px 18px;border:1px solid var(--line);border-radius:12px}
.lesson .proposal{color:var(--muted);font-size:14px}
.lesson .controls{margin-top:2px}
.proof{display:grid;gap:14px;grid-template-columns:repeat(auto-fill,minmax(250px,1fr))}
.proof figure{display:grid;gap:6px}
.proof img{display:block;width:100%;height:auto;border-radius:6px;background:#fff;box-shadow:0 0 0 1px var(--line),var(--shadow)}
.proof figcaption{color:var(--muted);font-size:13px}
.bar{display:flex;flex-wrap:wrap;align-items:center;justify-content:space-between;gap:12px 24px}
.standing{margin-bottom:18px}
.decision{margin-bottom:18px;border-color:var(--warn)}
.decision .proof{margin-top:18px}
.decision>.quiet{margin-top:8px}
.differences{margin-top:10px}
.list.tight{gap:7px}
.list.tight a[aria-current]{font-weight:600}
.filters .long{flex:1;min-width:220px;max-width:420px}
.lines.after{margin-top:14px}
.way-head{margin-bottom:20px}

td.id{white-space:nowrap}
.choice{margin-top:22px}.choice:first-of-type{margin-top:0}
.choice h3{margin-bottom:6px}
.choice .quiet{margin-top:14px}
`;
