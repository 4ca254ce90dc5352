import type { Client } from '@temporalio/client';
import { prettifyError, z } from 'zod';
import { connect } from '../../client/index.ts';
import { connectStore, type Store } from '../../store/index.ts';

const environment = z.object({
  DATABASE_URL: z.url('Expected postgres://…, as parcours dev shows it'),
  DATABASE_SCHEMA: z.string().min(1).default('public'),
});

/** Does something with Temporal and the database that the environment names, and closes both. */
export async function withStore<Result>(work: (parts: { client: Client; store: Store }) => Promise<Result>): Promise<Result> {
  const parsed = environment.safeParse(process.env);
  if (!parsed.success) throw new Error(`Expected the environment to say where the database is, got:\n${prettifyError(parsed.error)}\nStart one with: npx parcours dev`);
  const store = connectStore({ url: parsed.data.DATABASE_URL, schema: parsed.data.DATABASE_SCHEMA, connections: 2 });
  try {
    return await withTemporal((client) => work({ client, store }));
  } finally {
    await store.destroy();
  }
}

/** Does something with the Temporal that the environment names, and closes the connection. */
export async function withTemporal<Result>(work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = await connect();
  try {
    return await work(client);
  } finally {
    await client.connection.close();
  }
}
