/** The report of a campaign for the terminal: from figures to text, and nothing else. Exports only. */
export { renderReport, type Look } from './terminal.ts';
