import Fastify from 'fastify';
import { sql } from 'kysely';
import { connectStore } from '../../store/index.ts';

/** What the tracker is measured against: a route that does one INSERT into the same Postgres, then answers. A process of its own, as the tracker is. */
const store = connectStore({ url: process.env['DATABASE_URL']!, schema: process.env['DATABASE_SCHEMA']! });
await sql`CREATE TABLE IF NOT EXISTS hits (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, token text NOT NULL, at timestamptz NOT NULL DEFAULT now())`.execute(store);
const app = Fastify({ logger: false });
app.get<{ Params: { token: string } }>('/q/:token', async (request, reply) => {
  await sql`INSERT INTO hits (token) VALUES (${request.params.token})`.execute(store);
  return reply.redirect(`/p/${request.params.token}`, 302);
});
app.get('/healthz', async () => ({ status: 'ok' }));
await app.listen({ port: Number(process.env['PORT']), host: '127.0.0.1' });
process.once('SIGTERM', () => void app.close().then(() => store.destroy()));
