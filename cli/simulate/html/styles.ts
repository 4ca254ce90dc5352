/** The report's style sheet: light and dark by the reader's own setting; nothing is loaded from anywhere. */
export const STYLES = `
:root { color-scheme: light dark; --paper: #fbfaf7; --card: #ffffff; --ink: #1d2320; --muted: #6a716c; --line: #e3dfd6; --print: #c8552b; --mail: #2f6f9f; --answer: #3d8c84; --goal: #2f7d4f; --other: #8a6bb0; --bad: #b3261e; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #14181a; --card: #1c2225; --ink: #ecebe6; --muted: #9aa39f; --line: #313a3d; --print: #ef8a5f; --mail: #6fb3e0; --answer: #62c0b5; --goal: #6fce95; --other: #b79be0; --bad: #ff8a80; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.55 system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', sans-serif; font-variant-numeric: tabular-nums; }
main { max-width: 1080px; margin: 0 auto; padding: 48px 24px 64px; }
header p { margin: 0; color: var(--muted); }
h1 { font-size: 34px; line-height: 1.2; letter-spacing: -0.02em; margin: 4px 0 8px; }
h2 { font-size: 18px; letter-spacing: -0.01em; margin: 0 0 4px; }
section > p, .note { color: var(--muted); font-size: 14px; margin: 0 0 16px; }
.note { margin: 16px 0 0; }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(150px, 1fr)); gap: 12px; margin: 32px 0 12px; }
.figure { background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: 16px 18px; }
.figure b { display: block; font-size: 24px; line-height: 1.25; letter-spacing: -0.02em; font-weight: 650; }
.figure span { color: var(--muted); font-size: 14px; }
.grid { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 12px; }
section { background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: 22px 24px; min-width: 0; }
.wide { grid-column: 1 / -1; }
@media (max-width: 760px) { .grid { grid-template-columns: minmax(0, 1fr); } main { padding-top: 28px; } }
svg { display: block; width: 100%; height: auto; }
table { border-collapse: collapse; width: 100%; font-size: 15px; }
th { text-align: right; font-weight: 500; color: var(--muted); font-size: 13px; padding: 4px 0 6px 12px; }
td { text-align: right; padding: 6px 0 6px 12px; border-top: 1px solid var(--line); white-space: nowrap; }
th:first-child, td:first-child { text-align: left; padding-left: 0; }
td.wrap { white-space: normal; text-align: left; }
tr.answer td:first-child { padding-left: 18px; color: var(--muted); }
td.bar { width: 45%; }
td.bar i { display: block; height: 12px; border-radius: 3px; min-width: 2px; background: var(--answer); }
.print { background: var(--print) !important; } .email { background: var(--mail) !important; } .social { background: var(--other) !important; } .lost { background: var(--muted) !important; } .goal { background: var(--goal) !important; }
code { font: 13px/1.5 ui-monospace, 'SF Mono', Menlo, Consolas, monospace; }
.good { color: var(--goal); font-weight: 600; } .bad { color: var(--bad); font-weight: 600; }
tr.clear td { font-weight: 600; }
footer { color: var(--muted); font-size: 13px; margin-top: 28px; }
`;
