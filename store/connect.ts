import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { prepareStatements } from './prepared-statements.ts';
import type { Database } from './schema.ts';

/** The database, typed by its tables. */
export type Store = Kysely<Database>;

export interface ConnectOptions {
  /** `postgres://…`; its `search_path` is set to `schema`. */
  readonly url: string;
  /** Postgres schema that holds the tables; `public` unless said. */
  readonly schema?: string;
  /** Connections at most; 10 unless said. */
  readonly connections?: number;
}

/**
 * Opens a pool of connections. Close it with `destroy()`.
 *
 * @example
 * const store = connectStore({ url: 'postgres://localhost/parcours' });
 */
export function connectStore({ url, schema = 'public', connections = 10 }: ConnectOptions): Store {
  // Our statements look up by keys: a plan is as good for any of their values, and planning one anew costs as much as running it.
  const pool = new pg.Pool({ connectionString: url, max: connections, connectionTimeoutMillis: 10_000, options: `-c search_path=${schema} -c plan_cache_mode=force_generic_plan` });
  pool.on('connect', prepareStatements);
  // A connection that breaks while idle is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {});
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
}
