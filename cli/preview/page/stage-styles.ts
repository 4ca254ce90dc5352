/** The ground on which things are shown, their frames, and the overview's tiles. */
export const stageStyles = `
.stage{display:flex;flex-wrap:wrap;align-items:flex-start;justify-content:center;gap:32px 28px;min-height:calc(100vh - 188px);padding:28px 28px 40px;background:var(--ground)}
.stage.both{flex-wrap:nowrap}
figcaption{margin-top:12px;text-align:center;color:var(--muted);font-size:13px}
iframe{display:block;width:100%;border:0;background:#fff}
.desk{flex:1 1 560px;min-width:0;max-width:760px}
.desk.wide{flex-basis:100%;max-width:1040px}
.window{overflow:hidden;background:#fff;border-radius:12px;box-shadow:var(--shadow)}
.window iframe{height:760px}
.row{display:flex;align-items:baseline;gap:14px;padding:11px 18px;background:#f5f3ee;border-bottom:1px solid #e2ddd3;color:#1d2320;white-space:nowrap;overflow:hidden}
.row .sender,.row .time{flex:none}
.row .subject{flex:0 1 auto;min-width:0;overflow:hidden;text-overflow:ellipsis}
.row .preheader{flex:1 1 0;min-width:0;overflow:hidden;text-overflow:ellipsis;color:#5d645f}
.row .time,.row .address{color:#5d645f;font-size:13px}
.night .window,.night iframe{background:#1a1c1e}
.night .row{background:#26292b;border-color:#383c3f;color:#ecebe7}
.night .row .preheader,.night .row .time{color:#a5acaf}
.handheld{flex:none;width:393px;max-width:100%}
.phone{overflow:hidden;border:9px solid var(--bezel);border-radius:44px;background:var(--bezel);box-shadow:var(--shadow)}
.phone iframe{height:780px;border-radius:35px}
.text-part{width:100%;max-width:760px;padding:32px 36px;overflow:auto;background:var(--card);border-radius:12px;box-shadow:var(--shadow);white-space:pre-wrap;overflow-wrap:anywhere;font:14px/1.65 ui-monospace,SFMono-Regular,Menlo,"DejaVu Sans Mono",monospace}
.stage.cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,430px),1fr));align-content:start;max-width:none}
.cards figure{max-width:760px;width:100%;justify-self:center}
.trim{overflow:hidden;border-radius:3px;background:#fff;box-shadow:var(--shadow)}
.trim img{display:block;width:100%;height:auto}
.files{grid-column:1/-1;display:flex;justify-content:center;gap:28px}
.files a{color:var(--ember)}
@media (max-width:1080px){.stage.both{flex-wrap:wrap}.desk{max-width:none}}
@media (max-width:700px){.stage{padding:20px 12px 32px}.desk{flex-basis:100%}}

.board .head{padding-bottom:4px}
.tiles{padding:14px 24px 40px;display:grid;grid-template-columns:repeat(auto-fill,minmax(300px,1fr));gap:26px 22px}
.tile{position:relative;min-width:0}
.thumb{position:relative;height:310px;overflow:hidden;background:var(--ground);border-radius:14px;transition:box-shadow .15s}
.tile:hover .thumb{box-shadow:var(--shadow)}
.tile:has(a:focus-visible) .thumb{outline:2px solid var(--ember);outline-offset:2px}
.tile a:focus-visible{outline:none}
.tile .trim{position:absolute;width:68%}
.tile .trim:first-child{left:22px;bottom:26px;z-index:1}
.tile .trim:last-child{right:22px;top:26px}
.letter .thumb iframe{position:absolute;left:50%;top:24px;width:660px;height:700px;transform:translateX(-50%) scale(.42);transform-origin:50% 0;border-radius:14px;box-shadow:var(--shadow);pointer-events:none}
.hand .thumb iframe{position:absolute;left:50%;top:24px;width:390px;height:790px;transform:translateX(-50%) scale(.5);transform-origin:50% 0;border:14px solid var(--bezel);box-sizing:content-box;border-radius:60px;pointer-events:none}
.broken{padding:28px;color:var(--bad);overflow-wrap:anywhere}
.caption{display:flex;align-items:center;gap:8px;margin-top:10px;font-weight:600}
.caption a{text-decoration:none}
.caption a::after{content:"";position:absolute;inset:0}
.tile .quiet{overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
@media (prefers-reduced-motion:reduce){.thumb{transition:none}}
`;
