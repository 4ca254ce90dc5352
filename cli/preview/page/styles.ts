import { palette } from '../../../dashboard/page/palette.ts';
import { stageStyles } from './stage-styles.ts';

/** The preview's own look, light and dark by the reader's setting; what is previewed has its own, in frames. */
export const styles = `${palette}*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:14px/1.5 Inter,ui-sans-serif,system-ui,"Segoe UI",Helvetica,Arial,sans-serif;-webkit-font-smoothing:antialiased}
a{color:inherit}
p,h1,h2,ul,dl,dd,figure,pre{margin:0;padding:0}
ul{list-style:none}
:focus-visible{outline:2px solid var(--ember);outline-offset:2px;border-radius:6px}
main:focus{outline:none}
.skip{position:absolute;left:-999px;top:8px;z-index:9;padding:8px 14px;background:var(--card);border-radius:8px}
.skip:focus{left:12px}
.quiet{color:var(--muted);font-size:13px;line-height:1.45}
.icon,.mark{flex:none;width:16px;height:16px;fill:none;stroke:currentColor;stroke-width:1.500;stroke-linejoin:round;stroke-linecap:round}
.mark{stroke-width:2.400}
.good{color:var(--good)}.warn{color:var(--warn)}.bad{color:var(--bad)}

.top{position:sticky;top:0;z-index:5;background:var(--paper);border-bottom:1px solid var(--line)}
.ways{display:flex;align-items:center;gap:14px;padding:11px 24px 9px}
.brand{display:flex;align-items:center;gap:9px;font-weight:600;font-size:15px;letter-spacing:-.01em;text-decoration:none;color:var(--pine)}
.brand svg{width:24px;height:24px;fill:var(--pine);stroke:var(--ember);stroke-width:3;stroke-linecap:round}
.brand path{fill:none}.brand circle{stroke:none}
.menu{position:relative}
.menu::before{content:"";position:absolute;left:-7px;top:8px;height:16px;border-left:1px solid var(--line)}
.menu summary{display:flex;align-items:center;gap:8px;padding:5px 12px;border-radius:8px;font-weight:600;cursor:pointer;list-style:none}
.menu summary::-webkit-details-marker{display:none}
.menu summary::after{content:"";width:6px;height:6px;margin-top:-3px;border:solid var(--muted);border-width:0 1.500px 1.500px 0;transform:rotate(45deg)}
.menu summary:hover,.menu[open] summary{background:var(--hover)}
.menu nav{position:absolute;left:0;top:calc(100% + 6px);min-width:230px;padding:6px;background:var(--card);border:1px solid var(--line);border-radius:12px;box-shadow:var(--shadow)}
.menu nav a{display:block;padding:8px 12px;border-radius:8px;text-decoration:none}
.menu nav a:hover{background:var(--hover)}
.menu nav a[aria-current]{font-weight:600;color:var(--ember)}
.live{display:flex;align-items:center;gap:8px;margin-left:auto;color:var(--muted);font-size:13px;white-space:nowrap}
.dot{width:8px;height:8px;border-radius:50%;background:var(--muted)}
.dot.on{background:var(--good)}.dot.off{background:var(--bad)}.dot.busy{background:var(--warn)}
.strip{display:flex;gap:2px;padding:0 18px;overflow-x:auto;scrollbar-width:none}
.strip a{position:relative;display:flex;align-items:center;gap:8px;padding:9px 12px 12px;color:var(--muted);text-decoration:none;white-space:nowrap;border-radius:8px 8px 0 0}
.strip a:hover{color:var(--ink)}
.strip a:focus-visible{outline-offset:-3px}
.strip a[aria-current]{color:var(--ink);font-weight:600}
.strip a[aria-current]::after{content:"";position:absolute;left:12px;right:12px;bottom:-1px;height:2px;border-radius:2px;background:var(--ember)}

.head{display:flex;flex-wrap:wrap;align-items:end;justify-content:space-between;gap:14px 32px;padding:20px 24px 18px}
h1{font-size:22px;line-height:1.25;font-weight:600;letter-spacing:-.02em}
.controls{display:flex;flex-wrap:wrap;gap:10px 18px}
.control{display:grid;gap:4px}
.label{font-size:12px;color:var(--muted)}
.segments{display:inline-flex;flex-wrap:wrap;padding:2px;background:var(--ground);border-radius:9px}
.segments a{padding:4px 12px;border-radius:7px;color:var(--muted);text-decoration:none;white-space:nowrap}
.segments a:hover{color:var(--ink)}
.segments a[aria-current]{background:var(--card);color:var(--ink);font-weight:600;box-shadow:0 1px 2px rgba(30,25,15,.14)}
.segments.small a{padding:1px 9px;font-size:13px}

.banner,.failure{background:var(--bad-ground);color:var(--ink)}
.banner{padding:14px 24px;border-bottom:1px solid var(--line)}
.banner strong{color:var(--bad)}
.said{margin-top:10px;max-height:220px;overflow:auto;white-space:pre-wrap;overflow-wrap:anywhere;font:13px/1.55 ui-monospace,SFMono-Regular,Menlo,"DejaVu Sans Mono",monospace}
.place{margin-top:8px;font:13px/1.55 ui-monospace,SFMono-Regular,Menlo,"DejaVu Sans Mono",monospace;color:var(--muted)}
.failure{width:100%;max-width:760px;padding:28px 32px 32px;border-radius:12px;border-left:4px solid var(--bad)}
.failure h2{font-size:17px;color:var(--bad)}

.work{display:grid;grid-template-columns:minmax(0,1fr);border-top:1px solid var(--line)}
.notes{display:grid;align-content:start;grid-template-columns:repeat(auto-fit,minmax(280px,1fr));background:var(--paper)}
.notes section{padding:20px 24px;border-bottom:1px solid var(--line)}
.notes h2{display:flex;justify-content:space-between;margin-bottom:10px;font-size:13px;font-weight:600;color:var(--ink)}
.notes h2 b{font-weight:600;color:var(--muted)}
.notes h2 b.good{color:var(--good)}.notes h2 b.warn{color:var(--warn)}.notes h2 b.bad{color:var(--bad)}
@media (min-width:1240px){.work{grid-template-columns:minmax(0,1fr) 320px}.notes{grid-template-columns:minmax(0,1fr);border-left:1px solid var(--line)}.notes section:last-child{border-bottom:0}}
.listed{display:flex;gap:12px;padding:12px;background:var(--card);border:1px solid var(--line);border-radius:12px}
.initial{flex:none;display:grid;place-items:center;width:36px;height:36px;border-radius:50%;background:var(--pine);color:var(--on-pine);font-weight:600;font-size:15px}
.listed p{display:grid;grid-template-columns:minmax(0,1fr) auto;gap:0 8px;min-width:0;flex:1;line-height:1.4}
.listed .subject,.listed .preheader{grid-column:1/-1;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.listed .preheader{display:-webkit-box;-webkit-line-clamp:2;-webkit-box-orient:vertical;white-space:normal}
.sender{font-weight:600}
.listed .time,.listed .preheader{color:var(--muted);font-size:13px}
meter{display:block;width:100%;height:8px;margin-bottom:8px;border:0;border-radius:4px;background:var(--ground);appearance:none}
meter::-webkit-meter-bar{height:8px;border:0;border-radius:4px;background:var(--ground)}
meter::-webkit-meter-inner-element{height:8px}
meter::-webkit-meter-optimum-value{border-radius:4px;background:currentColor}
meter::-moz-meter-bar{border-radius:4px;background:currentColor}
.checks{display:grid;gap:8px}
.checks li{display:flex;gap:10px;color:var(--ink)}
.checks .mark{margin-top:3px}
.checks p{overflow-wrap:anywhere}
dl{display:grid;gap:8px}
dl div{display:grid;grid-template-columns:112px minmax(0,1fr);gap:12px}
dt{color:var(--muted)}
dd{white-space:pre-line}
textarea{display:block;width:100%;padding:11px 13px;border:1px solid var(--line);border-radius:10px;background:var(--card);color:var(--ink);font:13px/1.55 ui-monospace,SFMono-Regular,Menlo,"DejaVu Sans Mono",monospace;resize:vertical;tab-size:2}
.buttons{display:flex;align-items:center;gap:16px;margin-top:10px}
button{padding:6px 18px;border:0;border-radius:8px;background:var(--pine);color:var(--on-pine);font:inherit;font-weight:600;cursor:pointer}
.buttons a{color:var(--ember)}
.presets{margin-top:14px}
.presets summary{cursor:pointer;color:var(--muted);font-size:13px}
.presets ul{display:grid;gap:2px;margin:6px -8px 0}
.presets a{display:block;padding:4px 8px;border-radius:6px;text-decoration:none;font-size:13px;overflow-wrap:anywhere}
.presets a:hover{background:var(--hover)}
.presets a[aria-current]{background:var(--hover);font-weight:600}
@media (max-width:700px){.ways,.head,.notes section{padding-left:16px;padding-right:16px}.strip{padding:0 6px}.ways{flex-wrap:wrap}}
${stageStyles}`;
