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
  /** Statements keep one plan for whatever values: for a process whose statements all look up by keys, where planning anew costs as much as running. */
  readonly keepsPlans?: boolean;
  /**
   * Milliseconds after which a statement without an answer fails and its connection is given up, and for which one waits for a connection: a host that died without a word is otherwise found out by TCP alone, after a
   * quarter of an hour. No limit unless said: some of our statements take long.
   */
  readonly patience?: number;
}

/**
 * Opens a pool of connections. Close it with `destroy()`.
 *
 * @example
 * const store = connectStore({ url: 'postgres://localhost/parcours' });
 */
export function connectStore({ url, schema = 'public', connections = 10, keepsPlans = false, patience }: ConnectOptions): Store {
  const plans = keepsPlans ? ' -c plan_cache_mode=force_generic_plan' : '';
  const pool = new pg.Pool({ connectionString: url, max: connections, connectionTimeoutMillis: Math.min(10_000, patience ?? 10_000), options: `-c search_path=${schema}${plans}`, ...(patience === undefined ? {} : { query_timeout: patience }) });
  pool.on('connect', prepareStatements);
  // A connection that breaks while idle is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {});
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
}
