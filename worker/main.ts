import type { Client } from '@temporalio/client';
import { loadClientConnectConfig } from '@temporalio/envconfig';
import { NativeConnection } from '@temporalio/worker';
import { connect } from '../client/connect.ts';
import { connectStore } from '../store/connect.ts';
import { ensureAudienceSchedule } from './audience-schedule.ts';
import { workerSettings } from './settings.ts';
import { createWorker } from './create-worker.ts';

/** The worker process: reads its environment, hosts journeys until SIGINT or SIGTERM, then finishes what it has begun. */
const settings = workerSettings(process.env);
const store = connectStore({ url: settings.DATABASE_URL, schema: settings.DATABASE_SCHEMA });
const client: Client = await connect();
const connection = await NativeConnection.connect(loadClientConnectConfig().connectionOptions);
const worker = await createWorker({ settings, connection, client, store });
if (Object.keys(settings.META_AUDIENCES).length > 0) await ensureAudienceSchedule(client, { taskQueue: settings.PARCOURS_TASK_QUEUE, every: settings.META_SYNC_EVERY_MS });
console.log(`worker ready on task queue ${settings.PARCOURS_TASK_QUEUE}, namespace ${client.options.namespace}`);
await worker.run();
await connection.close();
await client.connection.close();
await store.destroy();
