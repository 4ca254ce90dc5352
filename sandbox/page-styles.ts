/** Style of the mailbox's pages. */
export const styles = `
:root{color-scheme:light dark;--paper:#fbf8f2;--card:#fffefb;--ink:#1d2320;--muted:#69716c;--line:#e6dfd2;--ember:#b93c25;--pine:#16382f;--good:#2f6b4f;--warn:#96650b;--bad:#b3261e;--hover:#f6f0e5}
@media (prefers-color-scheme:dark){:root{--paper:#161a18;--card:#1d2220;--ink:#ece7dd;--muted:#9aa39d;--line:#323a36;--ember:#f08a6f;--pine:#bcd5ca;--good:#8cc9a8;--warn:#e2b45c;--bad:#f2938b;--hover:#252b28}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:15px/1.5 ui-sans-serif,system-ui,"Segoe UI",Inter,Helvetica,Arial,sans-serif;-webkit-font-smoothing:antialiased}
.wrap{max-width:1040px;margin:0 auto;padding:40px 24px 64px}
a{color:inherit;text-decoration:none}
a:focus-visible,input:focus-visible,button:focus-visible{outline:2px solid var(--ember);outline-offset:2px;border-radius:4px}
.top{display:flex;flex-wrap:wrap;align-items:end;justify-content:space-between;gap:16px 32px;margin-bottom:28px}
h1{margin:0;font:400 34px/1.15 Georgia,Gelasio,"Times New Roman",serif;letter-spacing:-.01em;color:var(--pine)}
.aside{margin:6px 0 0;color:var(--muted)}
form{display:flex;align-items:center;gap:8px;flex:0 1 480px}
label{color:var(--muted);white-space:nowrap}
input{flex:1;min-width:0;padding:9px 14px;font:inherit;color:inherit;background:var(--card);border:1px solid var(--line);border-radius:999px}
button{padding:9px 18px;font:inherit;font-weight:600;color:var(--paper);background:var(--pine);border:0;border-radius:999px;cursor:pointer}
.mails{list-style:none;margin:0;padding:0;background:var(--card);border:1px solid var(--line);border-radius:14px;overflow:hidden}
.mails li+li{border-top:1px solid var(--line)}
.mails a{display:grid;grid-template-columns:minmax(0,1fr) auto;gap:2px 24px;padding:14px 22px}
.mails a:hover{background:var(--hover)}
.subject{font:400 18px/1.35 Georgia,Gelasio,serif;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.who{color:var(--muted);overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.when{color:var(--muted);text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.marks{display:flex;gap:6px;justify-content:flex-end;align-items:center}
.tag{padding:1px 9px;border:1px solid var(--line);border-radius:999px;font-size:12.5px;color:var(--muted);white-space:nowrap}
.status{font-size:13px;font-weight:600;white-space:nowrap}
.status::before{content:"";display:inline-block;width:7px;height:7px;margin-right:7px;border-radius:50%;background:currentColor;vertical-align:1px}
.accepted{color:var(--muted)}.delivered{color:var(--good)}.complained,.deferred{color:var(--warn)}.failed{color:var(--bad)}
.more,.back{color:var(--ember);font-weight:600}
.more{display:inline-block;margin-top:20px}
.back{display:inline-block;margin-bottom:18px}
.empty{padding:72px 24px;text-align:center;color:var(--muted);border:1px dashed var(--line);border-radius:14px}
.empty strong{display:block;font:400 22px/1.4 Georgia,Gelasio,serif;color:var(--ink)}
.facts{display:flex;flex-wrap:wrap;gap:4px 28px;margin:12px 0 0;color:var(--muted)}
.facts b{font-weight:500;color:var(--ink)}
nav{display:flex;gap:4px;margin:26px 0 12px}
nav a{padding:6px 14px;border-radius:999px;color:var(--muted)}
nav a:hover{background:var(--hover)}
nav a[aria-current]{background:var(--pine);color:var(--paper);font-weight:600}
.sheet{background:var(--card);border:1px solid var(--line);border-radius:14px;overflow:hidden}
iframe{display:block;width:100%;height:max(620px,74vh);border:0;background:#fff}
.phone{width:392px;max-width:100%;margin:0 auto;border-radius:30px;border-width:9px}
.phone iframe{height:780px}
pre{margin:0;padding:24px;white-space:pre-wrap;overflow-wrap:anywhere;font:14px/1.6 ui-monospace,SFMono-Regular,Menlo,"DejaVu Sans Mono",monospace}
dl{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:0;margin:0;font-size:14px}
dt,dd{margin:0;padding:9px 22px;border-top:1px solid var(--line);overflow-wrap:anywhere}
dt{color:var(--muted)}
dl>:nth-child(-n+2){border-top:0}
@media (max-width:620px){.wrap{padding:24px 14px 48px}.mails a{grid-template-columns:minmax(0,1fr);padding:14px 16px}.when{text-align:left}.marks{justify-content:flex-start}h1{font-size:28px}dl{grid-template-columns:1fr}dd{border-top:0;padding-top:0}.tag{white-space:normal}}
`;
