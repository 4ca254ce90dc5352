/** The report of a campaign for the terminal: from figures to text, and nothing else. Exports only. */
export { count, plural } from './figures.ts';
export { bar, innerWidth, justified, padded, panel, wrapped, type Colours } from './panel.ts';
export { stepLines } from './path-lines.ts';
export { renderReport, type Look } from './terminal.ts';
