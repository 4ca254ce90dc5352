import { pino } from 'pino';
import { connectLazily } from '../client/connect.ts';
import { contentOf } from '../scenarios/content/index.ts';
import { connectStore } from '../store/index.ts';
import { createDashboard } from './create-dashboard.ts';
import { dashboardSettings } from './settings.ts';

const settings = dashboardSettings(process.env);
const logger = pino({ name: 'dashboard', level: settings.LOG_LEVEL });
const store = connectStore({ url: settings.DATABASE_URL, schema: settings.DATABASE_SCHEMA });
const client = connectLazily();
const dashboard = await createDashboard({
  ...{ store, client, contentOf, logger },
  url: settings.DASHBOARD_URL,
  publicUrl: settings.PARCOURS_PUBLIC_URL,
  temporalUi: settings.TEMPORAL_UI_URL === undefined ? undefined : { url: settings.TEMPORAL_UI_URL.replace(/\/+$/, ''), namespace: settings.TEMPORAL_NAMESPACE },
  zone: settings.DASHBOARD_TIME_ZONE,
  sessionHours: settings.DASHBOARD_SESSION_HOURS,
  proxies: settings.DASHBOARD_PROXIES,
});

const address = await dashboard.listen({ port: settings.DASHBOARD_PORT, host: settings.DASHBOARD_HOST });
logger.info({ address }, 'dashboard listening');

let stopping = false;
async function stop(signal: NodeJS.Signals): Promise<void> {
  if (stopping) return;
  stopping = true;
  logger.info({ signal }, 'dashboard stops: closing what is open');
  await dashboard.close();
  await client.connection.close();
  await store.destroy();
}
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, (received) => void stop(received));
