/**
 * The preview of scenarios: a server for this machine that shows every card, mail and page as it is made for a reader, with what is wrong with it. A
 * process of its own renders and is replaced when a file changes. Needs no database and no Temporal. Exports only.
 */
export { startPreview, type Preview, type PreviewOptions } from './start-preview.ts';
