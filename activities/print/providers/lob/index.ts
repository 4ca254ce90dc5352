/**
 * Lob: pieces made one by one over its API, looked up before they are made again, cancelled and reported by look-up. Exports only.
 */
export { createLob, type LobOptions } from './create-lob.ts';
export { lobFromSettings, type LobVariables } from './lob-from-settings.ts';
export type { LobAddress } from './lob-address.ts';
