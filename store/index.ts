/**
 * Postgres: one module of queries per table family. Imports nothing of ours but types of `engine` and `scenarios/vocabulary`.
 * Exports only.
 */
export { connectStore, type ConnectOptions, type Store } from './connect.ts';
export { migrate } from './migrate.ts';
export type { Database, EventRow, LinkKind, NewEvent } from './schema.ts';
export { mayTouch, reachableOf, type Permission, type Standing } from './consent.ts';
export { recordEvent, type RecordedEvent } from './events.ts';
export { findLink, type Link } from './links.ts';
export { markNotRunning, markSignalled, pendingEvents, signalFailed, type PendingEvent, type PendingOptions } from './pending-events.ts';
export { learnFacts, recordConsent, saveProspects, suppress, type Consent, type NewProspect } from './prospects.ts';
export { loadRecipient, reachable, type Identity, type Recipient } from './recipient.ts';
export { ALPHABET, makeToken, TOKEN_PATTERN } from './tokens.ts';
