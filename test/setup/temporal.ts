import { randomBytes } from 'node:crypto';
import { Client, Connection } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime } from '@temporalio/worker';
import { ensureSearchAttributes } from '../../client/search-attributes.ts';

export interface TestTemporal {
  readonly client: Client;
  /** For `Worker.create`. */
  readonly nativeConnection: NativeConnection;
  /** `host:port` */
  readonly address: string;
  readonly namespace: string;
  readonly close: () => Promise<void>;
}

let quiet = false;

/** Temporal's runtime says errors only. Once a test file, before anything connects. */
export function quietRuntime(): void {
  if (!quiet) Runtime.install({ logger: new DefaultLogger('ERROR'), telemetryOptions: { logging: { filter: 'OFF', forward: {} } } });
  quiet = true;
}

/** Connections to the run's Temporal server, in a fresh namespace of its own that knows the search attributes of journeys. */
export async function testTemporal(): Promise<TestTemporal> {
  const address = process.env['PARCOURS_TEST_TEMPORAL_ADDRESS'];
  if (!address) throw new Error('Expected PARCOURS_TEST_TEMPORAL_ADDRESS, got none: it is set by test/setup/global.ts, run tests by jest.');
  quietRuntime();
  const namespace = `test-${randomBytes(6).toString('hex')}`;
  const connection = await Connection.connect({ address });
  await connection.workflowService.registerNamespace({ namespace, workflowExecutionRetentionPeriod: { seconds: 86_400 as never } });
  await ensureSearchAttributes(connection, namespace);
  const nativeConnection = await NativeConnection.connect({ address });
  const close = async (): Promise<void> => {
    await Promise.all([nativeConnection.close(), connection.close()]);
  };
  return { client: new Client({ connection, namespace }), nativeConnection, address, namespace, close };
}
