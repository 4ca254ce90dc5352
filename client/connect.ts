import { Client, Connection } from '@temporalio/client';
import { loadClientConnectConfig } from '@temporalio/envconfig';

/**
 * Connects to Temporal as its environment says (`TEMPORAL_ADDRESS`, `TEMPORAL_NAMESPACE`, `TEMPORAL_API_KEY`, `TEMPORAL_TLS*`, or a
 * profile in `temporal.toml`): an embedded dev server, a self-hosted cluster or Temporal Cloud, with no change of code.
 *
 * @throws when the server can't be reached.
 * @example
 * const client = await connect();
 * await signalJourney(client, journeyId, report);
 * await client.connection.close();
 */
export async function connect(): Promise<Client> {
  const { connectionOptions, namespace } = loadClientConnectConfig();
  const connection = await Connection.connect(connectionOptions);
  return new Client({ connection, ...(namespace ? { namespace } : {}) });
}
