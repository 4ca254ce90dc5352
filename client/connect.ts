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

/**
 * Like `connect`, but connects when it is first used, and again whenever the server comes back: for processes that must start and serve
 * while Temporal is down. A call fails for as long as the server can't be reached.
 *
 * @example
 * const client = connectLazily();
 */
export function connectLazily(): Client {
  const { connectionOptions, namespace } = loadClientConnectConfig();
  return new Client({ connection: Connection.lazy(connectionOptions), ...(namespace ? { namespace } : {}) });
}
