import { sql } from 'kysely';
import type { FastifyInstance } from 'fastify';
import type { TrackerParts } from './create-tracker.ts';

/**
 * `/healthz`: the process answers. `/readyz`: it can take events, since Postgres answers; what it knows of Temporal is said, and is no
 * reason to send no traffic, because events wait for Temporal.
 */
export function serveHealth(app: FastifyInstance, { store, signaller }: TrackerParts): void {
  app.get('/healthz', { config: { speaks: 'json' } }, async () => ({ status: 'up' }));

  app.get('/readyz', { config: { speaks: 'json' } }, async (request, reply) => {
    const temporal = signaller.temporal();
    try {
      await sql`select 1`.execute(store);
      return { status: 'ready', postgres: 'reachable', temporal };
    } catch (error) {
      request.log.warn({ reason: String(error) }, 'not ready: Postgres does not answer');
      return reply.code(503).send({ status: 'not-ready', postgres: 'unreachable', temporal });
    }
  });
}
