/**
 * Postgres: one module of queries per table family. Imports nothing of ours but types of `engine` and `scenarios/vocabulary`.
 * Exports only.
 */
export { connectStore, type ConnectOptions, type Store } from './connect.ts';
export { migrate } from './migrate.ts';
export type { Database, EventRow, LinkKind, NewEvent } from './schema.ts';
