import type { Look } from './node-words.ts';

/** Colours of one look: of its line and icon, its ground, and its text. */
interface Paint {
  readonly line: string;
  readonly ground: string;
  readonly text: string;
}

const LIGHT: Readonly<Record<Look, Paint>> = {
  start: { line: '#1c2430', ground: '#1c2430', text: '#ffffff' },
  print: { line: '#c4540a', ground: '#fff4ea', text: '#47190a' },
  email: { line: '#2563eb', ground: '#eef4ff', text: '#14255c' },
  social: { line: '#7c3aed', ground: '#f6f1ff', text: '#2f1367' },
  web: { line: '#0d8074', ground: '#e9f9f4', text: '#06352f' },
  wait: { line: '#7b8494', ground: '#f7f8fa', text: '#2a3342' },
  choice: { line: '#a16207', ground: '#fefbe8', text: '#422006' },
  end: { line: '#1c2430', ground: '#ffffff', text: '#1c2430' },
};
const DARK: Readonly<Record<Look, Paint>> = {
  start: { line: '#e6e9ef', ground: '#e6e9ef', text: '#12161d' },
  print: { line: '#f59e5c', ground: '#2d1d12', text: '#fde3cd' },
  email: { line: '#7aa7ff', ground: '#131f3a', text: '#dce8ff' },
  social: { line: '#b794ff', ground: '#221839', text: '#eadfff' },
  web: { line: '#4fd1bd', ground: '#0f2a28', text: '#d3f7ef' },
  wait: { line: '#8b95a7', ground: '#1a2029', text: '#d8dee8' },
  choice: { line: '#e3b341', ground: '#272011', text: '#fbecc4' },
  end: { line: '#c3cad6', ground: '#10151c', text: '#f0f3f8' },
};
const PAGE = { light: { ground: '#ffffff', edge: '#9aa3b2', text: '#465063', soft: '#717b8c', strip: '#f7f8fa' }, dark: { ground: '#0d1117', edge: '#5c6778', text: '#b6bfcd', soft: '#8a94a5', strip: '#151b23' } } as const;

/** The style sheet inside each picture: light, and dark where the reader's system is. */
export function styleSheet(): string {
  const rules = (paints: Readonly<Record<Look, Paint>>, page: (typeof PAGE)['light' | 'dark']) =>
    [
      `.page{fill:${page.ground}}.edge{stroke:${page.edge}}.tip{fill:${page.edge}}.label{fill:${page.text}}.halo{fill:${page.ground}}.soft{fill:${page.soft}}.heading{fill:${paints.end.text}}.strip{fill:${page.strip};stroke:${page.edge}}`,
      ...Object.entries(paints).map(([look, { line, ground, text }]) => `.${look} .box{fill:${ground};stroke:${line}}.${look} .icon{stroke:${line}}.${look} .kind{fill:${look === 'start' ? text : line}}.${look} .title,.${look} .detail{fill:${text}}`),
    ].join('');
  return [
    `text{font-family:Inter,system-ui,-apple-system,"Segoe UI",Helvetica,Arial,sans-serif}`,
    `.box{stroke-width:1.5}.edge{fill:none;stroke-width:1.5}.icon{fill:none;stroke-width:1.6;stroke-linecap:round;stroke-linejoin:round}`,
    `.kind{font-size:10.5px;font-weight:600;letter-spacing:.6px}.title{font-size:14px;font-weight:600}.detail{font-size:12px;opacity:.8}.label,.soft{font-size:12px}.heading{font-size:13px;font-weight:600}`,
    `.unsent{stroke-dasharray:3 4}.wait .box{stroke-dasharray:5 4}.strip{stroke-width:1;stroke-dasharray:2 4}.badge{fill:#e11d48}.badge-text{fill:#fff;font-size:11.5px;font-weight:600}.flow{fill:#e11d48;font-size:12px;font-weight:600}`,
    rules(LIGHT, PAGE.light),
    `@media (prefers-color-scheme:dark){${rules(DARK, PAGE.dark)}}`,
  ].join('');
}

/** Line drawings in a box of 18 by 18. */
export const ICONS: Readonly<Record<Look, string>> = {
  start: '',
  print: 'M1.5 4h15v10.5h-15z M9 4v10.5 M11.5 7h2.5v3h-2.5z M3.5 8h3 M3.5 10.5h3',
  email: 'M1.5 4h15v10.5h-15z M1.5 4.5l7.5 5.5 7.5-5.5',
  social: 'M5 9a2.2 2.2 0 1 1-4.4 0a2.2 2.2 0 1 1 4.4 0z M16.5 4a2.2 2.2 0 1 1-4.4 0a2.2 2.2 0 1 1 4.4 0z M16.5 14a2.2 2.2 0 1 1-4.4 0a2.2 2.2 0 1 1 4.4 0z M4.8 8l7.5-3 M4.8 10l7.5 3',
  web: 'M16.5 9a7.5 7.5 0 1 1-15 0a7.5 7.5 0 1 1 15 0z M1.5 9h15 M9 1.5c-5 5-5 10 0 15c5-5 5-10 0-15z',
  wait: 'M16.5 9a7.5 7.5 0 1 1-15 0a7.5 7.5 0 1 1 15 0z M9 4.5v4.8l3.2 1.9',
  choice: 'M9 16.5v-5 M9 11.5l-5.5-7 M9 11.5l5.5-7 M3 8.5v-4.5h4.5 M10.5 4h4.5v4.5',
  end: '',
};
