import { Connection } from '@temporalio/client';
import { loadClientConnectConfig } from '@temporalio/envconfig';
import { ensureSearchAttributes } from '../../client/search-attributes.ts';

/** Makes sure that the Temporal which an environment points at knows by what journeys are searched. */
export async function registerSearchAttributes(env: NodeJS.ProcessEnv): Promise<void> {
  const overrideEnvVars = Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined));
  const { connectionOptions, namespace = 'default' } = loadClientConnectConfig({ overrideEnvVars });
  const connection = await Connection.connect(connectionOptions);
  try {
    await ensureSearchAttributes(connection, namespace);
  } finally {
    await connection.close();
  }
}
