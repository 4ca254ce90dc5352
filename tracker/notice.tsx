import type { ReactElement, ReactNode } from 'react';
import type { Document } from './document.tsx';

export interface Notice {
  readonly language: 'fr' | 'en';
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly icon: 'signpost' | 'pause' | 'envelope' | 'letter' | 'check';
  readonly action?: ReactNode;
}

/** A short page of the tracker's own, in no brand's colours: it also speaks where no scenario is known. */
export function notice({ language, title, paragraphs, icon, action }: Notice): Document {
  const body = (
    <main>
      <div className="icon">{ICONS[icon]}</div>
      <h1>{title}</h1>
      {paragraphs.map((text) => (
        <p key={text}>{text}</p>
      ))}
      {action}
    </main>
  );
  return { language, title, styles: NOTICE_STYLES, body };
}

/** Drawn on a grid of 48 with round caps. */
const ICONS: Readonly<Record<Notice['icon'], ReactElement>> = {
  signpost: drawing('M24 6v36M16 42h16M24 10h13l5 5-5 5H24M24 22H12l-5 5 5 5h12'),
  pause: drawing('M24 6a18 18 0 1 1 0 36 18 18 0 0 1 0-36M19 18v12M29 18v12'),
  envelope: drawing('M7 12h34v25H7zM8 13l16 14 16-14M17 46l14-44'),
  letter: drawing('M7 12h34v25H7zM8 13l16 14 16-14'),
  check: drawing('M24 6a18 18 0 1 1 0 36 18 18 0 0 1 0-36M15 25l6.500 6.500L33.500 19'),
};

function drawing(path: string): ReactElement {
  return (
    <svg viewBox="0 0 48 48" aria-hidden="true">
      <path d={path} fill="none" stroke="currentColor" strokeWidth="3" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}

/** What the tracker's own pages look like. */
export const NOTICE_STYLES = `
*{box-sizing:border-box}
body{margin:0;min-height:100vh;min-height:100dvh;display:grid;place-items:center;padding:20px 16px;background:#eef1ec;color:#1d2320;font:17px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
main{width:100%;max-width:460px;background:#fff;border-radius:20px;padding:36px 28px 32px;box-shadow:0 1px 0 #dde3da,0 14px 40px rgba(29,35,32,.09)}
.icon{width:64px;height:64px;border-radius:50%;background:#e3ebe4;color:#23543f;display:grid;place-items:center;margin-bottom:22px}
.icon svg{width:34px;height:34px}
a:not(.onward){color:#23543f}
h1{font:600 28px/1.2 "Iowan Old Style","Palatino Linotype",Palatino,Charter,Georgia,"Noto Serif","Liberation Serif",serif;letter-spacing:-.01em;margin:0 0 14px;text-wrap:balance}
p{margin:0 0 12px;color:#434b46}
p:last-child{margin-bottom:0}
blockquote{margin:0 0 12px;padding:13px 16px;border-left:4px solid #23543f;border-radius:0 12px 12px 0;background:#f1f4f0}
form{margin:22px 0 0}
.after{margin:18px 0 0;font-size:15px}
button,.onward{display:block;width:100%;min-height:54px;border:0;border-radius:14px;padding:13px 18px;background:#23543f;color:#fff;font:inherit;font-weight:700;cursor:pointer}
.onward{text-align:center;text-decoration:none}
button:hover,.onward:hover{background:#183c2d}
:focus-visible{outline:3px solid #c8442b;outline-offset:3px}
@media (min-width:600px){main{padding:44px 42px 40px}}
`;
