import type { Client } from '@temporalio/client';
import { prettifyError, z } from 'zod';
import { connect } from '../client/connect.ts';
import { connectStore, type Store } from '../store/index.ts';

const environment = z.object({
  DATABASE_URL: z.url('Expected postgres://…, as parcours dev shows it'),
  DATABASE_SCHEMA: z.string().min(1).default('public'),
  PARCOURS_TASK_QUEUE: z.string().min(1).default('parcours'),
});

/** What commands about campaigns work with. */
export interface OpenCampaigns {
  readonly store: Store;
  readonly client: Client;
  readonly taskQueue: string;
  close(): Promise<void>;
}

/**
 * Connects a command to Postgres and Temporal as its environment says.
 *
 * @throws Error that says how to start them when they are not named or can't be reached.
 */
export async function openCampaigns(variables: NodeJS.ProcessEnv): Promise<OpenCampaigns> {
  const { store, taskQueue, close } = openRecords(variables);
  const client = await connect();
  return {
    ...{ store, client, taskQueue },
    close: async () => {
      await Promise.all([close(), client.connection.close()]);
    },
  };
}

/**
 * Connects a command to Postgres alone, as its environment says.
 *
 * @throws Error that says how to start one when none is named.
 */
export function openRecords(variables: NodeJS.ProcessEnv): Omit<OpenCampaigns, 'client'> {
  const parsed = environment.safeParse(variables);
  if (!parsed.success) throw new Error(`Expected the environment to say where the database is, got:\n${prettifyError(parsed.error)}\nStart one with: npx parcours dev`);
  const { DATABASE_URL: url, DATABASE_SCHEMA: schema, PARCOURS_TASK_QUEUE: taskQueue } = parsed.data;
  const store = connectStore({ url, schema, connections: 2 });
  return { store, taskQueue, close: () => store.destroy() };
}
