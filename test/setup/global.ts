import { startPostgres } from '../../cli/stack/postgres.ts';
import { startTemporal } from '../../cli/stack/temporal-server.ts';

let stop = async (): Promise<void> => {};

/** Starts the one PostgreSQL and the one Temporal of a test run; tests find them by the environment, see `store.ts` and `temporal.ts`. */
export async function setup(): Promise<void> {
  const postgres = await startPostgres();
  stop = postgres.stop;
  const temporal = await startTemporal().catch(async (error: unknown) => {
    await postgres.stop();
    throw error;
  });
  stop = async () => {
    await Promise.all([temporal.stop(), postgres.stop()]);
  };
  process.env['PARCOURS_TEST_DATABASE_URL'] = postgres.url;
  process.env['PARCOURS_TEST_TEMPORAL_ADDRESS'] = temporal.address;
}

export async function teardown(): Promise<void> {
  await stop();
}
