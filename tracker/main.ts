import { pino } from 'pino';
import { connectLazily } from '../client/connect.ts';
import { signalJourney } from '../client/signal-journey.ts';
import { startConfirmation } from '../client/start-confirmation.ts';
import { startJourney } from '../client/start-journey.ts';
import { contentOf } from '../scenarios/content/index.ts';
import { connectStore } from '../store/index.ts';
import { createTracker } from './create-tracker.ts';
import { metaOf, trackerSettings } from './settings.ts';

/** Milliseconds for one signal or start, retries of the connection included. */
const DEADLINE = 5_000;
/** Milliseconds for one statement: nobody waits longer for a page, and senders have given up by then. */
const PATIENCE = 10_000;

const settings = trackerSettings(process.env);
const logger = pino({ name: 'tracker', level: settings.LOG_LEVEL });
const store = connectStore({ url: settings.DATABASE_URL, schema: settings.DATABASE_SCHEMA, keepsPlans: true, patience: PATIENCE });
const client = connectLazily();
const tracker = createTracker({
  store,
  signal: (journeyId, report) => client.withDeadline(Date.now() + DEADLINE, () => signalJourney(client, journeyId, report)),
  start: (entry) => client.withDeadline(Date.now() + DEADLINE, () => startJourney(client, { ...entry, taskQueue: settings.PARCOURS_TASK_QUEUE })),
  confirm: (requestId) => client.withDeadline(Date.now() + DEADLINE, () => startConfirmation(client, { requestId, taskQueue: settings.PARCOURS_TASK_QUEUE })),
  apiKey: settings.PARCOURS_API_KEY,
  signingKey: settings.MAILGUN_SIGNING_KEY,
  lob: settings.LOB_WEBHOOK_SECRET === undefined ? undefined : { secret: settings.LOB_WEBHOOK_SECRET, toleranceMs: settings.LOB_WEBHOOK_TOLERANCE_S * 1_000 },
  publicUrl: settings.PARCOURS_PUBLIC_URL,
  contentOf,
  ...metaOf(settings),
  logger,
});

const address = await tracker.listen({ port: settings.TRACKER_PORT, host: settings.TRACKER_HOST });
logger.info({ address }, 'tracker listening');

let stopping = false;
async function stop(signal: NodeJS.Signals): Promise<void> {
  if (stopping) return;
  stopping = true;
  logger.info({ signal }, 'tracker stops: answering what is under way, telling journeys, closing');
  await tracker.close();
  await client.connection.close();
  await store.destroy();
}
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, (received) => void stop(received));
