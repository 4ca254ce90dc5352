import { chartStyles } from '../charts/index.ts';
import { palette } from './palette.ts';
import { partStyles } from './part-styles.ts';
import { personStyles } from './person-styles.ts';

/** The dashboard's look. */
export const styles = `${palette}
:root{--edge:16px;--radius:14px;--good-ground:#e9f2ec;--warn-ground:#f8f0df;--track:#e7e2d7}
@media (prefers-color-scheme:dark){:root{--good-ground:#1a2a22;--warn-ground:#2b2417;--track:#2b322f}}
@media (min-width:720px){:root{--edge:28px}}
*{box-sizing:border-box}
html{scrollbar-gutter:stable}
body{margin:0;min-height:100vh;background:var(--paper);color:var(--ink);font:15px/1.5 Inter,ui-sans-serif,system-ui,"Segoe UI",Helvetica,Arial,sans-serif;-webkit-font-smoothing:antialiased;font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
a{color:inherit;text-decoration-color:var(--line);text-underline-offset:3px}
a:hover{text-decoration-color:currentColor}
p,h1,h2,h3,ul,ol,dl,dd,figure,pre{margin:0;padding:0}
ul,ol{list-style:none}
:focus-visible{outline:2px solid var(--ember);outline-offset:2px;border-radius:6px}
main:focus{outline:none}
main{max-width:1220px;margin:0 auto;padding:26px var(--edge) 80px}
.skip{position:absolute;left:-999px;top:8px;z-index:9;padding:8px 14px;background:var(--card);border-radius:8px}
.skip:focus{left:12px}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.quiet{color:var(--muted);font-size:13.500px;line-height:1.45}
.icon{flex:none;width:18px;height:18px;fill:none;stroke:currentColor;stroke-width:1.500;stroke-linejoin:round;stroke-linecap:round}
h1{font-size:26px;line-height:1.2;font-weight:600;letter-spacing:-.022em}
h2{font-size:15px;line-height:1.35;font-weight:600;letter-spacing:-.005em}
h3{font-size:14px;font-weight:600}

.top{position:sticky;top:0;z-index:5;background:var(--paper);border-bottom:1px solid var(--line)}
.ways{display:flex;align-items:center;gap:4px 26px;max-width:1220px;min-height:58px;margin:0 auto;padding:0 var(--edge)}
.brand{display:flex;align-items:center;gap:9px;font-weight:600;font-size:16px;letter-spacing:-.01em;text-decoration:none;color:var(--pine)}
.brand svg{width:26px;height:26px;fill:var(--pine);stroke:var(--ember);stroke-width:3;stroke-linecap:round}
.brand path{fill:none}.brand circle{stroke:none}
.main-nav{display:flex;gap:2px;overflow-x:auto;scrollbar-width:none}
.main-nav a{position:relative;display:flex;align-items:center;gap:7px;min-height:44px;padding:0 12px;color:var(--muted);text-decoration:none;white-space:nowrap}
.main-nav a:hover{color:var(--ink)}
.main-nav a:focus-visible{outline-offset:-4px}
.main-nav a[aria-current]{color:var(--ink);font-weight:600}
.main-nav a[aria-current]::after{content:"";position:absolute;left:12px;right:12px;bottom:2px;height:2px;border-radius:2px;background:var(--ember)}
.badge{display:inline-grid;place-items:center;min-width:20px;height:20px;padding:0 6px;border-radius:10px;background:var(--ember);color:var(--paper);font-size:12px;font-weight:600}
.who{display:flex;align-items:center;gap:16px;margin-left:auto}
.live{display:flex;align-items:center;gap:8px;color:var(--muted);font-size:13.500px;white-space:nowrap}
.dot{width:8px;height:8px;border-radius:50%;background:var(--muted)}
.dot.on{background:var(--good);animation:breathe 2.400s ease-in-out infinite}.dot.off{background:var(--bad)}
@keyframes breathe{50%{opacity:.35}}
.language{display:inline-flex;align-items:center;min-height:32px;color:var(--muted);font-size:13.500px}
.menu{position:relative}
.menu summary{display:flex;align-items:center;gap:9px;min-height:40px;cursor:pointer;list-style:none}
.menu summary::-webkit-details-marker{display:none}
.initial{display:grid;place-items:center;width:30px;height:30px;border-radius:50%;background:var(--pine);color:var(--on-pine);font-size:13px;font-weight:600}
.menu form{position:absolute;right:0;top:calc(100% + 6px);min-width:180px;padding:6px;background:var(--card);border:1px solid var(--line);border-radius:12px;box-shadow:var(--shadow)}
.menu .plain{width:100%;text-align:left}

.button,button{display:inline-flex;align-items:center;justify-content:center;gap:8px;min-height:38px;padding:0 16px;border:1px solid transparent;border-radius:10px;background:var(--pine);color:var(--on-pine);font:inherit;font-size:14px;font-weight:600;text-decoration:none;cursor:pointer}
.button:hover,button:hover{filter:brightness(1.120)}
.button.calm,button.calm{background:var(--card);border-color:var(--line);color:var(--ink)}
.button.calm:hover,button.calm:hover{background:var(--hover);filter:none}
button.danger{background:transparent;border-color:var(--bad);color:var(--bad)}
button.danger:hover{background:var(--bad-ground);filter:none}
button.plain{background:none;color:var(--ink);font-weight:400;padding:0 12px}
button.plain:hover{background:var(--hover);filter:none}
[aria-busy=true] button{opacity:.6;cursor:progress}
label{display:grid;gap:5px;font-size:13.500px;color:var(--muted)}
input[type=text],input[type=search],input[type=password],input[type=number],select,textarea{width:100%;min-height:40px;padding:8px 12px;border:1px solid var(--muted);border-radius:10px;background:var(--card);color:var(--ink);font:inherit;font-size:15px}
textarea{min-height:72px;resize:vertical}
.notice{margin-bottom:22px;padding:13px 18px;border-radius:12px;border-left:4px solid var(--good);background:var(--good-ground)}
.notice.problem{border-color:var(--bad);background:var(--bad-ground)}
.notice.unanswered{border-color:var(--warn);background:var(--warn-ground)}
.notice .quiet{margin-top:3px}

.head{display:flex;flex-wrap:wrap;align-items:flex-end;justify-content:space-between;gap:14px 32px;margin-bottom:24px}
.head .quiet{margin-top:5px}
.crumb{display:block;margin-bottom:6px;color:var(--muted);font-size:13.500px;text-decoration:none}
.crumb:hover{text-decoration:underline}
.sign-in{display:grid;align-content:center;justify-items:center;gap:26px;min-height:100vh;max-width:400px;padding-top:40px}
.sign-in .brand{font-size:20px}.sign-in .brand svg{width:34px;height:34px}
.sign-in form{display:grid;gap:18px;width:100%;padding:30px;background:var(--card);border:1px solid var(--line);border-radius:18px;box-shadow:var(--shadow)}
.sign-in h1{font-size:21px}
.sign-in button{min-height:44px}
.sign-in .notice{margin:0}

@media (max-width:860px){
.ways{flex-wrap:wrap;padding-top:6px}
.main-nav{order:3;width:calc(100% + 2*var(--edge));margin:0 calc(-1*var(--edge));padding:0 calc(var(--edge) - 12px)}
.who{gap:12px}
.name{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
main{padding-top:20px}
h1{font-size:23px}
}
@media (max-width:460px){.live [data-said]{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}}
@media (prefers-reduced-motion:reduce){*{animation:none!important;transition:none!important}}
${chartStyles}${partStyles}${personStyles}`;
