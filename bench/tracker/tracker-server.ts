import { contentOf } from '../../scenarios/content/index.ts';
import { connectStore } from '../../store/index.ts';
import { createTracker } from '../../tracker/index.ts';

/** The tracker as it is, but for Temporal: a hit is not signalled, and what is told here is taken at once. */
const store = connectStore({ url: process.env['DATABASE_URL']!, schema: process.env['DATABASE_SCHEMA']!, keepsPlans: true });
const tracker = createTracker({
  ...{ store, contentOf, apiKey: 'bench-api-key-0123456789', signingKey: 'bench', publicUrl: `http://127.0.0.1:${process.env['PORT']}` },
  signal: async () => 'signalled',
  start: async () => {},
  confirm: async () => {},
});
await tracker.listen({ port: Number(process.env['PORT']), host: '127.0.0.1' });
process.once('SIGTERM', () => void tracker.close().then(() => store.destroy()));
