/**
 * A Lob to talk to without Lob: its API for postcards and letters, a page that shows them, routes that move a piece's life on, signed webhooks.
 * Imports nothing of the product. Exports only.
 */
export { openLob, type Lob, type LobOptions } from './open-lob.ts';
