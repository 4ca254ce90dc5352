import { createHash } from 'node:crypto';
import type { PoolClient, QueryConfig } from 'pg';
import { isUnanswered } from './database-errors.ts';

/** Statements named at most: ours are a few dozen; a text that varies without end is sent unnamed. */
const LIMIT = 200;
const CHANGED_RESULT = '0A000';

const names = new Map<string, string>();

/**
 * Lets a connection keep the plans of the statements that it runs again and again: Postgres spends more on parsing and planning our small
 * queries than on running them (a third less CPU, docs/performance.md). A connection whose plans a migration has outdated is given up after
 * the one failure, and so is one whose statement got no answer in time: the caller's retry gets a new one. Behind PgBouncer in transaction mode, version 1.21 or later is needed.
 */
export function prepareStatements(client: PoolClient): void {
  const plain = client.query.bind(client) as (config: string | QueryConfig, values?: unknown[]) => Promise<unknown>;
  const named = (text: string | QueryConfig, values?: unknown[]): Promise<unknown> => {
    if (typeof text !== 'string') return plain(text, values);
    const name = values && values.length > 0 ? nameOf(text) : undefined;
    return (name === undefined ? plain(text, values) : plain({ text, values: values!, name })).catch((error: { code?: string }) => {
      if (error.code === CHANGED_RESULT || isUnanswered(error)) void (client as unknown as { end(): Promise<void> }).end();
      throw error;
    });
  };
  client.query = named as typeof client.query;
}

function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= LIMIT) return known;
  const name = createHash('sha1').update(text).digest('hex');
  names.set(text, name);
  return name;
}
